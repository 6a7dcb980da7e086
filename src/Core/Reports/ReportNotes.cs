namespace Lianxin.Core.Reports;

/// <summary>The small print: what a typed figure counts and where it comes from, and what the checks found.</summary>
internal static class ReportNotes
{
    public static IEnumerable<ReportBlock> Figures(ReportFigures figures)
    {
        var keys = figures.Scope.Format.Benefits.Select(b => b.Figure);
        if (figures.Scope.Format.Opinions is { } opinions)
            keys = keys.Append(opinions.Collected).Append(opinions.Handled);
        return keys
            .Select(figures.Statistic)
            .OfType<StatisticFigure>()
            .Select(f => new NoteBlock($"{f.Label}：{f.Definition.TrimEnd('。')}。来源：{f.Source.TrimEnd('。')}。"));
    }

    public static IEnumerable<ReportBlock> Findings(string opening, IReadOnlyList<ReportFinding> findings)
    {
        if (findings.Count == 0)
            yield break;
        yield return new NoteBlock(opening);
        for (var at = 0; at < findings.Count; at++)
        {
            var kind = findings[at].Severity switch { FindingSeverity.Error => "错误", FindingSeverity.Warning => "提示", _ => "说明" };
            yield return new NoteBlock($"{at + 1}. {findings[at].Message}（{kind}：{findings[at].Rule}）");
        }
    }
}
