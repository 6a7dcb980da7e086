using Lianxin.Core.Reports;
using Lianxin.Documents.Typesetting.Charts;
using UglyToad.PdfPig.Tokens;

namespace Lianxin.Documents.Tests.Pdf;

public sealed class ReportChartTests
{
    [Theory]
    [InlineData(ChartKind.StackedBars)]
    [InlineData(ChartKind.GroupedBars)]
    public void A_chart_has_a_text_for_those_who_cannot_see_it(ChartKind kind)
    {
        using var pdf = ReadBack.Of(SampleReport.Of(SampleReport.MonthChart(kind)));
        var figure = pdf.Elements().Single(e => pdf.Name(e, "S") == "Figure");
        (pdf.Get(figure, "Alt") switch { HexToken hex => hex.Data, StringToken text => text.Data, _ => null }).ShouldBe("堆积柱形图：各月四类信息的数量，最多为6月。");
        ((ArrayToken)pdf.Get(pdf.Dictionary(figure, "A"), "BBox")!).Length.ShouldBe(4);
        pdf.ElementTypes().ShouldBe(["Document", "Figure", "Caption"]);
    }

    [Fact]
    public void A_stacked_chart_shows_legend_categories_sums_and_caption()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(SampleReport.MonthChart(ChartKind.StackedBars)));
        var text = pdf.BodyText;
        foreach (var piece in new[] { "单位：条", "规范性文件", "政策解读", "1月", "12月", "图1　2025年各月主动公开政府信息数量" }) text.ShouldContain(piece);
        // January: 7 + 20 + 33 + 6.
        text.ShouldContain("7203366");
    }

    [Fact]
    public void A_chart_without_any_count_still_is_a_chart()
    {
        var chart = new ChartBlock("空", "没有数据", ChartKind.StackedBars, "条", ["1月", "2月"], [new ChartSeries("甲", [0, 0])]);
        using var pdf = ReadBack.Of(SampleReport.Of(chart));
        pdf.BodyText.ShouldContain("1月2月");
    }

    [Fact]
    public void Colours_stay_apart_in_grey_print()
    {
        var lightness = Enumerable.Range(0, 6).Select(ChartPalette.Fill).Select(c => (116 * Math.Cbrt(c.Luminance)) - 16).Order().ToList();
        for (var i = 1; i < lightness.Count; i++) (lightness[i] - lightness[i - 1]).ShouldBeGreaterThan(7);
    }

    [Fact]
    public void Numbers_on_colours_can_be_read()
    {
        foreach (var fill in Enumerable.Range(0, 6).Select(ChartPalette.Fill))
        {
            var (a, b) = (fill.Luminance + 0.05, ChartPalette.TextOn(fill).Luminance + 0.05);
            (Math.Max(a, b) / Math.Min(a, b)).ShouldBeGreaterThan(4.5);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 2)]
    [InlineData(302, 100)]
    [InlineData(3482, 1000)]
    public void The_axis_takes_round_steps_and_reaches_above_the_largest_value(int largest, int step)
    {
        var scale = ChartScale.For(largest, wholeNumbers: true);
        scale.Step.ShouldBe(step);
        scale.Top.ShouldBeGreaterThan(largest);
    }
}
