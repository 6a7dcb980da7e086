namespace Lianxin.Documents.Reading.Tables;

/// <summary>Keeps the first findings of a workbook and counts them all.</summary>
internal sealed class SheetFindings
{
    private readonly List<SheetFinding> kept = [];

    public IReadOnlyList<SheetFinding> Kept => kept;

    public int Count { get; private set; }

    public void Add(string code, string detail, string sheet, int row, int? column, string cell)
    {
        Count++;
        if (kept.Count < SheetTable.MostFindings)
            kept.Add(new SheetFinding(code, detail, sheet, row, column, cell));
    }
}
