namespace Lianxin.Core.Reports.Checks;

/// <summary>What stands in one list of benefit figures although it does not add up (D5, D6), and opinions without an outcome (D8).</summary>
internal static class BenefitChecks
{
    private const string Where = "民生事项统计";

    public static IEnumerable<ReportFinding> Run(ReportFigures figures)
    {
        var listed = figures.Scope.Format.Benefits.Select(b => figures.Statistic(b.Figure)).OfType<StatisticFigure>().ToList();
        var flows = listed.Where(f => f.Kind == FigureKind.Flow).ToList();
        var stocks = listed.Where(f => f.Kind == FigureKind.Stock).ToList();
        if (flows.Count > 0 && stocks.Count > 0)
        {
            yield return new(ReportRules.KindsMixed, FindingSeverity.Warning, Where, "新增数与累计数分列", "并列在一处",
                $"新增数（{Labels(flows)}）与累计数（{Labels(stocks)}）并列在一处，不能相加或比较。");
        }

        var units = listed.GroupBy(f => f.Unit, StringComparer.Ordinal).ToList();
        if (units.Count > 1)
        {
            var groups = string.Join('；', units.Select(u => $"{u.Key}：{Labels(u)}"));
            yield return new(ReportRules.UnitsMixed, FindingSeverity.Warning, Where, "同一计量单位",
                string.Join('、', units.Select(u => u.Key)), $"同一处数字使用了{units.Count}种计量单位（{groups}），不能相加或比较。");
        }

        if (Unanswered(figures) is { } opinions)
        {
            var collected = ReportWords.Number(opinions.Value);
            yield return new(ReportRules.OpinionsNotHandled, FindingSeverity.Warning, opinions.Label, "办理情况的数字", "无",
                $"收集意见{collected}{opinions.Unit}，没有办理、办结或不予采纳的数字。");
        }
    }

    private static StatisticFigure? Unanswered(ReportFigures figures) =>
        figures.Scope.Format.Opinions is { } names
        && figures.Statistic(names.Collected) is { Value: > 0 } collected
        && figures.Statistic(names.Handled) is null
            ? collected
            : null;

    private static string Labels(IEnumerable<StatisticFigure> figures) => string.Join('、', figures.Select(f => f.Label));
}
