namespace Lianxin.Documents.Pdf;

/// <summary>A finished PDF file.</summary>
/// <param name="MissingCharacters">Characters that no configured font has, each once: they are printed as 〓 and should be shown to the person who checks the document.</param>
public sealed record PdfRendering(byte[] Bytes, int PageCount, IReadOnlyList<string> MissingCharacters);
