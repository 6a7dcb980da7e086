namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>In force ≥ made this year; public in total ≥ newly made; newly public ≥ newly made.</summary>
internal sealed class Plausibility() : ReportRule("plausibility", FindingSeverity.Warning)
{
    private static readonly (string Larger, string Smaller)[] Pairs = [("in_force", "made"), ("total_public", "new_made"), ("new_public", "new_made")];

    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        foreach (var row in report.Forms.Section2)
        {
            foreach (var (larger, smaller) in Pairs.Where(p => row.Cells.Contains(p.Larger) && row.Cells.Contains(p.Smaller)))
            {
                var (where, other) = ($"section2.{row.Key}.{larger}", $"section2.{row.Key}.{smaller}");
                if (report.Document.Cells.Printed(where) is { } high && report.Document.Cells.Printed(other) is { } low && high < low)
                {
                    yield return Finding(where, $"≥{Text(low)}", Text(high),
                        $"“{report.Forms.Label(where)}”为{Text(high)}，少于“{report.Forms.Label(other)}”{Text(low)}。");
                }
            }
        }
    }
}
