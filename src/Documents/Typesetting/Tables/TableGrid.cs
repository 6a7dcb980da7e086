using Lianxin.Core.Reports;

namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>
/// Cells laid on rows and columns. Every place is taken exactly once, as a tagged table needs it: gaps are filled with empty cells, a span
/// that would leave the grid, overlap another cell or cross from the head into the body is cut.
/// </summary>
internal sealed class TableGrid
{
    private readonly GridCell?[,] _owners;

    public TableGrid(TableBlock table)
    {
        Columns = Math.Max(1, table.ColumnWeights.Count);
        Rows = table.Rows.Count;
        HeadRows = Math.Clamp(table.HeadRows, 0, Rows);
        _owners = new GridCell?[Rows, Columns];
        for (var row = 0; row < Rows; row++)
        {
            var column = 0;
            foreach (var cell in table.Rows[row].Cells)
            {
                while (column < Columns && _owners[row, column] is not null) column++;
                if (column == Columns) throw new ArgumentException($"Row {row + 1} of the table '{table.Caption}' has more cells than there are columns.", nameof(table));
                column = Put(cell, row, column);
            }
            for (column = 0; column < Columns; column++)
            {
                if (_owners[row, column] is null) Put(new TableCell(string.Empty), row, column);
            }
        }
    }

    public int Columns { get; }

    public int Rows { get; }

    public int HeadRows { get; }

    /// <summary>All cells, row by row.</summary>
    public List<GridCell> Cells { get; } = [];

    /// <summary>The cell that covers a place.</summary>
    public GridCell Owner(int row, int column) => _owners[row, column]!;

    private int Put(TableCell cell, int row, int column)
    {
        var isHead = row < HeadRows;
        var rowSpan = Math.Clamp(cell.RowSpan, 1, (isHead ? HeadRows : Rows) - row);
        var columnSpan = 1;
        while (columnSpan < cell.ColumnSpan && column + columnSpan < Columns && _owners[row, column + columnSpan] is null) columnSpan++;
        var placed = new GridCell(cell, row, column, rowSpan, columnSpan, isHead);
        Cells.Add(placed);
        for (var r = row; r < row + rowSpan; r++)
        {
            for (var c = column; c < column + columnSpan; c++) _owners[r, c] = placed;
        }
        return column + columnSpan;
    }
}
