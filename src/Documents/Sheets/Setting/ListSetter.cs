using System.Globalization;
using Lianxin.Core.Reports;
using Lianxin.Documents.Typesetting.Tables;

namespace Lianxin.Documents.Sheets.Setting;

/// <summary>A list on a sheet: as a table while its columns stand side by side in large type, else row by row, each value with its label.</summary>
internal static class ListSetter
{
    private const double PaddingX = 5;
    private const double ShortCell = 6;

    /// <summary>Share of a page; a head that is taller is not repeated on every page but said with each value.</summary>
    private const double TallestHead = 0.35;
    private const string RunningNumber = "序号";

    /// <param name="alignment">Of all cells; without it each column is aligned by what stands in it.</param>
    public static void Add(SheetSetter set, SheetList list, CellAlignment? alignment = null)
    {
        var columns = list.Rows.Append(list.Head).Max(row => row.Count);
        if (columns == 0) return;
        var rows = list.Rows.Prepend(list.Head).Select(row => Filled(row, columns)).ToList();
        var padding = PaddingX * set.Style.Scale;
        if (ColumnWidths.Of(rows, set.Text, set.Style.Strong, set.Width, 2 * padding) is { } widths && HeadFits(set, rows[0], widths, padding))
            AddTable(set, list, rows, widths, padding, alignment);
        else
            AddRows(set, list, rows);
    }

    /// <summary>Label and value side by side.</summary>
    public static void AddPairs(SheetSetter set, IReadOnlyList<SheetLine> lines)
    {
        if (lines.Count == 0) return;
        var rows = lines.Select(line => (IReadOnlyList<string>)[SheetText.Cell(line.Label), SheetText.Cell(line.Value)]).ToList();
        var padding = PaddingX * set.Style.Scale;
        var label = Math.Min(rows.Max(row => set.Text.Line(row[0], set.Style.Strong).Width) + (2 * padding) + 2, set.Width / 3);
        var cells = rows.Select(row => new TableRow([new TableCell(row[0], CellAlignment.Start, Strong: true), new TableCell(row[1], CellAlignment.Start)]));
        set.Table(new TableBlock(string.Empty, [label, set.Width - label], 0, [.. cells]), Look(set, padding));
    }

    /// <summary>A head that would fill the page leaves no room for what it is the head of.</summary>
    public static bool HeadFits(SheetSetter set, IReadOnlyList<string> head, IReadOnlyList<double> widths, double padding)
    {
        var face = set.Style.Strong;
        var lines = head.Zip(widths).Max(cell => cell.First.Split('\n').Sum(part => set.Text.Lines(part, face, cell.Second - (2 * padding)).Count));
        return lines * face.Size * TableMeasures.LineFactor < set.Style.Frame.Height * TallestHead;
    }

    private static TableLook Look(SheetSetter set, double padding) =>
        new(set.Width, [set.Style.Body.Size], padding, padding, 0) { Gap = set.Style.Body.Size * 0.75 };

    private static void AddTable(SheetSetter set, SheetList list, List<IReadOnlyList<string>> rows, double[] widths, double padding, CellAlignment? alignment)
    {
        var alignments = Enumerable.Range(0, widths.Length).Select(column => alignment ?? Alignment(set, [.. rows.Select(row => row[column])])).ToList();
        var hasHead = rows[0].Any(text => text.Length > 0);
        IEnumerable<TableRow> head = hasHead ? [new TableRow([.. rows[0].Select(text => new TableCell(text))])] : [];
        var body = rows.Skip(1).Select(row => new TableRow([.. row.Select((text, column) => new TableCell(text, alignments[column]))]));
        set.Table(new TableBlock(list.Caption, widths, hasHead ? 1 : 0, [.. head, .. body]), Look(set, padding));
    }

    private static void AddRows(SheetSetter set, SheetList list, List<IReadOnlyList<string>> rows)
    {
        if (SheetText.Line(list.Caption) is { Length: > 0 } caption) set.Paragraph(caption, set.Style.Strong, indent: 0);
        for (var i = 1; i < rows.Count; i++)
        {
            var pairs = rows[i].Select((value, column) => (Label: SheetText.Line(rows[0][column]), Value: SheetText.Line(value))).Where(pair => pair.Value.Length > 0);
            var text = string.Join('；', pairs.Select(pair => pair.Label.Length > 0 ? $"{pair.Label}：{pair.Value}" : pair.Value));
            set.Paragraph(string.Create(CultureInfo.InvariantCulture, $"（{i}）{text}"), set.Style.Body, indent: 0);
        }
        set.Gap(0.5);
    }

    private static CellAlignment Alignment(SheetSetter set, IReadOnlyList<string> cells)
    {
        if (cells[0] == RunningNumber) return CellAlignment.Centre;
        var filled = cells.Skip(1).Where(cell => cell.Length > 0).ToList();
        if (filled.Count > 0 && filled.TrueForAll(cell => decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _))) return CellAlignment.End;
        return filled.TrueForAll(cell => set.Text.Line(cell, set.Style.Body).Width <= ShortCell * set.Style.Body.Size) ? CellAlignment.Centre : CellAlignment.Start;
    }

    private static IReadOnlyList<string> Filled(IReadOnlyList<string> row, int columns) =>
        [.. Enumerable.Range(0, columns).Select(column => column < row.Count ? SheetText.Cell(row[column]) : string.Empty)];
}
