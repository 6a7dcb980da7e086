using System.Runtime.InteropServices;

namespace Lianxin.Core.Privacy;

/// <summary>Finds tables in running text: a line of heads, and the lines below it that are divided in the same way.</summary>
internal static class PastedTables
{
    private const int MostColumns = 60;
    private const int MostHeads = 500;

    public static void Find(ScannedText scan, ScanProfile profile)
    {
        var text = scan.Text;
        if (!ColumnHeads.MayBeIn(text.Characters))
            return;
        ColumnKinds[] columns = [];
        var groups = new SmallGroups();
        var head = default(CellRange);
        var delimiter = '\0';
        var cells = new List<CellRange>();
        var heads = new Dictionary<string, ColumnKinds>(StringComparer.Ordinal);
        for (var start = 0; start < text.Length;)
        {
            var length = text.Characters[start..].IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            if (HeadsOf(text, start, end, cells, heads) is { } found)
            {
                (delimiter, columns) = (found, [.. cells.Select(c => Of(text, c, heads))]);
                var kinds = columns;
                Tell(scan, groups, head);
                groups.ReadHeads(cells.Select((c, i) => (i, text.Characters[c.Start..c.End].ToString(), kinds[i])));
                head = new CellRange(start, end).Trimmed(text);
            }
            else if (columns.Length > 0)
            {
                Split(text, start, end, delimiter, cells);
                if (cells.Count < 2)
                    columns = [];
                else if (groups.Counts && !RowFacts.Of(text, CollectionsMarshal.AsSpan(cells), columns).Named)
                    groups.Add(column => column < cells.Count ? text.Characters[cells[column].Start..cells[column].End].ToString() : "");
                ColumnRules.Find(scan, CollectionsMarshal.AsSpan(cells), columns, profile);
            }

            start = end + 1;
        }

        Tell(scan, groups, head);
    }

    /// <summary>What a table told as a whole stands at its heads.</summary>
    private static void Tell(ScannedText scan, SmallGroups groups, CellRange head)
    {
        if (head.Length > 0 && groups.Finding("") is { } finding)
            scan.Add(new Hit(PersonalDataKinds.Combination, head.Start, head.End, $"{finding.Excerpt}：{SmallGroups.Rule}", PrivacySeverity.Soft));
    }

    /// <summary>The delimiter of a line of heads: at least two cells, one of them a head that is known and none of them long.</summary>
    private static char? HeadsOf(NormalisedText text, int start, int end, List<CellRange> cells, Dictionary<string, ColumnKinds> heads)
    {
        if (end - start > 1000 || !ColumnHeads.MayBeIn(text.Characters[start..end]))
            return null;
        foreach (var delimiter in "\t|, ")
        {
            if (!text.Characters[start..end].Contains(delimiter))
                continue;
            Split(text, start, end, delimiter, cells);
            var known = cells.Count(c => Of(text, c, heads) != ColumnKinds.None);
            if (cells.Count >= 2 && known >= (delimiter is '\t' or '|' or ',' ? 1 : 2) && cells.TrueForAll(c => c.Trimmed(text).Length <= 24))
                return delimiter;
        }

        return null;
    }

    /// <summary>Pages of a long list repeat their heads; each wording is read once.</summary>
    private static ColumnKinds Of(NormalisedText text, CellRange cell, Dictionary<string, ColumnKinds> heads)
    {
        var words = text.Characters[cell.Start..cell.End];
        var known = heads.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(words, out var kinds))
            return kinds;
        kinds = ColumnHeads.Of(words);
        if (heads.Count < MostHeads)
            known[words] = kinds;
        return kinds;
    }

    /// <summary>Several blanks between two cells count as one delimiter.</summary>
    private static void Split(NormalisedText text, int start, int end, char delimiter, List<CellRange> cells)
    {
        cells.Clear();
        var from = start;
        for (var at = start; at <= end && cells.Count < MostColumns; at++)
        {
            if (at < end && text[at] != delimiter)
                continue;
            if (delimiter != ' ' || at > from)
                cells.Add(new CellRange(from, at));
            from = at + 1;
        }
    }
}
