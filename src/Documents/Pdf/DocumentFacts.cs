using System.Globalization;
using Lianxin.Core.Reports;

namespace Lianxin.Documents.Pdf;

/// <summary>What the file says about itself, once as document information and once as XMP; both must agree (ISO 19005-2, 6.6.3).</summary>
internal sealed record DocumentFacts(string Title, string Author, string Subject, string Identity, DateOnly Day)
{
    public const string Producer = "Lianxin";

    /// <summary>Midnight of the day in China Standard Time, as XMP writes it.</summary>
    public string XmpDate => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+08:00";

    private string InfoDate => Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static DocumentFacts Of(ReportContent content) => new(
        Printable(string.Concat(content.Title) is { Length: > 0 } title ? title : content.Subject),
        Printable(content.Issuer),
        Printable(content.Subject),
        content.Identity,
        content.DatedOn);

    public PdfBuffer Info() => new PdfBuffer().Add("<< /Title").Text(Title).Add(" /Author").Text(Author).Add(" /Subject").Text(Subject)
        .Add($" /Creator ({Producer}) /Producer ({Producer}) /CreationDate (D:{InfoDate}000000+08'00') /ModDate (D:{InfoDate}000000+08'00') >>");

    /// <summary>XML knows no control characters and no half surrogate pairs.</summary>
    private static string Printable(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r.Value >= 0x20 && (r.Value & 0xFFFE) != 0xFFFE).Select(r => r.ToString()));
}
