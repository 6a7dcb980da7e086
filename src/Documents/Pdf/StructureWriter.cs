using Lianxin.Documents.Typesetting.Display;

namespace Lianxin.Documents.Pdf;

/// <summary>Writes the structure tree and the way from each mark on a page to its element (PDF 1.7, 14.7).</summary>
internal sealed class StructureWriter(PdfFile file, IReadOnlyList<int> pageIds, IReadOnlyList<DisplayPage> pages)
{
    private readonly Dictionary<StructureNode, int> _ids = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<StructureNode, List<(int Page, int Mark)>> _marks = new(ReferenceEqualityComparer.Instance);

    /// <summary>Number of the tree's root object.</summary>
    public int Write(StructureNode document, IReadOnlyList<IReadOnlyList<StructureNode>> markedByPage)
    {
        var root = file.Reserve();
        Number(document);
        for (var page = 0; page < markedByPage.Count; page++)
        {
            for (var mark = 0; mark < markedByPage[page].Count; mark++) MarksOf(markedByPage[page][mark]).Add((page, mark));
        }
        WriteNode(document, root);
        file.Set(root, new PdfBuffer().Add("<< /Type /StructTreeRoot /RoleMap << /Title /P >> /K").Reference(_ids[document])
            .Add(" /ParentTree").Reference(ParentTree(markedByPage)).Add(" /ParentTreeNextKey").Number(markedByPage.Count).Add(" >>"));
        return root;
    }

    private void Number(StructureNode node)
    {
        _ids[node] = file.Reserve();
        foreach (var child in node.Children) Number(child);
    }

    private List<(int Page, int Mark)> MarksOf(StructureNode node) =>
        _marks.TryGetValue(node, out var marks) ? marks : _marks[node] = [];

    private void WriteNode(StructureNode node, int parent)
    {
        var marks = _marks.GetValueOrDefault(node) ?? [];
        var body = new PdfBuffer().Add($"<< /Type /StructElem /S /{node.Type} /P").Reference(parent);
        if (marks.Count > 0) body.Add(" /Pg").Reference(pageIds[marks[0].Page]);
        if (node.AlternateText is { } text) body.Add(" /Alt").Text(text);
        Attributes(body, node, marks.Count > 0 ? pages[marks[0].Page].Height : 0);
        body.Add(" /K [");
        foreach (var (page, mark) in marks)
        {
            if (page == marks[0].Page) body.Number(mark);
            else body.Add(" << /Type /MCR /Pg").Reference(pageIds[page]).Add(" /MCID").Number(mark).Add(" >>");
        }
        foreach (var child in node.Children) body.Reference(_ids[child]);
        file.Set(_ids[node], body.Add(" ] >>"));
        foreach (var child in node.Children) WriteNode(child, _ids[node]);
    }

    private static void Attributes(PdfBuffer body, StructureNode node, double pageHeight)
    {
        if (node.Bounds is { } box)
        {
            body.Add(" /A << /O /Layout /Placement /Block /BBox [")
                .Numbers(box.X, pageHeight - box.Y - box.Height, box.X + box.Width, pageHeight - box.Y).Add(" ] >>");
        }
        if (node.Scope is null && node.RowSpan == 1 && node.ColumnSpan == 1) return;
        body.Add(" /A << /O /Table");
        if (node.Scope is { } scope) body.Add(" /Scope /").Add(scope);
        if (node.RowSpan > 1) body.Add(" /RowSpan").Number(node.RowSpan);
        if (node.ColumnSpan > 1) body.Add(" /ColSpan").Number(node.ColumnSpan);
        body.Add(" >>");
    }

    private int ParentTree(IReadOnlyList<IReadOnlyList<StructureNode>> markedByPage)
    {
        var tree = new PdfBuffer().Add("<< /Nums [");
        for (var page = 0; page < markedByPage.Count; page++)
        {
            tree.Number(page).Add(" [");
            foreach (var node in markedByPage[page]) tree.Reference(_ids[node]);
            tree.Add(" ]");
        }
        return file.Add(tree.Add(" ] >>"));
    }
}
