using Lianxin.Documents.Sheets;
using Lianxin.Documents.Tests.Fonts;
using Lianxin.Documents.Tests.Pdf;

namespace Lianxin.Documents.Tests.Sheets;

/// <summary>Text that was made, or happens, to break a layout.</summary>
public sealed class HostileSheetTests
{
    private static readonly string LongWord = string.Concat(Enumerable.Range(0, 1500).Select(i => (char)('a' + (i % 26))));

    public static readonly TheoryData<string, string> Texts = new()
    {
        { "甲\u202E乙\u2066丙\u200F丁", "甲乙丙丁" },
        { "甲\u0001乙\u0000丙\u009F丁\uFFFE戊", "甲乙丙丁戊" },
        { LongWord, LongWord },
        { string.Concat(Enumerable.Repeat("国", 1200)), string.Concat(Enumerable.Repeat("国", 1200)) },
        { "堃𠮷旻", "堃𠮷旻" },
        { "😀👨‍👩‍👧", "😀👨👩👧" },
        { "半\uD800截", "半\uFFFD截" },
        { "<script>alert(1)</script>（=HYPERLINK）", "<script>alert(1)</script>（=HYPERLINK）" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void In_every_place_of_a_notice_board_it_comes_out_harmless(string text, string seen)
    {
        var head = SampleSheets.Head with { Title = text, Agency = text, Place = text, Period = text, Telephone = text };
        var item = SampleSheets.Item(text) with
        {
            EntryTitle = text,
            IndexNumber = text,
            Body = $"{text}\n甲\t{text}\n乙\t1",
            Elements = [new SheetLine(text, text)],
            Lists = [new SheetList(text, [text, "乙"], [[text, text]])],
            NilReason = text,
        };
        ShouldBeHarmless(SheetReader.Read(new NoticeBoardSheet(head, [item], [new TakeDownLine(text, SampleSheets.Head.MadeOn, SampleSheets.Head.MadeOn)])), seen, times: 15);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void On_the_other_sheets_too(string text, string seen)
    {
        var head = SampleSheets.Head with { Title = text, Agency = text, Place = text };
        ShouldBeHarmless(SheetReader.Read(new WallSheet(head, [new WallCase(text, text, text, text, WallCaseState.Open)])), seen, times: 7);
        ShouldBeHarmless(SheetReader.Read(new CoverageSheet(head, head.MadeOn, [text, "乙"], [new CoverageRow(text, text, [new CoverageCell(CoverageState.Met)])])), seen, times: 6);
        var measure = new AssessmentMeasure(text, text, 1, 2, 0.1, 0.9, true, 10, 5);
        ShouldBeHarmless(SheetReader.Read(new AssessmentSheet(head, [measure], 5, 10, null, [new AssessmentLoss(text, 1)])), seen, times: 6);
    }

    [Theory]
    [InlineData("\u2028")]
    [InlineData("\u0085")]
    [InlineData("\r\n")]
    public void Every_kind_of_line_end_ends_a_line(string end)
    {
        using var pdf = SheetReader.Read(SampleSheets.Board() with { Items = [SampleSheets.Item() with { Body = $"甲甲{end}乙乙" }] });
        var lines = SheetReader.Letters(pdf.Document.GetPage(1)).Where(l => l.Value is "甲" or "乙").Select(l => (l.Value, Y: Math.Round(l.StartBaseLine.Y))).Distinct().ToList();
        lines.Select(l => l.Y).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Nothing_but_blanks_still_makes_a_sheet()
    {
        var head = new SheetHead("x", "", "", " ", "", SampleSheets.Head.MadeOn, null, null, " ", "");
        var item = new NoticeItem(" ", "", "", SampleSheets.Head.MadeOn, "\n\t\n|\n", [new SheetLine("", "")], [new SheetList("", [], []), new SheetList("", [""], [[], ["", "", ""]])], " ");
        using var pdf = SheetReader.Read(new NoticeBoardSheet(head, [item], []));
        SheetReader.Text(pdf).ShouldContain("1. （无标题）（零报告）");
        SheetReader.Text(pdf).ShouldContain("原因：未说明");
    }

    [Fact]
    public void An_address_too_long_for_any_code_is_left_to_print()
    {
        var address = "https://example.cn/" + new string('a', 3000);
        using var pdf = SheetReader.Read(SampleSheets.Board() with { Head = SampleSheets.Head with { Address = address }, Items = [] });
        SheetReader.Text(pdf).ShouldContain(address);
        SheetReader.AlternateTexts(pdf).ShouldBeEmpty();
    }

    [Fact]
    public void Characters_that_no_font_has_are_reported()
    {
        var rendering = new WallSheetRenderer(FetchedFonts.Library).Render(new WallSheet(SampleSheets.Head, [new WallCase("1", "甲𐎀", "", "", WallCaseState.Open)]), SheetPaper.A4);
        rendering.MissingCharacters.ShouldBe(["𐎀"]);
    }

    private static void ShouldBeHarmless(ReadBack pdf, string seen, int times)
    {
        using (pdf)
        {
            foreach (var page in pdf.Document.GetPages())
            {
                SheetReader.Outside(page).ShouldBeEmpty();
                SheetReader.SaysItsNumber(page, pdf.Document.NumberOfPages).ShouldBeTrue(SheetReader.Foot(page));
            }
            // A cell that goes over a page is parted, and what stands beside it comes in between: characters are counted, not texts.
            var text = SheetReader.Text(pdf);
            foreach (var expected in seen.EnumerateRunes().CountBy(rune => rune))
                text.EnumerateRunes().Count(rune => rune == expected.Key).ShouldBeGreaterThanOrEqualTo(times * expected.Value, expected.Key.ToString());
            text.ShouldNotContain('\u202E');
            pdf.Document.Information.Title!.Replace("\u200D", string.Empty, StringComparison.Ordinal).ShouldBe(seen);
        }
    }
}
