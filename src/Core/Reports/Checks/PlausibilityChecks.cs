namespace Lianxin.Core.Reports.Checks;

/// <summary>Two typed figures of which a reader will ask how they go together (D7). Nothing is wrong; the definition has to answer.</summary>
internal static class PlausibilityChecks
{
    public static IEnumerable<ReportFinding> Run(ReportFigures figures) =>
        from pair in figures.Scope.Format.Plausible
        let part = figures.Statistic(pair.Part)
        let whole = figures.Statistic(pair.Whole)
        where part is not null && whole is { Value: > 0 } && part.Value * 100 > whole.Value * pair.MostPercent
        let share = ReportWords.Number(Math.Round(100 * part.Value / whole.Value, 1, MidpointRounding.AwayFromZero))
        select new ReportFinding(ReportRules.Implausible, FindingSeverity.Note, part.Label, $"不超过{whole.Label}的{pair.MostPercent}%", $"{share}%",
            $"{part.Label}{ReportWords.Number(part.Value)}{part.Unit}，为{whole.Label}{ReportWords.Number(whole.Value)}{whole.Unit}的{share}%：{pair.Because}填报的定义为“{part.Definition.TrimEnd('。')}”。");
}
