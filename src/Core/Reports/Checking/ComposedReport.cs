using System.Globalization;

namespace Lianxin.Core.Reports.Checking;

/// <summary>
/// Our own report in the interchange form, so that it is judged by the same rules as anybody's: what was composed for print is read back,
/// not what it was made from.
/// </summary>
public static class ComposedReport
{
    /// <param name="form">The statutory form of its format.</param>
    public static ReportDocument Document(ReportContent content, string form, int year)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new ReportDocument(
            form, AgencyLevel.Township, year, "full", content.Issuer, new ReportCells(Cells(content), new HashSet<string>(StringComparer.Ordinal)),
            StatedFigures.None, StatedFigures.None, Headings(content), Narrative(content));
    }

    /// <summary>The published edition of a year in a statutory format: its tables only, for what must come back a year later.</summary>
    public static ReportDocument Document(ReportEdition edition, ReportFormat format, int year)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(format);
        var numbers = edition.Draft.Numbers.ToDictionary(n => n.Key, n => n.Value, StringComparer.Ordinal);
        var cells = format.Records
            .Where(f => f.Cell.Length > 0 && numbers.ContainsKey(f.Key))
            .ToDictionary(f => f.Cell, f => numbers[f.Key], StringComparer.Ordinal);
        return new ReportDocument(
            format.Form ?? StatutoryForms.OldForm, AgencyLevel.Township, year, "partial", "", new ReportCells(cells, new HashSet<string>(StringComparer.Ordinal)),
            StatedFigures.None, StatedFigures.None, [], "");
    }

    /// <summary>Printed numbers by path.</summary>
    public static IReadOnlyDictionary<string, decimal> Cells(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Blocks.OfType<TableBlock>().SelectMany(t => t.Rows).SelectMany(r => r.Cells).Where(c => c.Path.Length > 0)
            .ToDictionary(c => c.Path, c => decimal.Parse(c.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary>The numbered chapters.</summary>
    public static IReadOnlyList<string> Headings(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return [.. content.Blocks.OfType<HeadingBlock>().Where(h => h.Level == 1).Select(h => h.Text)];
    }

    /// <summary>The running text, a line per paragraph.</summary>
    public static string Narrative(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return string.Join('\n', content.Blocks.OfType<ParagraphBlock>().Select(p => p.Text));
    }
}
