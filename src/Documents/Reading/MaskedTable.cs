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
        return Written(csv, cells =>
        {
            var found = table.Row(cells, column => column.ToString(CultureInfo.InvariantCulture)).ToLookup(f => f.Place, StringComparer.Ordinal);
            return [.. cells.Select(c => PrivacyMask.Cover(c.Text, found[c.Column.ToString(CultureInfo.InvariantCulture)]))];
        });
    }

    /// <summary>The list as its public copy shows it.</summary>
    public static string Of(string csv, PublicTable table)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(table);
        return Written(csv, cells => [.. table.Row(cells).Select(c => c.Text)]);
    }

    private static string Written(string csv, Func<IReadOnlyList<TableCell>, IReadOnlyList<string>> rowOf)
    {
        var delimiter = DelimitedReader.DelimiterOf(csv);
        var masked = new StringBuilder(csv.Length);
        foreach (var cells in DelimitedReader.Rows(csv))
            masked.AppendJoin(delimiter, rowOf(cells).Select(c => Quoted(c, delimiter))).Append("\r\n");
        return masked.ToString();
    }

    private static string Quoted(string cell, char delimiter) =>
        cell.AsSpan().IndexOfAny(delimiter, '"', '\n') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
