using Lianxin.Documents.Typesetting;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Flow;
using Lianxin.Documents.Typesetting.Tables;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Sheets.Setting;

/// <summary>Signs on their colours, each with its meaning, in as many rows as they need.</summary>
internal sealed class LegendItem : FlowItem
{
    private readonly List<List<Entry>> _rows = [[]];
    private readonly double _size;

    /// <param name="width">Room for a row, points.</param>
    public LegendItem(IEnumerable<Entry> entries, double width, double size)
    {
        _size = size;
        var used = 0.0;
        foreach (var entry in entries)
        {
            if (_rows[^1].Count > 0 && used + WidthOf(entry) > width)
            {
                _rows.Add([]);
                used = 0;
            }
            _rows[^1].Add(entry);
            used += WidthOf(entry);
        }
    }

    public override double LeastHeight => _rows.Count * RowHeight;

    private double Swatch => _size * 1.5;

    private double RowHeight => _size * 2;

    public override void Place(PageFlow flow)
    {
        if (!flow.Fits(LeastHeight)) flow.NewPage();
        foreach (var row in _rows)
        {
            var x = flow.Frame.Left;
            foreach (var entry in row)
            {
                Paint(flow.Page, entry, x, flow.PageY);
                x += WidthOf(entry);
            }
            flow.Advance(RowHeight);
        }
    }

    private void Paint(DisplayPage page, Entry entry, double x, double y)
    {
        var box = new Box(x, y, Swatch, Swatch);
        const double edge = 0.5;
        page.Add(new FilledBox(box, Colour.Black, null, ArtifactKind.Layout));
        page.Add(new FilledBox(new Box(x + edge, y + edge, Swatch - (2 * edge), Swatch - (2 * edge)), entry.Paint.Ground, null, ArtifactKind.Layout));
        var top = y + ((Swatch - _size) / 2);
        page.AddLine(entry.Sign, x + ((Swatch - entry.Sign.Width) / 2), top, entry.Node, colour: entry.Paint.Ink);
        page.AddLine(entry.Meaning, x + Swatch + (_size * 0.4), top, entry.Node);
    }

    private double WidthOf(Entry entry) => Swatch + entry.Meaning.Width + (_size * 1.6);

    internal sealed record Entry(TextLine Sign, TextLine Meaning, CellPaint Paint, StructureNode Node);
}
