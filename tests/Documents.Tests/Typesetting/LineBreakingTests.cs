using Lianxin.Documents.Tests.Fonts;
using Lianxin.Documents.Typesetting;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Tests.Typesetting;

public sealed class LineBreakingTests
{
    private const string NotAtStart = "、，。：；！？”’」』）］】〕｝》〉·–～%℃";
    private const string NotAtEnd = "“‘「『（［【〔｛《〈￥";

    private static readonly TextSetter Setter = new(FetchedFonts.Library);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_text_keeps_the_rules_of_lines(int seed)
    {
        var text = RandomText.Of(seed);
        var lines = Body(text);

        string.Concat(lines.Select(l => l.Text)).ShouldBe(text);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Text.TrimEnd(' ');
            lines[i].Width.ShouldBeLessThanOrEqualTo(Measure(i) + 0.001, line);
            if (i > 0) NotAtStart.ShouldNotContain(line[0], $"line {i} of: {text}");
            if (i < lines.Count - 1) NotAtEnd.ShouldNotContain(line[^1], $"line {i} of: {text}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_line_but_the_last_fills_the_measure(int seed)
    {
        var lines = Body(RandomText.Of(seed));
        for (var i = 0; i < lines.Count - 1; i++) lines[i].Width.ShouldBe(Measure(i), 0.001, lines[i].Text);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Glyphs_stand_in_the_order_of_the_text(int seed)
    {
        foreach (var line in Body(RandomText.Of(seed)))
        {
            for (var i = 1; i < line.Glyphs.Count; i++)
                (line.Glyphs[i].X - line.Glyphs[i - 1].X).ShouldBeGreaterThan(-0.001, line.Text);
        }
    }

    [Fact]
    public void Twenty_eight_characters_make_one_line_and_one_more_makes_two()
    {
        Setter.Lines(new string('国', 28), TextStyle.Body, PageGeometry.Width).Count.ShouldBe(1);
        Setter.Lines(new string('国', 29), TextStyle.Body, PageGeometry.Width).Count.ShouldBe(2);
    }

    [Fact]
    public void A_full_line_of_characters_stands_on_the_grid()
    {
        var line = Setter.Lines(new string('国', 60), TextStyle.Body, PageGeometry.Width, justify: true)[0];
        for (var i = 0; i < 28; i++) line.Glyphs[i].X.ShouldBe(i * PageGeometry.BodyPitch, 0.05);
    }

    [Fact]
    public void A_stop_after_the_last_character_is_cut_to_half_and_pulled_in()
    {
        var lines = Setter.Lines(new string('国', 14) + "，" + new string('国', 13) + "，" + new string('国', 8), TextStyle.Body, PageGeometry.Width, justify: true);
        lines[0].Text.Length.ShouldBe(29);
        lines[0].Text.ShouldEndWith("，");
    }

    [Fact]
    public void A_stop_that_cannot_be_pulled_in_takes_a_character_along()
    {
        var lines = Setter.Lines(new string('国', 28) + "。" + new string('国', 8), TextStyle.Body, PageGeometry.Width, justify: true);
        lines[0].Text.Length.ShouldBe(27);
        lines[1].Text.ShouldStartWith("国。");
    }

    [Theory]
    [InlineData("26件，")]
    [InlineData("98.6%，")]
    [InlineData("2,400元，")]
    [InlineData("12个工作日，")]
    [InlineData("——为")]
    [InlineData("……等")]
    [InlineData("〔2021〕30号")]
    [InlineData("Microsoft、")]
    [InlineData("2025年，")]
    public void A_unit_is_never_torn(string unit)
    {
        var whole = unit[..^1];
        for (var before = 20; before < 29; before++)
        {
            var lines = Setter.Lines(new string('国', before) + unit + new string('民', 40), TextStyle.Body, PageGeometry.Width, justify: true);
            lines.Count(l => l.Text.Contains(whole, StringComparison.Ordinal)).ShouldBe(1, $"after {before} characters");
        }
    }

    [Fact]
    public void Two_marks_side_by_side_share_half_a_character()
    {
        var apart = Setter.Line("国》国《国", TextStyle.Body).Width;
        var together = Setter.Line("国》《国国", TextStyle.Body).Width;
        (apart - together).ShouldBe(PageGeometry.BodyPitch / 2, 0.001);
    }

    [Fact]
    public void Chinese_and_Western_text_stand_a_quarter_em_apart()
    {
        var mixed = Setter.Line("国A国", TextStyle.Body);
        var parts = Setter.Line("国国", TextStyle.Body).Width + Setter.Line("A", TextStyle.Body).Width;
        (mixed.Width - parts).ShouldBe(PageGeometry.BodyPitch / 2, 0.001);
    }

    [Fact]
    public void An_opening_mark_stands_flush_at_the_start_of_a_later_line()
    {
        var lines = Setter.Lines(new string('国', 28) + "《国国》" + new string('国', 30), TextStyle.Body, PageGeometry.Width, justify: true);
        lines[1].Text.ShouldStartWith("《");
        lines[1].Glyphs[0].X.ShouldBe(-PageGeometry.BodyPitch / 2, 0.1);
    }

    [Fact]
    public void A_paragraph_does_not_end_with_a_lone_character()
    {
        var lines = Body(new string('国', 26 + 28) + "民。");
        lines[^1].Text.Length.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void A_web_address_is_cut_behind_its_marks()
    {
        var lines = Body("网址为https://www.example.gov.cn/zfxxgk/fdzdgknr/lzyj/gfxwj/2025/index.html，请查阅。");
        lines.Count.ShouldBeGreaterThan(1);
        lines.Take(lines.Count - 1).ShouldAllBe(l => "/.-为".Contains(l.Text.Last()));
    }

    [Fact]
    public void A_word_wider_than_its_cell_is_torn_rather_than_lost()
    {
        var lines = Setter.Lines("supercalifragilistic", TextStyle.Body, 40);
        lines.Count.ShouldBeGreaterThan(2);
        lines.ShouldAllBe(l => l.Width <= 40.001);
        string.Concat(lines.Select(l => l.Text)).ShouldBe("supercalifragilistic");
    }

    private static IReadOnlyList<TextLine> Body(string text) =>
        Setter.Lines(text, TextStyle.Body, PageGeometry.Width, 2 * PageGeometry.BodyPitch, justify: true);

    private static double Measure(int line) => PageGeometry.Width - (line == 0 ? 2 * PageGeometry.BodyPitch : 0);
}
