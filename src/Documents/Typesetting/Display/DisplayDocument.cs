namespace Lianxin.Documents.Typesetting.Display;

/// <summary>A document with all its places fixed: from it PDF is written, and any other fixed-layout format could be.</summary>
/// <param name="Missing">Characters that no font has, printed as 〓.</param>
internal sealed record DisplayDocument(
    IReadOnlyList<DisplayPage> Pages,
    StructureNode Structure,
    IReadOnlyList<Bookmark> Bookmarks,
    IReadOnlyList<string> Missing);
