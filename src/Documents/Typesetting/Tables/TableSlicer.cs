namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>Cuts the body of a table into what fits on each page: between rows, and inside a row only when no page could hold it whole.</summary>
internal static class TableSlicer
{
    private const double Tolerance = 0.01;

    /// <param name="firstRoom">Room for body rows on the first page, below the head.</param>
    /// <param name="fullRoom">Room for body rows on every later page.</param>
    public static IReadOnlyList<TableSlice> Slice(SetTable table, double firstRoom, double fullRoom)
    {
        var edges = table.RowEdges;
        var slices = new List<TableSlice>();
        var from = edges[table.Grid.HeadRows];
        var room = firstRoom;
        var row = table.Grid.HeadRows;
        while (from < table.BodyEnd - Tolerance)
        {
            while (row < table.Grid.Rows && edges[row + 1] - from <= room + Tolerance) row++;
            var to = edges[row];
            if (to <= from + Tolerance) to = Math.Min(from + room, edges[row + 1]);
            slices.Add(new TableSlice(from, to));
            from = to;
            room = fullRoom;
        }
        return slices;
    }
}
