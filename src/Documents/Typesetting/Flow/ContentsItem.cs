using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>One line of the contents: title, a leader of dots that says nothing, the page at the right edge.</summary>
internal sealed class ContentsItem(TextLine title, double indent, TextLine dot, TextLine number, StructureNode node) : FlowItem
{
    /// <summary>From dot to dot, points; dots of all lines stand below each other.</summary>
    private const double DotPitch = PageGeometry.BodyPitch / 2;

    public override double LeastHeight => PageGeometry.BodySize;

    public override double FullHeight => PageGeometry.LinePitch;

    public override void Place(PageFlow flow)
    {
        if (!flow.Fits(LeastHeight)) flow.NewPage();
        flow.Page.AddLine(title, flow.Frame.Left + indent, flow.PageY, node);
        var last = PageGeometry.Width - number.Width - DotPitch;
        for (var x = Math.Ceiling((indent + title.Width + DotPitch) / DotPitch) * DotPitch; x + DotPitch <= last; x += DotPitch)
            flow.Page.AddLine(dot, flow.Frame.Left + x, flow.PageY, null);
        flow.Page.AddLine(number, flow.Frame.Left + PageGeometry.Width - number.Width, flow.PageY, node);
        flow.Advance(FullHeight);
    }
}
