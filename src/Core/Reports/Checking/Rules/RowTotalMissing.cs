namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>A total was published empty while its parts are not all zero.</summary>
internal sealed class RowTotalMissing() : ReportRule("row-total-missing", FindingSeverity.Warning)
{
    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        var table = report.Applications;
        var totals = table.Rows.Select(r => (Row: r, Column: StatutoryForms.Total))
            .Concat(table.Applicants.Select(c => (Row: table.TotalRow, Column: c)));
        foreach (var (row, column) in totals.Where(t => table.IsBlank(t.Row, t.Column) && HasParts(table, t.Row, t.Column)))
            yield return Missing(report, ApplicationTable.Path(row, column), table.At(row, column));
        foreach (var block in report.Cases.Blocks.Where(b => report.Cases.IsTotalBlank(b) && report.Cases.HasCase(b)))
            yield return Missing(report, CaseTable.Path(block, StatutoryForms.Total), report.Cases.Parts(block));
    }

    private static bool HasParts(ApplicationTable table, string row, string column) =>
        (column == StatutoryForms.Total && table.Applicants.Any(c => table.At(row, c) is > 0))
        || (row == table.TotalRow && table.Outcomes.Any(r => table.At(r, column) is > 0));

    private ReportFinding Missing(CheckedReport report, string where, decimal? sum) =>
        Finding(where, sum is { } known ? Text(known) : "合计数", "空白", $"“{report.Forms.Label(where)}”空白，而其各分项不全为零。");
}
