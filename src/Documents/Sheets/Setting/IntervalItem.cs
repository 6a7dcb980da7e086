using Lianxin.Documents.Typesetting;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Flow;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Sheets.Setting;

/// <summary>A share as a bar on a track from 0 to 100 %, its interval as whiskers over it, the name at the left and the value at the right.</summary>
/// <param name="share">0 to 1; null paints the track alone.</param>
internal sealed class IntervalItem(IReadOnlyList<TextLine> name, TextLine value, double? share, double low, double high, Colour fill, StructureNode figure) : FlowItem
{
    private const double NameShare = 0.24;
    private const double ValueShare = 0.14;
    private const double NameLeading = 1.2;
    private const int Quarters = 4;

    private double Size => value.Style.Size;

    private double NameHeight => name.Sum(line => line.Style.Size * NameLeading);

    public override double LeastHeight => Math.Max(NameHeight + (Size * 0.5), Size * 1.9);

    /// <summary>Room for the names, in points.</summary>
    public static double NameWidth(double width) => (width * NameShare) - 6;

    public override void Place(PageFlow flow)
    {
        if (!flow.Fits(LeastHeight)) flow.NewPage();
        var (left, top, width) = (flow.Frame.Left, flow.PageY, flow.Frame.Width);
        figure.Bounds = new Box(left, top, width, LeastHeight);
        var y = top + ((LeastHeight - NameHeight) / 2);
        foreach (var line in name)
        {
            flow.Page.AddLine(line, left, y, figure);
            y += line.Style.Size * NameLeading;
        }
        PaintBar(flow.Page, new Box(left + (width * NameShare), top + (Size * 0.3), width * (1 - NameShare - ValueShare), LeastHeight - (Size * 0.6)));
        flow.Page.AddLine(value, left + width - value.Width, top + ((LeastHeight - Size) / 2), figure);
        flow.Advance(LeastHeight);
    }

    private void PaintBar(DisplayPage page, Box track)
    {
        Fill(page, track, SheetColours.Track);
        if (share is { } known) Fill(page, track with { Width = track.Width * Math.Clamp(known, 0, 1) }, fill);
        for (var i = 0; i <= Quarters; i++)
        {
            var x = track.X + (track.Width * i / Quarters);
            Line(page, x, track.Y, x, track.Y + track.Height, 0.4, SheetColours.Line);
        }
        if (share is null) return;
        var (from, to) = (track.X + (track.Width * Math.Clamp(low, 0, 1)), track.X + (track.Width * Math.Clamp(high, 0, 1)));
        var middle = track.Y + (track.Height / 2);
        var cap = track.Height * 0.28;
        Line(page, from, middle, to, middle, 1.6, Colour.Black);
        Line(page, from, middle - cap, from, middle + cap, 1.6, Colour.Black);
        Line(page, to, middle - cap, to, middle + cap, 1.6, Colour.Black);
    }

    private void Fill(DisplayPage page, Box box, Colour colour) => page.Add(new FilledBox(box, colour, figure, ArtifactKind.Layout));

    private void Line(DisplayPage page, double x1, double y1, double x2, double y2, double thickness, Colour colour) =>
        page.Add(new Rule(x1, y1, x2, y2, thickness, colour, figure, ArtifactKind.Layout));
}
