namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>In force = in force a year before + made − repealed (I8).</summary>
internal sealed class InForceChain() : ReportRule("in-force-chain", FindingSeverity.Warning)
{
    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        if (report.Previous is null)
            yield break;
        foreach (var row in report.Forms.Section2.Where(r => r.Cells.Contains("in_force")))
        {
            var (cells, key) = (report.Document.Cells, $"section2.{row.Key}");
            if (report.Previous.Cells.Printed($"{key}.in_force") is not { } before || cells.Printed($"{key}.in_force") is not { } now
                || cells.Counted($"{key}.made") is not { } made || cells.Counted($"{key}.repealed") is not { } repealed
                || before + made - repealed == now)
                continue;
            var (where, right) = ($"{key}.in_force", Text(before + made - repealed));
            yield return Finding(where, right, Text(now),
                $"“{report.Forms.Label(where)}”为{Text(now)}，而上年{Text(before)}件，加本年制发{Text(made)}件，减本年废止{Text(repealed)}件，应为{right}件。");
        }
    }
}
