namespace Lianxin.Documents.Typesetting.Display;

/// <summary>Why something on a page is not part of the document's content (PDF 1.7, 14.8.2.2).</summary>
internal enum ArtifactKind
{
    /// <summary>Rules and backgrounds.</summary>
    Layout,

    /// <summary>What exists because there are pages: repeated table heads and labels.</summary>
    Pagination,

    /// <summary>The page number.</summary>
    Footer,
}
