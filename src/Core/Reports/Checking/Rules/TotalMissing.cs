namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>No total is printed where categories are.</summary>
internal sealed class TotalMissing() : ReportRule("total-missing", FindingSeverity.Warning)
{
    private const string Total = "items_published";

    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        if (report.Stated.Any(s => s.Figures.Says(Total)))
            yield break;
        foreach (var (place, figures) in report.Stated)
        {
            if (figures.WholeList("categories") is not { } parts)
                continue;
            var sum = ApplicationTable.Sum(parts.Select(p => p.Count));
            yield return Finding($"{place}.{Total}", sum is { } known ? Text(known) : "总数", "无",
                "列出了各类别的数量，却没有主动公开信息的总数。");
        }
    }
}
