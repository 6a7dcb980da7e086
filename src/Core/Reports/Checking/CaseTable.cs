namespace Lianxin.Core.Reports.Checking;

/// <summary>Section 4 as numbers to reckon with; an empty total stands for the sum of its parts.</summary>
internal sealed class CaseTable(StatutoryForms forms, ReportCells cells)
{
    public const string Review = "review";

    private readonly IReadOnlyList<string> parts = [.. forms.Section4Cells.Where(c => c.Key != StatutoryForms.Total).Select(c => c.Key)];

    public IReadOnlyList<string> Blocks { get; } = [.. forms.Section4.Select(b => b.Key)];

    public static string Path(string block, string cell) => $"section4.{block}.{cell}";

    public decimal? At(string block, string cell)
    {
        var path = Path(block, cell);
        return cell == StatutoryForms.Total && cells.IsBlank(path) ? Parts(block) : cells.Counted(path);
    }

    public decimal? Parts(string block) => ApplicationTable.Sum(parts.Select(p => cells.Counted(Path(block, p))));

    public bool HasCase(string block) => parts.Any(p => cells.Printed(Path(block, p)) is > 0);

    public bool IsTotalBlank(string block) => cells.IsBlank(Path(block, StatutoryForms.Total));

    /// <summary>Lawsuits of both kinds together (行政诉讼).</summary>
    public decimal? Litigation(string cell) => ApplicationTable.Sum(Blocks.Where(b => b != Review).Select(b => At(b, cell)));
}
