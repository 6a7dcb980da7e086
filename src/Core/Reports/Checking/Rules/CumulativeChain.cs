namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>
/// Cumulative = cumulative a year before + items of the year. A counter that stands lower than a year before was started again, which is
/// lawful and proves nothing.
/// </summary>
internal sealed class CumulativeChain() : ReportRule("cumulative-chain", FindingSeverity.Warning)
{
    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        if (report.Previous is not { } previous || Counter(previous.Old) is not { } before || Counter(report.Document.Old) is not { } now
            || report.Document.Old.Number("items_published") is not { } items || now < before || before + items == now)
            yield break;
        yield return Finding("tables.old.cumulative", Text(before + items), Text(now),
            $"累计公开{Text(now)}条，而上年累计{Text(before)}条加本年{Text(items)}条应为{Text(before + items)}条。");
    }

    private static decimal? Counter(StatedFigures figures) => figures.Number("cumulative.items_published") ?? figures.Number("cumulative");
}
