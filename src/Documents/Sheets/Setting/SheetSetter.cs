using Lianxin.Core.Reports;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Sheets.Codes;
using Lianxin.Documents.Typesetting;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Flow;
using Lianxin.Documents.Typesetting.Tables;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Sheets.Setting;

/// <summary>What all sheets are put together from: titles, headings, paragraphs, tables, blocks with a QR code.</summary>
internal sealed class SheetSetter(FontLibrary fonts, SheetStyle style)
{
    /// <summary>A block taller than this share of a page is set line by line, so that it can be parted.</summary>
    private const double TallestBlock = 0.6;

    private readonly List<FlowItem> _items = [];

    public SheetStyle Style { get; } = style;

    public TextSetter Text { get; } = new(fonts);

    public StructureNode Root { get; } = StructureNode.Root();

    public IReadOnlyList<FlowItem> Items => _items;

    public double Width => Style.Frame.Width;

    public void Add(FlowItem item) => _items.Add(item);

    /// <param name="size">In sizes of the body.</param>
    public void Gap(double size, bool ruled = false, bool keepWithNext = false) =>
        Add(new GapItem(size * Style.Body.Size, ruled) { KeepWithNext = keepWithNext });

    /// <summary>Centred, broken where the sense allows.</summary>
    public void Title(string text)
    {
        var node = Root.Add("Title");
        var title = Style.Title;
        foreach (var part in TitleBreaker.Break(SheetText.Line(text), s => Text.Line(s, title).Width, Width))
        {
            foreach (var line in Text.Lines(part, title, Width)) Add(Item(line, (Width - line.Width) / 2, node, SheetStyle.CloseLeading, keepWithNext: true));
        }
    }

    public void Heading(string text)
    {
        var title = SheetText.Line(text);
        var node = Root.Add("H1");
        var lines = Text.Lines(title, Style.Heading, Width);
        for (var i = 0; i < lines.Count; i++)
        {
            Add(new LineItem(lines[i], 0, node)
            {
                BoxHeight = Style.Heading.Size,
                Pitch = Style.Heading.Size * SheetStyle.Leading,
                KeepWithNext = true,
                BookmarkLevel = i == 0 ? 1 : 0,
                BookmarkTitle = title,
            });
        }
    }

    /// <summary>Running text. No single line of it is left at the foot or the head of a page.</summary>
    /// <param name="indent">In characters, for the first line.</param>
    public void Paragraph(string text, TextStyle face, int indent = 2, bool centred = false, double leading = SheetStyle.Leading)
    {
        var node = Root.Add("P");
        var first = indent * face.Size;
        var lines = Text.Lines(text, face, Width, first, justify: !centred);
        for (var i = 0; i < lines.Count; i++)
        {
            var x = centred ? (Width - lines[i].Width) / 2 : i == 0 ? first : 0;
            Add(Item(lines[i], x, node, leading, keepWithNext: lines.Count > 1 && (i == 0 || i == lines.Count - 2)));
        }
    }

    public void Table(TableBlock table, TableLook look)
    {
        if (table.Rows.Count == 0) return;
        var measured = new TableMeasurer(Text, look).Measure(table);
        var node = Root.Add("Table");
        if (SheetText.Line(table.Caption) is { Length: > 0 } caption)
        {
            Gap(0.3, keepWithNext: true);
            var captionNode = node.Add("Caption");
            foreach (var line in Text.Lines(caption, Style.Strong, Width)) Add(Item(line, (Width - line.Width) / 2, captionNode, SheetStyle.Leading, keepWithNext: true));
        }
        Add(new TableItem(measured, new TableStructure(node, measured.Grid), Style.Frame));
    }

    /// <summary>Lines beside the QR code of a web address. Very long ones stand below each other.</summary>
    /// <param name="side">Of the code, millimetres on A4.</param>
    /// <param name="compose">Makes the lines for a width.</param>
    public void Beside(Func<double, IReadOnlyList<SetLine>> compose, string? address, double side, string caption, bool keepWithNext)
    {
        var code = address is { Length: > 0 } ? QrCode.Of(address) : null;
        var points = side * PageGeometry.PointsPerMillimetre * Style.Scale;
        var lines = compose(code is null ? Width : Width - points - Style.Body.Size);
        var isTall = lines.Sum(line => line.Pitch) > Style.Frame.Height * TallestBlock;
        IEnumerable<IReadOnlyList<SetLine>> blocks = isTall ? lines.Select(line => new[] { line }) : [lines];
        foreach (var block in blocks) Add(new BesideItem(block, code is null || isTall ? null : Figure(code, address!, points, caption)) { KeepWithNext = keepWithNext && !isTall });
        if (isTall && code is not null) Add(new BesideItem([], Figure(code, address!, points, caption)));
    }

    /// <summary>Lines of one text as part of a block.</summary>
    public IEnumerable<SetLine> BlockLines(string text, TextStyle face, double width, string type, Colour colour = default, bool isHeading = false)
    {
        var node = Root.Add(type);
        var lines = Text.Lines(text, face, width);
        return lines.Select((line, i) => new SetLine(line, node, face.Size * SheetStyle.CloseLeading, colour, isHeading && i == 0 ? text : null));
    }

    private QrFigure Figure(QrCode code, string address, double side, string caption)
    {
        var node = Root.Add(new StructureNode("Figure", Root) { AlternateText = $"二维码，内容为网址 {SheetText.Line(address)}" });
        return new QrFigure(code, side, Text.Line(caption, Style.Small), node, node.Add("Caption"));
    }

    private static LineItem Item(TextLine line, double x, StructureNode node, double leading, bool keepWithNext) => new(line, x, node)
    {
        BoxHeight = line.Style.Size,
        Pitch = line.Style.Size * leading,
        KeepWithNext = keepWithNext,
    };
}
