using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>What every kind of block needs to become flow items.</summary>
internal sealed class BlockSetter(TextSetter text, StructureNode root)
{
    private readonly List<FlowItem> _items = [];

    public TextSetter Text { get; } = text;

    public StructureNode Root { get; } = root;

    public IReadOnlyList<FlowItem> Items => _items;

    public void Add(FlowItem item) => _items.Add(item);

    /// <summary>Keeps the last lines set so far together with what comes next.</summary>
    public void KeepLast(int lines)
    {
        for (var i = Math.Max(0, _items.Count - lines); i < _items.Count; i++)
        {
            if (_items[i] is LineItem) _items[i].KeepWithNext = true;
        }
    }

    /// <summary>Running text: first line indented by two characters, the others flush.</summary>
    public void AddParagraph(string content, TextStyle style, StructureNode node, double pitch = PageGeometry.LinePitch)
    {
        var indent = 2 * PageGeometry.BodyPitch;
        var lines = Text.Lines(content, style, PageGeometry.Width, indent, justify: true);
        // After a heading two lines stand better than one.
        var afterHeading = lines.Count > 1 && _items.Count > 0 && _items[^1] is LineItem { KeepWithNext: true };
        for (var i = 0; i < lines.Count; i++)
            Add(new LineItem(lines[i], i == 0 ? indent : 0, node) { Pitch = pitch, KeepWithNext = afterHeading && i == 0 });
    }

    /// <summary>Centred lines, one item each.</summary>
    public void AddCentred(IEnumerable<TextLine> lines, StructureNode node, bool keepWithNext)
    {
        foreach (var line in lines)
            Add(new LineItem(line, (PageGeometry.Width - line.Width) / 2, node) { KeepWithNext = keepWithNext });
    }
}
