namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>A table with all its measures, before it meets a page. Points.</summary>
/// <param name="ColumnEdges">Left edge of each column and the right edge of the last, from the table's left.</param>
/// <param name="RowEdges">Top edge of each row and the bottom edge of the last, from the table's top.</param>
internal sealed record SetTable(TableGrid Grid, IReadOnlyList<SetCell> Cells, double[] ColumnEdges, double[] RowEdges, TableLook Look)
{
    public double HeadHeight => RowEdges[Grid.HeadRows];

    public double BodyEnd => RowEdges[^1];
}
