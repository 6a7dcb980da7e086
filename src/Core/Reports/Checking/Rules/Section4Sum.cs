namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>Upheld + corrected + other + pending = total, in each block of section 4 (I5).</summary>
internal sealed class Section4Sum() : ReportRule("section4-sum", FindingSeverity.Error)
{
    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        foreach (var block in report.Cases.Blocks.Where(b => !report.Cases.IsTotalBlank(b)))
        {
            if (report.Cases.At(block, StatutoryForms.Total) is not { } total || report.Cases.Parts(block) is not { } sum || sum == total)
                continue;
            var where = CaseTable.Path(block, StatutoryForms.Total);
            yield return Finding(where, Text(sum), Text(total), $"“{report.Forms.Label(where)}”为{Text(total)}，而四种结果之和为{Text(sum)}。");
        }
    }
}
