namespace Lianxin.Documents.Typesetting.Display;

/// <summary>A heading to jump to.</summary>
/// <param name="Level">From 1.</param>
/// <param name="Page">Index of the page, from 0.</param>
/// <param name="Top">Points from the page's top edge.</param>
internal sealed record Bookmark(int Level, string Title, int Page, double Top);
