using Lianxin.Documents.Typesetting;
using Lianxin.Documents.Typesetting.Display;

namespace Lianxin.Documents.Pdf;

/// <summary>Writes the bookmarks as a tree by level (PDF 1.7, 12.3.3), all of it open.</summary>
internal sealed class OutlineWriter(PdfFile file, IReadOnlyList<int> pageIds, IReadOnlyList<DisplayPage> pages)
{
    /// <summary>Number of the outline's root object; null when there is nothing to list.</summary>
    public int? Write(IReadOnlyList<Bookmark> bookmarks)
    {
        if (bookmarks.Count == 0) return null;
        var root = new Entry(file.Reserve(), null, null);
        var path = new Stack<Entry>([root]);
        foreach (var bookmark in bookmarks)
        {
            while (path.Count > 1 && path.Peek().Bookmark!.Level >= bookmark.Level) path.Pop();
            var entry = new Entry(file.Reserve(), bookmark, path.Peek());
            path.Peek().Children.Add(entry);
            path.Push(entry);
        }
        Write(root, null, null);
        return root.Id;
    }

    private void Write(Entry entry, Entry? previous, Entry? next)
    {
        var body = new PdfBuffer().Add("<<");
        if (entry.Bookmark is { } bookmark)
        {
            body.Add(" /Title").Text(bookmark.Title).Add(" /Parent").Reference(entry.Parent!.Id).Add(" /Dest [").Reference(pageIds[bookmark.Page])
                .Add(" /XYZ 0").Number(pages[bookmark.Page].Height - bookmark.Top + (PageGeometry.LinePitch / 2)).Add(" null ]");
        }
        else
        {
            body.Add(" /Type /Outlines");
        }
        if (previous is not null) body.Add(" /Prev").Reference(previous.Id);
        if (next is not null) body.Add(" /Next").Reference(next.Id);
        if (entry.Children.Count > 0)
            body.Add(" /First").Reference(entry.Children[0].Id).Add(" /Last").Reference(entry.Children[^1].Id).Add(" /Count").Number(entry.Descendants);
        file.Set(entry.Id, body.Add(" >>"));
        for (var i = 0; i < entry.Children.Count; i++)
            Write(entry.Children[i], i > 0 ? entry.Children[i - 1] : null, i + 1 < entry.Children.Count ? entry.Children[i + 1] : null);
    }

    private sealed record Entry(int Id, Bookmark? Bookmark, Entry? Parent)
    {
        public List<Entry> Children { get; } = [];

        public int Descendants => Children.Sum(child => 1 + child.Descendants);
    }
}
