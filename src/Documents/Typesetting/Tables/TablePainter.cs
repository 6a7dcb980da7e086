using Lianxin.Core.Reports;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>Paints text and rules of a piece of a table at its place on a page.</summary>
internal sealed class TablePainter(SetTable table, DisplayPage page, double left)
{
    /// <summary>Some lines of a cell, in the middle of a box that begins at <paramref name="top"/>.</summary>
    public void Text(SetCell cell, IReadOnlyList<TextLine> lines, double top, double height, StructureNode? node)
    {
        var place = cell.Place;
        var x = left + table.ColumnEdges[place.Column] + table.Look.PaddingX;
        var inner = table.ColumnEdges[place.ColumnEnd] - table.ColumnEdges[place.Column] - (2 * table.Look.PaddingX);
        var paint = table.Look.Paints.GetValueOrDefault(place.Cell);
        if (paint is not null)
        {
            var width = table.ColumnEdges[place.ColumnEnd] - table.ColumnEdges[place.Column];
            page.Add(new FilledBox(new Box(x - table.Look.PaddingX, top, width, height), paint.Ground, null, ArtifactKind.Layout));
        }
        var y = top + ((height - (lines.Count * cell.LineHeight)) / 2);
        foreach (var line in lines)
        {
            var offset = place.Cell.Alignment switch
            {
                CellAlignment.Start => 0,
                CellAlignment.End => inner - line.Width,
                _ => (inner - line.Width) / 2,
            };
            page.AddLine(line, x + offset, y + ((cell.LineHeight - line.Style.Size) / 2), node, ArtifactKind.Pagination, paint?.Ink ?? Colour.Black);
            y += cell.LineHeight;
        }
    }

    /// <summary>The rules of rows <paramref name="firstRow"/> to <paramref name="lastRow"/> at the given row edges on the page.</summary>
    public void Rules(int firstRow, int lastRow, IReadOnlyList<double> edges)
    {
        for (var row = firstRow; row <= lastRow + 1; row++)
        {
            var outer = row == firstRow || row == lastRow + 1;
            Across(edges[row - firstRow], column => outer || table.Grid.Owner(row - 1, column) != table.Grid.Owner(row, column));
        }
        for (var column = 0; column <= table.Grid.Columns; column++)
        {
            var outer = column == 0 || column == table.Grid.Columns;
            Down(column, firstRow, lastRow, edges, row => outer || table.Grid.Owner(row, column - 1) != table.Grid.Owner(row, column));
        }
    }

    private void Across(double y, Func<int, bool> drawn)
    {
        for (var from = 0; from < table.Grid.Columns;)
        {
            var to = from;
            while (to < table.Grid.Columns && drawn(to)) to++;
            if (to > from) Add(left + table.ColumnEdges[from], y, left + table.ColumnEdges[to], y);
            from = to + 1;
        }
    }

    private void Down(int column, int firstRow, int lastRow, IReadOnlyList<double> edges, Func<int, bool> drawn)
    {
        var x = left + table.ColumnEdges[column];
        for (var from = firstRow; from <= lastRow;)
        {
            var to = from;
            while (to <= lastRow && drawn(to)) to++;
            if (to > from) Add(x, edges[from - firstRow], x, edges[to - firstRow]);
            from = to + 1;
        }
    }

    private void Add(double x1, double y1, double x2, double y2) =>
        page.Add(new Rule(x1, y1, x2, y2, TableMeasures.Thin, Colour.Black, null, ArtifactKind.Layout));
}
