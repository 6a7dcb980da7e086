using Lianxin.Documents.Sheets.Codes;
using Lianxin.Documents.Typesetting;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Flow;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Sheets.Setting;

/// <summary>Lines at the left and, where there is one, a QR code with its caption at the right; never parted by a page's end.</summary>
internal sealed class BesideItem(IReadOnlyList<SetLine> lines, QrFigure? figure) : FlowItem
{
    public override double LeastHeight => Math.Max(lines.Sum(line => line.Pitch), figure?.Height ?? 0);

    public override void Place(PageFlow flow)
    {
        if (!flow.Fits(LeastHeight)) flow.NewPage();
        var y = flow.PageY;
        foreach (var line in lines)
        {
            if (line.Bookmark is { } title) flow.AddBookmark(1, title);
            flow.Page.AddLine(line.Line, flow.Frame.Left + line.X, y, line.Node, colour: line.Colour);
            y += line.Pitch;
        }
        figure?.Paint(flow.Page, flow.Frame.Left + flow.Frame.Width - figure.Side, flow.PageY);
        flow.Advance(LeastHeight);
    }
}

/// <summary>A line that waits for its place.</summary>
/// <param name="Pitch">From its top to that of the next line, points; 0 when the next one stands beside it.</param>
/// <param name="X">From the left of the block, points.</param>
/// <param name="Bookmark">Title of the heading that begins here; null for other lines.</param>
internal sealed record SetLine(TextLine Line, StructureNode Node, double Pitch, Colour Colour = default, string? Bookmark = null, double X = 0);

/// <summary>A QR code with what stands below it.</summary>
/// <param name="Side">Of the square with its quiet zone, points.</param>
internal sealed record QrFigure(QrCode Code, double Side, TextLine Caption, StructureNode Node, StructureNode CaptionNode)
{
    public double Height => Side + (Caption.Style.Size * SheetStyle.CloseLeading);

    public void Paint(DisplayPage page, double x, double top)
    {
        Node.Bounds = new Box(x, top, Side, Side);
        var module = Side / (Code.Size + (2 * QrCode.QuietZone));
        for (var row = 0; row < Code.Size; row++)
        {
            for (var from = 0; from < Code.Size;)
            {
                var to = from;
                while (to < Code.Size && Code.IsDark(row, to)) to++;
                if (to > from)
                {
                    var box = new Box(x + ((from + QrCode.QuietZone) * module), top + ((row + QrCode.QuietZone) * module), (to - from) * module, module);
                    page.Add(new FilledBox(box, Colour.Black, Node, ArtifactKind.Layout));
                }
                from = to + 1;
            }
        }
        page.AddLine(Caption, x + ((Side - Caption.Width) / 2), top + Side, CaptionNode);
    }
}
