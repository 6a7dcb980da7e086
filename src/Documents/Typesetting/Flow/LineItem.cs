using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>One line of text, on one line of the grid unless it has a pitch of its own.</summary>
internal sealed class LineItem(TextLine line, double x, StructureNode node) : FlowItem
{
    /// <summary>Level of the heading that begins with this line; 0 for other lines.</summary>
    public int BookmarkLevel { get; init; }

    public string BookmarkTitle { get; init; } = string.Empty;

    /// <summary>From its baseline to the next one, points.</summary>
    public double Pitch { get; init; } = PageGeometry.LinePitch;

    /// <summary>Height of the em box of the body beside which it stands, points.</summary>
    public double BoxHeight { get; init; } = PageGeometry.BodySize;

    public override double LeastHeight => BoxHeight;

    public override double FullHeight => Pitch;

    public override void Place(PageFlow flow)
    {
        if (!flow.Fits(LeastHeight)) flow.NewPage();
        if (BookmarkLevel > 0) flow.AddBookmark(BookmarkLevel, BookmarkTitle);
        // Smaller or larger type stands on the same baselines as the body.
        var top = flow.PageY + (PageGeometry.EmAscent * (BoxHeight - line.Style.Size));
        flow.Page.AddLine(line, flow.Frame.Left + x, top, node);
        flow.Advance(Pitch);
    }
}
