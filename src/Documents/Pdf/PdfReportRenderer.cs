using Lianxin.Core.Reports;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Typesetting;

namespace Lianxin.Documents.Pdf;

/// <summary>
/// Renders a report as PDF in the style of GB/T 9704-2012: A4, 22 lines of 28 characters, tagged, with bookmarks and embedded subsets of the
/// fonts, to PDF/A-2a and PDF/UA-1. Safe for concurrent use; the same content gives the same bytes.
/// </summary>
public sealed class PdfReportRenderer(FontLibrary fonts) : IReportRenderer
{
    public string MediaType => "application/pdf";

    public byte[] Render(ReportContent content) => RenderDocument(content).Bytes;

    /// <summary>Like <see cref="Render"/>, and tells what was noticed on the way.</summary>
    /// <exception cref="ArgumentException">A table row has more cells than the table has columns.</exception>
    public PdfRendering RenderDocument(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var document = new ReportTypesetter(fonts).Set(content);
        var bytes = PdfDocumentWriter.Write(document, DocumentFacts.Of(content));
        return new PdfRendering(bytes, document.Pages.Count, document.Missing);
    }
}
