namespace Lianxin.Documents.Typesetting.Display;

/// <summary>An element of the document's logical structure (PDF 1.7, 14.8.4), in reading order. What is painted names its element.</summary>
internal sealed class StructureNode(string type, StructureNode? parent)
{
    private readonly List<StructureNode> _children = [];

    /// <summary>A standard structure type such as <c>H1</c>, <c>P</c>, <c>TD</c>.</summary>
    public string Type { get; } = type;

    public StructureNode? Parent { get; } = parent;

    public IReadOnlyList<StructureNode> Children => _children;

    /// <summary>Text for those who cannot see a figure.</summary>
    public string? AlternateText { get; init; }

    /// <summary><c>Row</c> or <c>Column</c> for a head cell.</summary>
    public string? Scope { get; init; }

    public int RowSpan { get; init; } = 1;

    public int ColumnSpan { get; init; } = 1;

    /// <summary>Where a figure stands on its page; set when it is painted.</summary>
    public Box? Bounds { get; set; }

    public static StructureNode Root() => new("Document", null);

    public StructureNode Add(string type) => Add(new StructureNode(type, this));

    public StructureNode Add(StructureNode child)
    {
        _children.Add(child);
        return child;
    }
}
