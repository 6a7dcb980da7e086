namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>All outcome rows = the row 总计, in every column of section 3 (I2).</summary>
internal sealed class OutcomeSum() : ReportRule("outcome-sum", FindingSeverity.Error)
{
    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        var table = report.Applications;
        foreach (var column in table.Columns.Where(c => !table.IsBlank(table.TotalRow, c)))
        {
            if (table.At(table.TotalRow, column) is not { } total || ApplicationTable.Sum(table.Outcomes.Select(r => table.At(r, column))) is not { } sum || sum == total)
                continue;
            var where = ApplicationTable.Path(table.TotalRow, column);
            yield return Finding(where, Text(sum), Text(total), $"“{report.Forms.Label(where)}”为{Text(total)}，而该列各项办理结果之和为{Text(sum)}。");
        }
    }
}
