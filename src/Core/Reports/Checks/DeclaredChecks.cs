namespace Lianxin.Core.Reports.Checks;

/// <summary>Totals that a document declares, against each other and against the register (D1).</summary>
internal static class DeclaredChecks
{
    public static IEnumerable<ReportFinding> Run(ReportFigures figures)
    {
        if (figures.Scope.Format.Declared is not { } names)
            yield break;
        var classes = figures.Classes
            .Select(c => (Counted: c, Declared: names.Classes.TryGetValue(c.Key, out var key) ? Declared(figures, key) : null))
            .ToList();
        if (Declared(figures, names.Total) is { } total)
        {
            if (total.Value != figures.Total)
                yield return Differs(total, figures.Total, "按登记簿逐条统计");
            // A sum says something only when every part is known.
            if (classes.All(c => c.Declared is not null) && classes.Sum(c => c.Declared!.Value) is var sum && sum != total.Value)
                yield return SumDiffers(total, [.. classes.Select(c => c.Declared!)], sum);
        }

        foreach (var (counted, declared) in classes)
        {
            if (declared is not null && declared.Value != counted.Count)
                yield return Differs(declared, counted.Count, $"{counted.Title}按登记簿逐条统计");
        }
    }

    private static StatisticFigure? Declared(ReportFigures figures, string key) =>
        figures.Statistic(key) is { Kind: FigureKind.Declared } figure ? figure : null;

    private static ReportFinding Differs(StatisticFigure declared, int computed, string how)
    {
        var said = ReportWords.Number(declared.Value);
        var gap = ReportWords.Number(Math.Abs(declared.Value - computed));
        return new(ReportRules.DeclaredTotal, FindingSeverity.Warning, declared.Label, $"{computed}条", $"{said}条",
            $"{declared.Label}为{said}条，{how}为{computed}条，相差{gap}条。");
    }

    private static ReportFinding SumDiffers(StatisticFigure total, IReadOnlyList<StatisticFigure> parts, decimal sum)
    {
        var said = ReportWords.Number(total.Value);
        var added = string.Join('＋', parts.Select(p => ReportWords.Number(p.Value)));
        var result = ReportWords.Number(sum);
        return new(ReportRules.DeclaredTotal, FindingSeverity.Warning, "原文各类之和", $"{result}条", $"{said}条",
            $"原文各类相加（{added}）为{result}条，与{total.Label}{said}条不符。");
    }
}
