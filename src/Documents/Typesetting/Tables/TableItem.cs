using Lianxin.Documents.Typesetting.Flow;

namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>A table in the flow: cut over pages, its head repeated on each of them.</summary>
internal sealed class TableItem(SetTable table, TableStructure structure, PageFrame frame) : FlowItem
{
    private bool HasTallRow => table.HeadHeight + LargestBodyRow > frame.Height;

    private double LargestBodyRow
    {
        get
        {
            var largest = 0.0;
            for (var row = table.Grid.HeadRows; row < table.Grid.Rows; row++) largest = Math.Max(largest, table.RowEdges[row + 1] - table.RowEdges[row]);
            return largest;
        }
    }

    public override double LeastHeight => table.Grid.Rows == table.Grid.HeadRows
        ? table.HeadHeight
        : Math.Min(frame.Height, table.RowEdges[table.Grid.HeadRows + 1]);

    public override double FullHeight => table.BodyEnd;

    public override void Place(PageFlow flow)
    {
        var fits = flow.Fits(LeastHeight) || (HasTallRow && flow.Remaining > frame.Height / 2);
        if (!fits) flow.NewPage();
        // Below the caption, which stands on the grid, the table moves up by what the caption's line leaves free.
        if (!flow.IsAtTop) flow.Advance(-table.Look.Lift);
        var head = table.HeadHeight;
        var slices = TableSlicer.Slice(table, flow.Remaining - head, frame.Height - head);
        var parts = table.Cells.Where(c => !c.Place.IsHead).Select(cell => (Cell: cell, Parts: CellParts.Of(cell, table, slices))).ToList();
        for (var i = 0; i < Math.Max(1, slices.Count); i++)
        {
            if (i > 0) flow.NewPage();
            var painter = new TablePainter(table, flow.Page, frame.Left);
            PaintHead(flow, painter, isRepeat: i > 0);
            if (i < slices.Count) PaintSlice(flow, painter, slices[i], parts.Select(p => (p.Cell, p.Parts[i])));
        }
        flow.SnapToGrid(table.Look.Gap);
    }

    private void PaintHead(PageFlow flow, TablePainter painter, bool isRepeat)
    {
        var rows = table.Grid.HeadRows;
        if (rows == 0) return;
        var top = flow.PageY;
        foreach (var cell in table.Cells.Where(c => c.Place.IsHead))
        {
            var (from, to) = (table.RowEdges[cell.Place.Row], table.RowEdges[cell.Place.RowEnd]);
            painter.Text(cell, cell.Lines, top + from, to - from, isRepeat ? null : structure.NodeOf(cell));
        }
        painter.Rules(0, rows - 1, [.. table.RowEdges.Take(rows + 1).Select(edge => top + edge)]);
        flow.Advance(table.HeadHeight);
    }

    private void PaintSlice(PageFlow flow, TablePainter painter, TableSlice slice, IEnumerable<(SetCell Cell, CellParts.Part? Part)> parts)
    {
        var top = flow.PageY;
        foreach (var (cell, part) in parts)
        {
            if (part is { } here) painter.Text(cell, here.Lines, top + here.From - slice.From, here.To - here.From, here.IsRepeat ? null : structure.NodeOf(cell));
        }
        var first = table.Grid.HeadRows;
        while (table.RowEdges[first + 1] <= slice.From + 0.01) first++;
        var last = first;
        while (table.RowEdges[last + 1] < slice.To - 0.01) last++;
        var edges = Enumerable.Range(first, last - first + 2).Select(row => top + Math.Clamp(table.RowEdges[row], slice.From, slice.To) - slice.From);
        painter.Rules(first, last, [.. edges]);
        flow.Advance(slice.Height);
    }
}
