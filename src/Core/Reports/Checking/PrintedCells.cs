namespace Lianxin.Core.Reports.Checking;

/// <summary>
/// What our own tables print against what was counted, cell by cell (I11): most cells of section 2 stand in no identity of the form, so that
/// nothing else would find a wrong one.
/// </summary>
public static class PrintedCells
{
    public static IEnumerable<ReportFinding> Check(ReportContent content, ReportFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var printed = ComposedReport.Cells(content);
        foreach (var figure in figures.Scope.Format.Records.Where(f => f.Cell.Length > 0))
        {
            decimal? found = printed.TryGetValue(figure.Cell, out var value) ? value : null;
            var counted = figures.Records[figure.Key];
            if (found != counted)
            {
                var text = found is { } known ? ReportWords.Number(known) : "无";
                yield return new(ReportRules.PrintedDiffers, FindingSeverity.Error, figure.Cell, ReportWords.Number(counted), text,
                    $"“{figure.Label}”表中为{text}，逐条登记为{ReportWords.Number(counted)}。");
            }
        }
    }
}
