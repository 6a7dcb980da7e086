namespace Lianxin.Core.Privacy;

/// <summary>
/// Reads a table row by row, as a file gives them: each cell for itself, and under the head that was last seen above its column.
/// Keeps the heads and nothing else, whatever the table's length.
/// </summary>
public sealed class TableScan(ScanProfile profile)
{
    private const int MostColumns = 512;
    private readonly ColumnKinds[] columns = new ColumnKinds[MostColumns];
    private readonly SmallGroups groups = new();
    private bool hasHeads;

    /// <summary>What the table tells as a whole, once its last row was read.</summary>
    /// <param name="place">The place of the table.</param>
    public IReadOnlyList<PersonalDataFinding> End(string place) => groups.Finding(place) is { } finding ? [finding] : [];

    /// <summary>Whether the row that was read last was one of heads.</summary>
    internal bool IsAtHeads { get; private set; }

    /// <summary>What the head above a column says; none above the first heads.</summary>
    internal ColumnKinds KindsOf(int column) => hasHeads && column < MostColumns ? columns[column] : ColumnKinds.None;

    /// <summary>Everything found in one row.</summary>
    /// <param name="cells">In order of their columns; empty ones may be left out.</param>
    /// <param name="placeOf">The place of a column's cell in this row.</param>
    public IReadOnlyList<PersonalDataFinding> Row(IReadOnlyList<TableCell> cells, Func<int, string> placeOf)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(placeOf);
        var isHead = ReadHeads(cells);
        List<PersonalDataFinding>? found = null;
        var named = !isHead && hasHeads ? FactsOf(cells) : default;
        IsAtHeads = isHead;
        if (isHead)
            groups.ReadHeads(cells.Where(c => c.Column < MostColumns).Select(c => (c.Column, c.Text, columns[c.Column])));
        else if (groups.Counts && !named.Named)
            groups.Add(column => TextOf(cells, column));
        foreach (var cell in cells)
        {
            if (MayHold(cell.Text))
                Read(cell, isHead, named, placeOf, ref found);
        }

        return found ?? (IReadOnlyList<PersonalDataFinding>)[];
    }

    private void Read(TableCell cell, bool isHead, RowFacts facts, Func<int, string> placeOf, ref List<PersonalDataFinding>? found)
    {
        var scan = new ScannedText(cell.Text);
        TextDetectors.FindIn(scan, profile);
        if (!isHead && hasHeads && cell.Column < MostColumns)
            ColumnRules.Cell(scan, new CellRange(0, scan.Text.Length), columns[cell.Column], facts, profile);
        if (scan.Hits.Count > 0)
            (found ??= []).AddRange(TextDetectors.Findings(placeOf(cell.Column), scan));
    }

    /// <summary>A row is one of heads when two of its cells are, or the only one it has.</summary>
    private bool ReadHeads(IReadOnlyList<TableCell> cells)
    {
        var known = 0;
        foreach (var cell in cells)
            known += ColumnHeads.Of(cell.Text) == ColumnKinds.None ? 0 : 1;
        if (known == 0 || (known == 1 && cells.Count > 1 && hasHeads) || cells.Any(c => c.Text.Length > 40))
            return false;
        Array.Clear(columns);
        foreach (var cell in cells)
        {
            if (cell.Column < MostColumns)
                columns[cell.Column] = ColumnHeads.Of(cell.Text);
        }

        hasHeads = true;
        return true;
    }

    private RowFacts FactsOf(IReadOnlyList<TableCell> cells)
    {
        var facts = new RowFacts(false, false, -1);
        foreach (var cell in cells)
        {
            if (cell.Column < MostColumns && columns[cell.Column] != ColumnKinds.None && RowFacts.Matters(columns[cell.Column]))
                facts = facts.With(cell.Text, columns[cell.Column]);
        }

        return facts;
    }

    private static string TextOf(IReadOnlyList<TableCell> cells, int column)
    {
        foreach (var cell in cells)
        {
            if (cell.Column == column)
                return cell.Text;
        }

        return "";
    }

    /// <summary>Most cells of a list are short numbers and cannot hold anything.</summary>
    private static bool MayHold(string text)
    {
        if (text.Length >= 11)
            return true;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && c is not ('.' or '-' or ',' or '/'))
                return true;
        }

        return text.Length == 1 || text.Length >= 7;
    }
}
