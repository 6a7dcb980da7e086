using System.Globalization;
using Lianxin.Documents.Sheets;
using Lianxin.Documents.Sheets.Setting;

namespace Lianxin.Documents.Tests.Sheets;

public sealed class AssessmentSheetTests
{
    [Fact]
    public void S39_figures_samples_intervals_weights_scores_and_losses_stand_on_one_page()
    {
        using var pdf = SheetReader.Read(SampleSheets.Assessment());
        pdf.Document.NumberOfPages.ShouldBe(1);
        SheetReader.ShouldComeInOrder(
            SheetReader.Text(pdf),
            "考核单位：民生服务中心", "总分　76.8／85　　排名　第3（共12个单位）",
            "指标结果样本95%区间权重得分",
            "按时公开率90.2%37/41项应公开事项77.5%—96.1%4036.1",
            "更正率5.1%2/39项已公开事项1.4%—16.9%1513.8",
            "有效投诉率无样本0—15不评",
            "结果与区间", "主要失分", "《农村危房改造对象公示》逾期12天公开2.5");
    }

    [Fact]
    public void Bars_and_whiskers_stand_where_the_figures_say()
    {
        using var pdf = SheetReader.Read(SampleSheets.Assessment());
        var page = pdf.Document.GetPage(1);
        var track = SheetReader.Filled(page, SheetColours.Track.Red, SheetColours.Track.Green, SheetColours.Track.Blue);
        var bars = SheetReader.Filled(page, SheetColours.Good.Red, SheetColours.Good.Green, SheetColours.Good.Blue);
        track.Count.ShouldBe(4);
        bars.Count.ShouldBe(2);
        (bars[0].Width / track[0].Width).ShouldBe(37 / 41.0, 0.001);
        var whiskers = page.Paths.Where(path => path.IsStroked && path.LineWidth is > 1.5 and < 1.7).Select(path => path.GetBoundingRectangle()!.Value).Where(box => box.Width > 1 && box.Height < 1).ToList();
        whiskers.Count.ShouldBe(3);
        ((whiskers[0].Left - track[0].Left) / track[0].Width).ShouldBe(0.775, 0.002);
        ((whiskers[0].Right - track[0].Left) / track[0].Width).ShouldBe(0.961, 0.002);
    }

    [Fact]
    public void A_bar_has_a_text_for_those_who_cannot_see_it()
    {
        using var pdf = SheetReader.Read(SampleSheets.Assessment());
        SheetReader.AlternateTexts(pdf).ShouldBe(
        [
            "按时公开率90.2%，样本41，95%区间77.5%—96.1%，越高越好",
            "要素完整率89.7%，样本39，95%区间76.4%—95.9%，越高越好",
            "更正率5.1%，样本39，95%区间1.4%—16.9%，越低越好",
            "有效投诉率无样本",
        ]);
    }

    [Fact]
    public void More_losses_shrink_the_type_before_they_take_a_second_page()
    {
        using var many = SheetReader.Read(SampleSheets.Assessment() with { Losses = Losses(12) });
        many.Document.NumberOfPages.ShouldBe(1);
        using var far = SheetReader.Read(SampleSheets.Assessment() with { Losses = Losses(90) });
        far.Document.NumberOfPages.ShouldBeGreaterThan(1);
        SheetReader.Text(far).ShouldContain("事项90逾期");
    }

    [Fact]
    public void Without_losses_without_a_total_and_without_measures_it_says_so()
    {
        using var pdf = SheetReader.Read(SampleSheets.Assessment() with { Losses = [], Total = null, Rank = null, Measures = [] });
        SheetReader.ShouldComeInOrder(SheetReader.Text(pdf), "样本不足，不评总分", "本期没有失分事项。");
        SheetReader.Text(pdf).ShouldNotContain("排名");
    }

    private static IReadOnlyList<AssessmentLoss> Losses(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new AssessmentLoss(string.Create(CultureInfo.InvariantCulture, $"事项{i}逾期"), 0.1m))];
}
