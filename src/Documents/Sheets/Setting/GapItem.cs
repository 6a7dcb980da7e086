using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Flow;

namespace Lianxin.Documents.Sheets.Setting;

/// <summary>Empty room, with a line in the middle of it if wanted. At the top of a page there is neither.</summary>
internal sealed class GapItem(double height, bool ruled = false) : FlowItem
{
    private const double Thickness = 0.8;

    public override double LeastHeight => 0;

    public override double FullHeight => height;

    public override void Place(PageFlow flow)
    {
        if (flow.IsAtTop) return;
        var (left, y) = (flow.Frame.Left, flow.PageY + (height / 2));
        if (ruled) flow.Page.Add(new Rule(left, y, left + flow.Frame.Width, y, Thickness, SheetColours.Line, null, ArtifactKind.Layout));
        flow.Advance(height);
    }
}
