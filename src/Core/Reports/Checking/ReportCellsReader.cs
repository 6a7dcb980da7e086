using System.Text.Json;

namespace Lianxin.Core.Reports.Checking;

/// <summary>Reads the tables of sections 2 to 4, strictly.</summary>
internal static class ReportCellsReader
{
    private const int TextCharacters = 200;

    /// <summary>Cells are named from inside the tables; with the word in front they mean the same.</summary>
    private const string Root = "tables.";

    private const string UnknownCell = "表中没有这一项。";

    public static ReportCells Read(InputNode tables, IEnumerable<string> blanks, StatutoryForms forms)
    {
        var values = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (name, row, node) in Rows(tables, "section2"))
        {
            var known = forms.Section2.FirstOrDefault(r => r.Key == name);
            Cells(node, row, values, key => known?.Cells.Contains(key) == true ? forms.Section2Cells[key].Kind : null, known is not null);
        }

        var columns = forms.Columns.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, row, node) in Rows(tables, "section3"))
        {
            var isGroup = forms.Section3.Any(r => r.Key.StartsWith(name + ".", StringComparison.Ordinal));
            if (!isGroup)
                Cells(node, row, values, Count(columns), forms.Section3.Any(r => r.Key == name));
            else if (node.Is(JsonValueKind.Object, "应为对象。"))
                foreach (var (inner, child) in node.Members())
                    Cells(child, $"{row}.{inner}", values, Count(columns), forms.Section3.Any(r => r.Key == $"{name}.{inner}"));
        }

        var parts = forms.Section4Cells.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, row, node) in Rows(tables, "section4"))
            Cells(node, row, values, Count(parts), forms.Section4.Any(b => b.Key == name));
        RefuseBothForms(tables, values, forms);
        return new ReportCells(values, blanks.Select(b => b.StartsWith(Root, StringComparison.Ordinal) ? b[Root.Length..] : b).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Name, string Row, InputNode Node)> Rows(InputNode tables, string section) =>
        tables.Find(section) is { } found && found.Is(JsonValueKind.Object, "应为对象。")
            ? found.Members().TakeWhile(_ => !tables.Errors.IsFull).Select(m => (m.Name, $"{section}.{m.Name}", m.Node))
            : [];

    private static Func<string, CellKind?> Count(HashSet<string> names) => name => names.Contains(name) ? CellKind.Count : null;

    private static void Cells(InputNode row, string path, Dictionary<string, decimal> values, Func<string, CellKind?> kindOf, bool isKnown)
    {
        if (!isKnown)
        {
            row.Wrong(UnknownCell);
            return;
        }

        if (!row.Is(JsonValueKind.Object, "应为对象，每格一个数字。"))
            return;
        foreach (var property in row.Element.EnumerateObject().TakeWhile(_ => !row.Errors.IsFull))
        {
            var cell = new InputNode(property.Value, $"{row.Path}.{property.Name}", row.Errors);
            if (kindOf(property.Name) is not { } kind)
                cell.Wrong(UnknownCell);
            else if (cell.Element.ValueKind != JsonValueKind.Null && !IsText(cell, kind) && cell.Number(kind) is { } number)
                values[$"{path}.{property.Name}"] = number;
        }
    }

    /// <summary>Text where it may stand; too long a one is refused and still no number.</summary>
    private static bool IsText(InputNode cell, CellKind kind)
    {
        if (kind == CellKind.Text)
            _ = cell.Is(JsonValueKind.String, "应为文字。");
        else if (kind != CellKind.Change || cell.Element.ValueKind != JsonValueKind.String)
            return false;
        if (cell.Element.ValueKind == JsonValueKind.String && cell.Element.GetString()!.Length > TextCharacters)
            cell.Wrong($"不能超过{TextCharacters}字。");
        return true;
    }

    /// <summary>The older form's one row and the rows it stands for cannot both count.</summary>
    private static void RefuseBothForms(InputNode tables, Dictionary<string, decimal> values, StatutoryForms forms)
    {
        foreach (var group in forms.Section3.Where(r => r.MergedInto is not null).GroupBy(r => r.MergedInto!))
        {
            if (Counts(group.Key) && group.Any(r => Counts(r.Key)))
                tables.Errors.Add($"{tables.Path}.section3.{group.Key}", "合并的一行和分列的各行不能同时有数。");
        }

        bool Counts(string row) => forms.Columns.Any(c => values.GetValueOrDefault(ApplicationTable.Path(row, c.Key)) > 0);
    }
}
