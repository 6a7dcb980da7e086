using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Flow;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Charts;

/// <summary>A chart in the flow; its caption follows as a line of its own.</summary>
internal sealed class ChartItem(ChartData data, TextSetter text, StructureNode figure) : FlowItem
{
    /// <summary>Lines of the grid that a chart takes.</summary>
    private const int Lines = 9;

    private const double BelowText = 2;

    public override double LeastHeight => Lines * PageGeometry.LinePitch;

    public override void Place(PageFlow flow)
    {
        if (!flow.Fits(LeastHeight)) flow.NewPage();
        var box = new Box(PageGeometry.Left, flow.PageY + BelowText, PageGeometry.Width, LeastHeight - BelowText - 10);
        figure.Bounds = box;
        new ChartPainter(data, text, flow.Page, figure).Paint(box);
        flow.Advance(LeastHeight);
    }
}
