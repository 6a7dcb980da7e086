using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Flow;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Charts;

/// <summary>A chart in the flow; its caption follows as a line of its own.</summary>
internal sealed class ChartItem(ChartData data, TextSetter text, StructureNode figure, int captionLines) : FlowItem
{
    /// <summary>Lines of the grid that a chart takes: it gives some up rather than leave the foot of a page empty.</summary>
    private const int MostLines = 9;
    private const int LeastLines = 7;

    private const double BelowText = 2;
    private const double AboveCaption = 10;

    public override double LeastHeight => LeastLines * PageGeometry.LinePitch;

    public override void Place(PageFlow flow)
    {
        if (!flow.Fits(LeastHeight)) flow.NewPage();
        var height = Math.Clamp(flow.RemainingLines - captionLines, LeastLines, MostLines) * PageGeometry.LinePitch;
        var box = new Box(PageGeometry.Left, flow.PageY + BelowText, PageGeometry.Width, height - BelowText - AboveCaption);
        figure.Bounds = box;
        new ChartPainter(data, text, flow.Page, figure).Paint(box);
        flow.Advance(height);
    }
}
