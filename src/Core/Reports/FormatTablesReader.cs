using System.Text.Json;
using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Reports;

/// <summary>Reads <c>tables</c>. A cell is a text, or an object with <c>text</c>, <c>cell</c> or <c>cells</c> (a row of a grid) and its spans.</summary>
internal static class FormatTablesReader
{
    private const int MostColumns = 40;

    public static IReadOnlyList<FormatTable> Read(FormatNode root, IReadOnlyList<RecordFigure> figures) =>
        [.. root.List("tables", mayBeMissing: true).Select(n => Table(n, figures))];

    private static FormatTable Table(FormatNode node, IReadOnlyList<RecordFigure> figures)
    {
        var widths = node.List("widths").Select(Width).ToList();
        var rows = node.List("rows").Select(r => Row(r, figures)).ToList();
        var table = new FormatTable(node.Key("name"), widths, node.Number("headRows", 0, 6), rows);
        if (widths.Count is 0 or > MostColumns)
            node.Problem($"“widths”应有1至{MostColumns}列。");
        else if (Uncovered(table) is { } row)
            node.Problem($"第{row + 1}行的各格（含跨行跨列）没有恰好铺满{widths.Count}列。");
        return table;
    }

    private static double Width(FormatNode node)
    {
        if (node.Element.ValueKind == JsonValueKind.Number && node.Element.TryGetDouble(out var width) && width > 0)
            return width;
        node.Problem("列宽应为正数。");
        return 1;
    }

    private static IReadOnlyList<FormatCell> Row(FormatNode node, IReadOnlyList<RecordFigure> figures)
    {
        if (node.Element.ValueKind == JsonValueKind.Array)
            return [.. node.Element.EnumerateArray().SelectMany((e, i) => Cells(new FormatNode(e, $"{node.Place}[{i}]", node.Problems), figures))];
        node.Problem("应为列表，每格一项。");
        return [];
    }

    private static IEnumerable<FormatCell> Cells(FormatNode node, IReadOnlyList<RecordFigure> figures)
    {
        if (node.Element.ValueKind == JsonValueKind.String)
            return [new FormatCell(node.AsText(), null, 1, 1, false)];
        var across = node.Find("across") is not null ? node.Number("across", 1, MostColumns) : 1;
        var down = node.Find("down") is not null ? node.Number("down", 1, 100) : 1;
        var isHead = node.Find("head") is { Element.ValueKind: JsonValueKind.True };
        if (node.Find("cells") is { } grid)
        {
            var prefix = grid.AsText() + ".";
            var row = figures.Where(f => f.Cell.StartsWith(prefix, StringComparison.Ordinal) && !f.Cell[prefix.Length..].Contains('.', StringComparison.Ordinal)).ToList();
            if (row.Count == 0)
                grid.Problem("没有这一行登记数字。");
            return row.Select(f => new FormatCell("", f.Key, 1, 1, false));
        }

        if (node.Find("cell") is not { } cell)
            return [new FormatCell(node.Text("text"), null, across, down, isHead, Alignment(node))];
        var key = FigureKeys.OfCell(cell.AsText());
        if (figures.All(f => f.Key != key))
            cell.Problem($"没有登记数字“{key}”。");
        return [new FormatCell("", key, across, down, isHead)];
    }

    private static CellAlignment Alignment(FormatNode node)
    {
        var alignment = CellAlignment.Centre;
        if (node.Find("align") is { } align && !Names.TryRead(align.AsText(), out alignment))
            align.Problem("应为start、centre或end。");
        return alignment;
    }

    /// <summary>The first row whose places are not all taken exactly once; null when the table is whole.</summary>
    private static int? Uncovered(FormatTable table)
    {
        var taken = new bool[table.Rows.Count, table.Widths.Count];
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in table.Rows[row])
            {
                while (column < table.Widths.Count && taken[row, column])
                    column++;
                if (column + cell.Across > table.Widths.Count || row + cell.Down > table.Rows.Count)
                    return row;
                for (var r = row; r < row + cell.Down; r++)
                {
                    for (var c = column; c < column + cell.Across; c++)
                    {
                        if (taken[r, c])
                            return row;
                        taken[r, c] = true;
                    }
                }
            }

            if (Enumerable.Range(0, table.Widths.Count).Any(c => !taken[row, c]))
                return row;
        }

        return null;
    }
}
