using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Display;

/// <summary>What stands on one page, in painting order, which is reading order.</summary>
internal sealed class DisplayPage(int number, double width = PageGeometry.PageWidth, double height = PageGeometry.PageHeight)
{
    private readonly List<DisplayItem> _items = [];

    /// <summary>From 1.</summary>
    public int Number { get; } = number;

    /// <summary>Of the paper, points.</summary>
    public double Width { get; } = width;

    /// <inheritdoc cref="Width"/>
    public double Height { get; } = height;

    public IReadOnlyList<DisplayItem> Items => _items;

    public void Add(DisplayItem item) => _items.Add(item);

    /// <summary>Paints a line whose em box begins at <paramref name="top"/>.</summary>
    public void AddLine(TextLine line, double x, double top, StructureNode? node, ArtifactKind artifact = ArtifactKind.Layout, Colour colour = default)
    {
        if (line.Glyphs.Count == 0) return;
        var baseline = top + (PageGeometry.EmAscent * line.Style.Size);
        _items.Add(new GlyphRun(line.Glyphs, x, baseline, line.Style.Size, colour, node, artifact));
    }
}
