using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pdf;

namespace Lianxin.Bench.Reports.Engines;

/// <summary>One report set by our writer in a process of its own: start, source read, fonts read, PDF written, end.</summary>
internal static class DocumentRun
{
    public const string Argument = "document-run";

    public static int Run(string fonts, string source, string target)
    {
        File.WriteAllBytes(target, new PdfReportRenderer(FontLibrary.Load(fonts)).Render(ContentFile.Read(source)));
        return 0;
    }
}
