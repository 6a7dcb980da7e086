using Lianxin.Core.Reports;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>Chooses the size of type, breaks the cells' text and finds the heights of the rows.</summary>
internal sealed class TableMeasurer(TextSetter text, TableLook look)
{
    public SetTable Measure(TableBlock table)
    {
        var grid = new TableGrid(table);
        var edges = ColumnEdges(table, grid.Columns);
        var size = look.Sizes.FirstOrDefault(s => NumbersFit(grid, edges, s), look.Sizes[^1]);
        var cells = grid.Cells.ConvertAll(cell => Set(cell, edges, size));
        return new SetTable(grid, cells, edges, RowEdges(grid, cells, size), look);
    }

    private double[] ColumnEdges(TableBlock table, int columns)
    {
        var weights = table.ColumnWeights.Count > 0 ? table.ColumnWeights : [1.0];
        var total = weights.Sum();
        var edges = new double[columns + 1];
        for (var i = 0; i < columns; i++) edges[i + 1] = edges[i] + (look.Width * weights[i] / total);
        return edges;
    }

    private TextStyle StyleOf(GridCell cell, double size) =>
        TextStyle.Of(cell.IsHead || cell.Cell.Strong ? FontRole.Hei : look.Role, size);

    /// <summary>Numbers and other short words must stand in one line, and a column must take two characters side by side.</summary>
    private bool NumbersFit(TableGrid grid, double[] edges, double size)
    {
        foreach (var cell in grid.Cells)
        {
            var inner = Inner(cell, edges);
            if (inner < 2 * size) return false;
            var isShort = cell.Cell.Text.Length <= 12 && cell.Cell.Text.All(c => char.IsAscii(c) && c != ' ');
            if (isShort && text.Line(cell.Cell.Text, StyleOf(cell, size)).Width > inner) return false;
        }
        return true;
    }

    private double Inner(GridCell cell, double[] edges) =>
        edges[cell.ColumnEnd] - edges[cell.Column] - (2 * look.PaddingX);

    private SetCell Set(GridCell cell, double[] edges, double size)
    {
        var style = StyleOf(cell, size);
        var lines = cell.Cell.Text.ReplaceLineEndings("\n").Split('\n').SelectMany(part => text.Lines(part, style, Inner(cell, edges))).ToList();
        return new SetCell(cell, lines, size * TableMeasures.LineFactor, look.PaddingY);
    }

    private double[] RowEdges(TableGrid grid, List<SetCell> cells, double size)
    {
        var least = (size * TableMeasures.LineFactor) + (2 * look.PaddingY);
        var heights = Enumerable.Repeat(least, grid.Rows).ToArray();
        foreach (var cell in cells.OrderBy(c => c.Place.RowSpan))
        {
            var place = cell.Place;
            var missing = cell.NeededHeight - heights.AsSpan(place.Row, place.RowSpan).ToArray().Sum();
            // What a tall cell over several rows needs more is shared out evenly, so that no row looks odd.
            for (var row = place.Row; missing > 0 && row < place.RowEnd; row++) heights[row] += missing / place.RowSpan;
        }
        var edges = new double[grid.Rows + 1];
        for (var row = 0; row < grid.Rows; row++) edges[row + 1] = edges[row] + heights[row];
        return edges;
    }
}
