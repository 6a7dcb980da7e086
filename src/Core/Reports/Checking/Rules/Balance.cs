namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>New + carried over = outcomes + carried forward, in every column: the check rule that the form itself prints (I1, 勾稽关系).</summary>
internal sealed class Balance() : ReportRule("balance", FindingSeverity.Error)
{
    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        var table = report.Applications;
        foreach (var column in table.Columns)
        {
            if (ApplicationTable.Sum(table.Inflows.Select(r => table.At(r, column))) is not { } came
                || ApplicationTable.Sum(table.Outflows.Prepend(table.TotalRow).Select(r => table.At(r, column))) is not { } went
                || came == went)
                continue;
            var label = report.Forms.Columns.First(c => c.Key == column).Label;
            yield return Finding($"section3.*.{column}", Text(came), Text(went),
                $"“{label}”列不平衡：本年新收与上年结转之和为{Text(came)}，办理结果总计与结转下年度之和为{Text(went)}。");
        }
    }
}
