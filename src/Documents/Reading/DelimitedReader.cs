using System.Text;
using Lianxin.Core.Privacy;

namespace Lianxin.Documents.Reading;

/// <summary>Reads CSV as people make it: comma, semicolon or tab, quotes where they please. It looks for persons, not for faults of form.</summary>
internal static class DelimitedReader
{
    public static void Read(string text, FileScan scan)
    {
        var table = new TableScan(scan.Profile);
        var row = 0;
        foreach (var cells in Rows(text))
        {
            row++;
            var at = row;
            foreach (var cell in cells)
                scan.Budget.Cell();
            scan.Log.Add(table.Row(cells, column => $"{scan.Place}第{at}行第{column + 1}列"));
        }

        scan.Log.Add(table.End(scan.Place.TrimEnd()));
    }

    /// <summary>The rows one after the other, each with its cells.</summary>
    public static IEnumerable<IReadOnlyList<TableCell>> Rows(string text)
    {
        var delimiter = DelimiterOf(text);
        var cells = new List<TableCell>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = text.StartsWith('\uFEFF') ? 1 : 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && (quoted || cell.Length == 0))
            {
                if (quoted && i + 1 < text.Length && text[i + 1] == '"')
                    cell.Append(text[++i]);
                else
                    quoted = !quoted;
            }
            else if (!quoted && (c == delimiter || c == '\n'))
            {
                cells.Add(new TableCell(cells.Count, cell.ToString().TrimEnd('\r')));
                cell.Clear();
                if (c != '\n')
                    continue;
                yield return cells;
                cells = [];
            }
            else
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            cells.Add(new TableCell(cells.Count, cell.ToString()));
            yield return cells;
        }
    }

    /// <summary>Whichever the first line has most of; a quote that never closes makes one cell of the rest, which is read all the same.</summary>
    public static char DelimiterOf(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var line = text.AsSpan(0, end < 0 ? text.Length : end);
        var best = ',';
        foreach (var candidate in "\t;|")
        {
            if (line.Count(candidate) > line.Count(best))
                best = candidate;
        }

        return best;
    }
}
