using System.Globalization;
using Lianxin.Core.Reports;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Pdf;
using Lianxin.Documents.Sheets.Setting;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Flow;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Sheets;

/// <summary>
/// Renders the assessment of an office as PDF to PDF/A-2a and PDF/UA-1, on one upright page: the type shrinks down to two thirds before a
/// very long list takes a second one. The same model and paper give the same bytes.
/// </summary>
public sealed class AssessmentSheetRenderer(FontLibrary fonts)
{
    private static readonly double[] Scales = [0.9, 0.8, 0.7, 0.6];

    private const double ScaleA3 = 1.4;

    public PdfRendering Render(AssessmentSheet model, SheetPaper paper)
    {
        ArgumentNullException.ThrowIfNull(model);
        var sets = Scales.Select(scale => Compose(model, paper, scale * (paper == SheetPaper.A3 ? ScaleA3 : 1)));
        SheetSetter? chosen = null;
        foreach (var set in sets)
        {
            chosen = set;
            if (Paginator.Place(set.Items, set.Style.Frame).Pages.Count == 1) break;
        }
        return SheetWriter.Write(chosen!, model.Head, "考核", paper, hangs: false);
    }

    private SheetSetter Compose(AssessmentSheet model, SheetPaper paper, double scale)
    {
        var set = new SheetSetter(fonts, SheetStyle.Of(paper, landscape: false, scale));
        SheetHeadSetter.Add(set, model.Head, Facts(model.Head));
        set.Gap(0.8, ruled: true);
        set.Paragraph(Verdict(model), set.Style.Heading, indent: 0, centred: true);
        set.Gap(0.6);
        ListSetter.Add(set, new SheetList(string.Empty, ["指标", "结果", "样本", "95%区间", "权重", "得分"], [.. model.Measures.Select(Row)]), CellAlignment.Centre);
        AddBars(set, model.Measures);
        AddLosses(set, model.Losses);
        return set;
    }

    private static IEnumerable<SheetLine> Facts(SheetHead head) =>
    [
        new("发布机关", head.Agency),
        new("考核单位", head.Place),
        new("考核期间", head.Period),
        new("制表日期", SheetText.Day(head.MadeOn)),
        .. SheetHeadSetter.Telephone(head),
    ];

    private static string Verdict(AssessmentSheet model)
    {
        var total = model.Total is { } points ? $"总分　{Points(points)}／{Points(model.FullMarks)}" : "样本不足，不评总分";
        return model.Rank is { } rank ? string.Create(CultureInfo.InvariantCulture, $"{total}　　排名　第{rank.Position}（共{rank.Of}个单位）") : total;
    }

    private static IReadOnlyList<string> Row(AssessmentMeasure measure) =>
    [
        measure.Name,
        measure.Sample == 0 ? "无样本" : Percent(Share(measure)),
        measure.Sample == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{measure.Hits}/{measure.Sample}\n{SheetText.Line(measure.Unit)}"),
        measure.Sample == 0 ? "—" : Interval(measure),
        Points(measure.Weight),
        measure.Score is { } score ? Points(score) : "不评",
    ];

    private static void AddBars(SheetSetter set, IReadOnlyList<AssessmentMeasure> measures)
    {
        if (measures.Count == 0) return;
        set.Heading("结果与区间");
        foreach (var measure in measures)
        {
            var isKnown = measure.Sample > 0;
            var name = SheetText.Line(measure.Name);
            var direction = measure.HigherIsBetter ? "越高越好" : "越低越好";
            var text = isKnown
                ? string.Create(CultureInfo.InvariantCulture, $"{name}{Percent(Share(measure))}，样本{measure.Sample}，95%区间{Interval(measure)}，{direction}")
                : $"{name}无样本";
            var figure = set.Root.Add(new StructureNode("Figure", set.Root) { AlternateText = text });
            set.Add(new IntervalItem(
                [.. BarName(set, name), set.Text.Line(direction, set.Style.Small)],
                set.Text.Line(isKnown ? Percent(Share(measure)) : "无样本", set.Style.Strong),
                isKnown ? Share(measure) : null,
                measure.Low,
                measure.High,
                measure.HigherIsBetter ? SheetColours.Good : SheetColours.Fault,
                figure));
        }
        set.Paragraph("横条为0至100%，竖线每格25%；黑线为95%区间（威尔逊法）。样本越小区间越宽，区间重叠的单位不宜比高下。", set.Style.Small, indent: 0);
    }

    /// <summary>The name stands in full in the table: beside its bar it takes three lines at most.</summary>
    private static IReadOnlyList<TextLine> BarName(SheetSetter set, string name)
    {
        var width = IntervalItem.NameWidth(set.Width);
        var lines = set.Text.Lines(name, set.Style.Body, width);
        return lines.Count <= 3 ? lines : set.Text.Lines(DisplayText.Summary(name, 2 * (int)(width / set.Style.Body.Size)), set.Style.Body, width);
    }

    private static void AddLosses(SheetSetter set, IReadOnlyList<AssessmentLoss> losses)
    {
        set.Gap(0.6);
        set.Heading("主要失分");
        if (losses.Count == 0) set.Paragraph("本期没有失分事项。", set.Style.Body);
        else ListSetter.Add(set, new SheetList(string.Empty, ["事项", "失分"], [.. losses.Select(loss => (IReadOnlyList<string>)[loss.Reason, loss.Points is { } points ? Points(points) : "—"])]));
    }

    private static double Share(AssessmentMeasure measure) => measure.Hits / (double)measure.Sample;

    private static string Interval(AssessmentMeasure measure) => $"{Percent(measure.Low)}—{Percent(measure.High)}";

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);
}
