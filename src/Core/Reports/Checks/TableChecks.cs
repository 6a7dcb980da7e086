namespace Lianxin.Core.Reports.Checks;

/// <summary>Identities of the counted tables.</summary>
internal static class TableChecks
{
    public static IEnumerable<ReportFinding> Run(ReportFigures figures)
    {
        var sum = figures.Classes.Sum(c => c.Count);
        if (sum != figures.Total)
        {
            var unknown = string.Join('、', figures.Unclassified.Select(u => $"“{u.Key}”{u.Value}条"));
            yield return new(ReportRules.ClassSum, FindingSeverity.Error, "分类统计表", $"{figures.Total}条", $"{sum}条",
                $"各类之和为{sum}条，与总数{figures.Total}条不符；未归入本格式任何一类的有{unknown}。");
        }

        foreach (var item in figures.Classes.Where(c => c.Months.Sum() != c.Count))
        {
            yield return new(ReportRules.MonthSum, FindingSeverity.Error, $"各月统计图（{item.Title}）", $"{item.Count}条",
                $"{item.Months.Sum()}条", $"{item.Title}各月之和为{item.Months.Sum()}条，与该类{item.Count}条不符。");
        }
    }
}
