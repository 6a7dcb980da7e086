using Lianxin.Core.Reports;

namespace Lianxin.Documents.Exports;

/// <summary>A report in another form than paper.</summary>
/// <param name="Format">Extension of its file, for example <c>json</c>.</param>
public sealed record ReportExport(string Format, string MediaType, byte[] Bytes);

/// <summary>What is made of a composed report beside its PDF: DOCX, open data (开放数据), a web page. Pure; the same content gives the same bytes.</summary>
public static class ReportExports
{
    /// <summary>Every form a report is handed out in, the paper first.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["pdf", "docx", "json", "csv", "html"];

    /// <param name="form">The statutory form, or null for a free one.</param>
    /// <param name="numbers">Every number of the report.</param>
    public static IReadOnlyList<ReportExport> Of(ReportContent content, string? form, int year, IReadOnlyList<ReportNumber> numbers)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(numbers);
        return
        [
            new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ReportDocx.Write(content)),
            new("json", "application/json", ReportJson.Write(content, form, year, numbers)),
            new("csv", "text/csv; charset=utf-8", ReportCsv.Write(numbers)),
            new("html", "text/html; charset=utf-8", ReportHtml.Write(content)),
        ];
    }
}
