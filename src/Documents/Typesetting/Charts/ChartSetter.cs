using Lianxin.Core.Reports;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Flow;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Charts;

/// <summary>A chart with its caption below.</summary>
internal static class ChartSetter
{
    public static void Add(BlockSetter set, ChartBlock chart, CaptionNumbers numbers)
    {
        if (chart.Categories.Count == 0 || chart.Series.Count == 0) return;
        var alternate = chart.Description.Length > 0 ? chart.Description : chart.Caption;
        var figure = set.Root.Add(new StructureNode("Figure", set.Root) { AlternateText = alternate });
        var caption = numbers.Figure(chart.Caption);
        var lines = caption.Length > 0 ? set.Text.Lines(caption, TextStyle.Caption, PageGeometry.Width) : [];
        set.Add(new ChartItem(new ChartData(chart), set.Text, figure, lines.Count) { KeepWithNext = lines.Count > 0 });
        if (lines.Count == 0) return;
        var node = figure.Add("Caption");
        set.AddCentred(lines.SkipLast(1), node, keepWithNext: true);
        set.AddCentred(lines.TakeLast(1), node, keepWithNext: false);
    }
}
