namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>Carried over = carried forward of the year before, in every column (I4).</summary>
internal sealed class CarryChain() : ReportRule("carry-chain", FindingSeverity.Error)
{
    private const string Over = "carried_over";

    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        if (report.Previous is null)
            yield break;
        var before = new ApplicationTable(report.Forms, report.Previous.Cells);
        foreach (var column in report.Applications.Columns)
        {
            if (ApplicationTable.Sum(before.Outflows.Select(r => before.At(r, column))) is not { } left
                || report.Applications.At(Over, column) is not { } taken || taken == left)
                continue;
            var where = ApplicationTable.Path(Over, column);
            yield return Finding(where, Text(left), Text(taken),
                $"“{report.Forms.Label(where)}”为{Text(taken)}，而{report.Previous.Year}年度报告结转下年度{Text(left)}件。");
        }
    }
}
