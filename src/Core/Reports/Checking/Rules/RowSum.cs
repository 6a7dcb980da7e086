namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>Six kinds of applicants = total, in every row of section 3 (I3).</summary>
internal sealed class RowSum() : ReportRule("row-sum", FindingSeverity.Error)
{
    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        var table = report.Applications;
        foreach (var row in table.Rows.Where(r => !table.IsBlank(r, StatutoryForms.Total)))
        {
            if (table.Total(row) is not { } total || ApplicationTable.Sum(table.Applicants.Select(c => table.At(row, c))) is not { } sum || sum == total)
                continue;
            var where = ApplicationTable.Path(row, StatutoryForms.Total);
            yield return Finding(where, Text(sum), Text(total), $"“{report.Forms.Label(where)}”为{Text(total)}，而六类申请人之和为{Text(sum)}。");
        }
    }
}
