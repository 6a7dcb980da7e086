using Lianxin.Documents.Pages;
using Lianxin.Tests.Pages;

namespace Lianxin.Documents.Tests.Pages;

public class DisplayTextTests
{
    [Fact]
    public void Direction_controls_and_unprintable_characters_vanish()
    {
        DisplayText.Clean(PageRules.Hostile).ShouldBe(PageRules.HostileShown);
        for (var c = '\u202A'; c <= '\u202E'; c++)
            DisplayText.Clean($"a{c}b").ShouldBe("ab");
        for (var c = '\u2066'; c <= '\u2069'; c++)
            DisplayText.Clean($"a{c}b").ShouldBe("ab");
        DisplayText.Clean("a\uFFFFb\uD800c").ShouldBe("ab\uFFFDc");
    }

    [Fact]
    public void The_encoder_shows_exactly_what_clean_text_holds()
    {
        PageEncoder.Instance.Encode("镇\u202E<𠮷>\uD800\uFFFF&'\"\n").ShouldBe("镇&lt;𠮷&gt;\uFFFD&amp;&#39;&quot;\n");
        PageEncoder.Instance.Encode(string.Concat(Enumerable.Repeat("\u202E", 5000))).ShouldBe("");
    }

    [Fact]
    public void Lines_become_paragraphs_whatever_ends_them() =>
        DisplayText.Paragraphs("一\r\n\r\n 二 \n三\r四").ShouldBe(["一", "二", "三", "四"]);

    [Fact]
    public void A_summary_is_cut_between_characters_and_says_so()
    {
        DisplayText.Summary("一二\n三", 4).ShouldBe("一二 三");
        DisplayText.Summary("一𠮷三四五", 2).ShouldBe("一𠮷……");
    }

    [Theory]
    [InlineData("2014-Q4", "2014年第四季度")]
    [InlineData("2014-03", "2014年3月")]
    [InlineData("2014-10", "2014年10月")]
    [InlineData("2014", "2014年")]
    [InlineData("2014-Q9", "2014-Q9")]
    public void Periods_are_read_out(string period, string words) => PeriodTitle.Of(period).ShouldBe(words);

    [Theory]
    [InlineData(12, "12 字节")]
    [InlineData(184_320, "180 KB")]
    [InlineData(5_400_000, "5.1 MB")]
    public void Sizes_are_read_out(long bytes, string words) => FileSize.Of(bytes).ShouldBe(words);
}
