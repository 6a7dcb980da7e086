using System.Globalization;
using System.Text;
using Lianxin.Core.Privacy;

namespace Lianxin.Documents.Reading;

/// <summary>A CSV list with its hard findings covered cell by cell, by the heads of its columns.</summary>
public static class MaskedTable
{
    /// <summary>The masked list, UTF-8 text with CRLF; every cell that needs it in quotes.</summary>
    public static string Of(string csv, ScanProfile profile)
    {
        ArgumentNullException.ThrowIfNull(csv);
        var table = new TableScan(profile);
        var delimiter = DelimitedReader.DelimiterOf(csv);
        var masked = new StringBuilder(csv.Length);
        foreach (var cells in DelimitedReader.Rows(csv))
        {
            var found = table.Row(cells, column => column.ToString(CultureInfo.InvariantCulture)).ToLookup(f => f.Place, StringComparer.Ordinal);
            masked.AppendJoin(delimiter, cells.Select(c => Quoted(PrivacyMask.Cover(c.Text, found[c.Column.ToString(CultureInfo.InvariantCulture)]), delimiter))).Append("\r\n");
        }

        return masked.ToString();
    }

    private static string Quoted(string cell, char delimiter) =>
        cell.AsSpan().IndexOfAny(delimiter, '"', '\n') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
