namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>Cuts the body of a table into what fits on each page: between rows, and inside a row only when no page could hold it whole.</summary>
internal static class TableSlicer
{
    private const double Tolerance = 0.01;

    /// <summary>A head that fills the page itself must not keep the body from ever coming to an end.</summary>
    private const double LeastRoom = 36;
    private const int RowsGivenUp = 2;
    private const double LoneRow = 2.5;
    private const double PartedLabel = 2.5;
    private const double LoneHead = 3.5;

    /// <param name="firstRoom">Room for body rows on the first page, below the head.</param>
    /// <param name="fullRoom">Room for body rows on every later page.</param>
    public static IReadOnlyList<TableSlice> Slice(SetTable table, double firstRoom, double fullRoom)
    {
        var edges = table.RowEdges;
        var slices = new List<TableSlice>();
        var from = edges[table.Grid.HeadRows];
        var room = Math.Max(firstRoom, LeastRoom);
        var row = table.Grid.HeadRows;
        while (from < table.BodyEnd - Tolerance)
        {
            while (row < table.Grid.Rows && edges[row + 1] - from <= room + Tolerance) row++;
            row = BestBreak(table, slices.Count > 0 ? RowAt(table, from) : table.Grid.HeadRows, row);
            var to = edges[row];
            if (to <= from + Tolerance) to = Math.Min(InsideRow(table, from, room, row), edges[row + 1]);
            slices.Add(new TableSlice(from, to));
            from = to;
            room = Math.Max(fullRoom, LeastRoom);
        }
        return slices;
    }

    /// <summary>Below the last whole line that fits: what is left over in one slice would be missing in the row's last one.</summary>
    private static double InsideRow(SetTable table, double from, double room, int row)
    {
        var (line, padding) = (table.Cells[0].LineHeight, table.Cells[0].PaddingY);
        var above = from - table.RowEdges[row] <= Tolerance ? padding : 0;
        return from + above + (Math.Max(1, Math.Floor((room - above + Tolerance) / line)) * line);
    }

    private static int RowAt(SetTable table, double place)
    {
        var row = table.Grid.HeadRows;
        while (table.RowEdges[row + 1] <= place + Tolerance) row++;
        return row;
    }

    /// <summary>A row of heads within the body, which belongs to the rows below it.</summary>
    private static bool IsHead(SetTable table, int row) =>
        row >= table.Grid.HeadRows && table.Cells.Where(c => c.Place.Row == row).All(c => c.Place.Cell.Strong) && table.Cells.Any(c => c.Place.Row == row);

    /// <summary>The break that fits last, or up to two rows before it: a label should not be parted from its rows, nor one row stand alone under a repeated head.</summary>
    private static int BestBreak(SetTable table, int first, int last)
    {
        if (last == table.Grid.Rows) return last;
        var best = (Row: last, Cost: double.MaxValue);
        for (var row = last; row > first && row >= last - RowsGivenUp; row--)
        {
            var cost = (last - row) + (table.Grid.Rows - row == 1 ? LoneRow : 0)
                + (PartedLabel * table.Cells.Count(cell => cell.Place.Row >= first && cell.Place.Row < row && cell.Place.RowEnd > row
                    && table.RowEdges[row] - table.RowEdges[cell.Place.Row] < cell.NeededHeight));
            if (IsHead(table, row - 1)) cost += LoneHead;
            if (cost < best.Cost) best = (row, cost);
        }
        return best.Row;
    }
}
