namespace Lianxin.Core.Reports.Checking;

/// <summary>
/// Section 3 as numbers to reckon with. An empty total stands for the sum of its parts, because the missing total is a finding of its
/// own and must not be reported a second time as a wrong sum.
/// </summary>
internal sealed class ApplicationTable
{
    private readonly ReportCells cells;

    public ApplicationTable(StatutoryForms forms, ReportCells cells)
    {
        this.cells = cells;
        Applicants = [.. forms.Columns.Where(c => c.Key != StatutoryForms.Total).Select(c => c.Key)];
        Columns = [.. forms.Columns.Select(c => c.Key)];
        Rows = [.. forms.Section3.Select(r => r.Key)];
        Inflows = KeysOf(forms, ApplicationRowKind.Inflow);
        Outflows = KeysOf(forms, ApplicationRowKind.Outflow);
        TotalRow = KeysOf(forms, ApplicationRowKind.OutcomeTotal)[0];
        Outcomes = [.. OutcomesOf(forms)];
    }

    public IReadOnlyList<string> Applicants { get; }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<string> Rows { get; }

    public IReadOnlyList<string> Inflows { get; }

    public IReadOnlyList<string> Outflows { get; }

    /// <summary>The outcome rows that this report fills in: the single rows, or the merged one that stands for several.</summary>
    public IReadOnlyList<string> Outcomes { get; }

    public string TotalRow { get; }

    public static string Path(string row, string column) => $"section3.{row}.{column}";

    /// <summary>The number in a cell, or what an empty one stands for; null when not known.</summary>
    public decimal? At(string row, string column)
    {
        var path = Path(row, column);
        if (!cells.IsBlank(path))
            return cells.Printed(path);
        if (column == StatutoryForms.Total)
            return Sum(Applicants.Select(c => At(row, c)));
        return row == TotalRow ? Sum(Outcomes.Select(r => At(r, column))) : 0;
    }

    public decimal? Total(string row) => At(row, StatutoryForms.Total);

    /// <summary>The total of a row, or of the rows of a group such as <c>refused</c>; null when not known or no such row.</summary>
    public decimal? RowOrGroup(string key)
    {
        if (Rows.Contains(key) && Total(key) is { } total)
            return total;
        var group = key.EndsWith(".combined", StringComparison.Ordinal) ? key[..key.LastIndexOf('.')] : key;
        var rows = Outcomes.Where(r => r.StartsWith(group + ".", StringComparison.Ordinal)).ToList();
        return rows.Count > 0 ? Sum(rows.Select(Total)) : null;
    }

    public bool IsBlank(string row, string column) => cells.IsBlank(Path(row, column));

    /// <summary>Whether some cell of a row is known.</summary>
    public bool Knows(string row) => Columns.Any(c => cells.Counted(Path(row, c)) is not null);

    /// <summary>The sum; null when a part is not known.</summary>
    public static decimal? Sum(IEnumerable<decimal?> parts)
    {
        decimal sum = 0;
        foreach (var part in parts)
        {
            if (part is not { } known)
                return null;
            sum += known;
        }

        return sum;
    }

    private IEnumerable<string> OutcomesOf(StatutoryForms forms)
    {
        foreach (var row in forms.Section3)
        {
            var isMerged = row.Kind == ApplicationRowKind.MergedOutcome;
            var merged = isMerged ? row.Key : row.MergedInto;
            if (!isMerged && row.Kind != ApplicationRowKind.Outcome)
                continue;
            var singles = forms.Section3.Where(r => r.MergedInto == merged).Select(r => r.Key);
            if (merged is null || (isMerged ? Knows(merged) : !Knows(merged) || singles.Any(Knows)))
                yield return row.Key;
        }
    }

    private static List<string> KeysOf(StatutoryForms forms, ApplicationRowKind kind) =>
        [.. forms.Section3.Where(r => r.Kind == kind).Select(r => r.Key)];
}
