using Lianxin.Documents.Typesetting.Display;

namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>The structure elements of a table: THead and TBody, a TR for each row, TH or TD for each cell.</summary>
internal sealed class TableStructure
{
    private readonly Dictionary<GridCell, StructureNode> _cells = new(ReferenceEqualityComparer.Instance);

    public TableStructure(StructureNode table, TableGrid grid)
    {
        var byRow = grid.Cells.ToLookup(cell => cell.Row);
        var parts = new[] { ("THead", 0, grid.HeadRows), ("TBody", grid.HeadRows, grid.Rows) };
        foreach (var (type, from, to) in parts.Where(p => p.Item2 < p.Item3))
        {
            var part = table.Add(type);
            for (var i = from; i < to; i++)
            {
                var row = part.Add("TR");
                foreach (var cell in byRow[i]) _cells[cell] = row.Add(CellNode(cell, row));
            }
        }
    }

    public StructureNode NodeOf(SetCell cell) => _cells[cell.Place];

    private static StructureNode CellNode(GridCell cell, StructureNode row)
    {
        var labelsRow = !cell.IsHead && cell.Column == 0 && cell.Cell.Text.Any(char.IsLetter);
        // Blocks stacked in one table bring their own heads.
        var labelsColumn = !cell.IsHead && cell.Cell.Strong && cell.Cell.Path.Length == 0 && cell.Column > 0 && cell.Cell.Text.Any(char.IsLetter);
        return new StructureNode(cell.IsHead || labelsRow || labelsColumn ? "TH" : "TD", row)
        {
            Scope = cell.IsHead || labelsColumn ? "Column" : labelsRow ? "Row" : null,
            RowSpan = cell.RowSpan,
            ColumnSpan = cell.ColumnSpan,
        };
    }
}
