namespace Lianxin.Core.Reports.Checking;

/// <summary>
/// Reviews and lawsuits that a published report left pending (尚未审结) must come back a year later (I10). Asked of our own reports only: of
/// others' nobody knows what was joined or withdrawn meanwhile.
/// </summary>
public static class PendingCases
{
    /// <param name="previous">The published report of the year before; null where there is none.</param>
    public static IEnumerable<ReportFinding> Check(StatutoryForms forms, ReportDocument document, ReportDocument? previous)
    {
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(document);
        if (previous?.Year != document.Year - 1)
            yield break;
        var (now, before) = (new CaseTable(forms, document.Cells), new CaseTable(forms, previous.Cells));
        foreach (var block in forms.Section4)
        {
            if (before.At(block.Key, "pending") is { } pending && now.At(block.Key, StatutoryForms.Total) is { } total && total < pending)
            {
                yield return new(ReportRules.PendingLost, FindingSeverity.Warning, CaseTable.Path(block.Key, StatutoryForms.Total), $"不少于{ReportWords.Number(pending)}", ReportWords.Number(total),
                    $"{block.Label}：{previous.Year}年尚未审结{ReportWords.Number(pending)}件，{document.Year}年总计只有{ReportWords.Number(total)}件，上年未结的没有接续。");
            }
        }
    }
}
