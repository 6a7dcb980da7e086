using System.Globalization;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Pages.Texts;
using Lianxin.Tests.Pages;

namespace Lianxin.Documents.Tests.Pages;

public class YearChartTests
{
    [Fact]
    public async Task S17_the_printed_classes_sum_up_to_the_printed_totals()
    {
        var page = PageRules.Parse(await PortalSamples.HtmlAsync(PortalSamples.Year()));
        foreach (var row in PageRules.Named(page, "tr").Where(r => r.Parent!.Name.LocalName != "thead"))
        {
            var numbers = row.Elements("td").Where(c => PageRules.Value(c, "class") == "number").Select(c => int.Parse(c.Value, CultureInfo.InvariantCulture)).ToList();
            numbers.SkipLast(1).Sum().ShouldBe(numbers[^1]);
        }
    }

    [Fact]
    public void No_bar_leaves_its_box_and_the_busiest_month_fills_it()
    {
        var chart = YearChart.Of(PortalSamples.Year(), PortalTexts.InChinese);
        var ends = chart.Rows.Select(r => r.Parts[^1].Start + r.Parts[^1].Width).ToList();
        ends.ShouldAllBe(e => e <= 1000);
        ends.Max().ShouldBeGreaterThan(990);
    }

    [Fact]
    public async Task Every_bar_is_also_told_in_words()
    {
        var page = PageRules.Parse(await PortalSamples.HtmlAsync(PortalSamples.Year()));
        var bars = PageRules.Named(page, "svg").Where(s => PageRules.Value(s, "class") == "bar").ToList();
        bars.Count.ShouldBe(12);
        PageRules.Value(bars[2], "aria-label").ShouldBe("3 月共 57 条：概况类 2 条，工作动态类 46 条，财政类 9 条");
    }
}
