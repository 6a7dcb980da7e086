namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>A stated total = the sum of its listed parts, in the figures of an old report or of the text.</summary>
/// <param name="list">Key of the parts.</param>
/// <param name="what">What the parts are, in Chinese.</param>
/// <param name="totals">Keys of the total; the first one that is stated counts.</param>
internal sealed class PartsSum(string name, string list, string what, params string[] totals) : ReportRule(name, FindingSeverity.Error)
{
    public static IReadOnlyList<ReportRule> All { get; } =
    [
        new PartsSum("category-sum", "categories", "各类别", "items_published"),
        new PartsSum("channel-sum", "channels", "各渠道", "channels_total", "items_published"),
        new PartsSum("body-sum", "by_body", "各发布主体", "items_published"),
        new PartsSum("produced-sum", "produced_parts", "各部分", "produced_total"),
    ];

    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        foreach (var (place, figures) in report.Stated)
        {
            var total = totals.FirstOrDefault(figures.Says);
            if (total is null || figures.Number(total) is not { } stated || figures.WholeList(list) is not { } parts
                || ApplicationTable.Sum(parts.Select(p => p.Count)) is not { } sum || sum == stated)
                continue;
            yield return Finding($"{place}.{list}", Text(stated), Text(sum),
                $"所列总数为{Text(stated)}，而{what}之和为{Text(sum)}，相差{Text(Math.Abs(stated - sum))}。");
        }
    }
}
