using System.Globalization;
using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Reports.Checks;

/// <summary>What the identities of a statutory form ask of our own figures beyond the tables themselves (I6, I7, I11).</summary>
internal static class StatutoryChecks
{
    public static IEnumerable<ReportFinding> Run(ReportFigures figures)
    {
        var format = figures.Scope.Format;
        if (format.Form is null)
            return [];
        return
        [
            .. format.Records.Where(f => f.Cell.Length > 0 && !IsLawful(f, figures.Records[f.Key])).Select(f => new ReportFinding(
                ReportRules.NotACount, FindingSeverity.Error, f.Cell, f.Per > 0 ? "非负数" : "非负整数", ReportWords.Number(figures.Records[f.Key]),
                $"“{f.Label}”应为{(f.Per > 0 ? "非负数" : "非负整数")}，实为{ReportWords.Number(figures.Records[f.Key])}。")),
            .. figures.Applications.NotOnce.Select(a => new ReportFinding(
                ReportRules.OutcomeNotOnce, FindingSeverity.Error, a.Number, "恰好计入一种办理结果", $"计入{a.Rows}种",
                $"申请“{a.Number}”计入了{a.Rows}种办理结果，区分处理的也只计一种。")),
            .. Totals(figures).Where(t => t.Printed is { } printed && printed != t.Counted).Select(t => new ReportFinding(
                ReportRules.RecordsDiffer, FindingSeverity.Error, t.Cell, t.Counted.ToString(CultureInfo.InvariantCulture), ReportWords.Number(t.Printed!.Value),
                $"“{t.Label}”表中为{ReportWords.Number(t.Printed.Value)}件，逐条登记为{t.Counted}件。")),
        ];
    }

    /// <summary>Changes of a stock (本年增/减) may be negative, money may have decimals.</summary>
    private static bool IsLawful(RecordFigure figure, decimal value) =>
        figure.Moment == RecordMoment.Changed || (value >= 0 && (figure.Per > 0 || decimal.IsInteger(value)));

    private static IEnumerable<(string Cell, string Label, int Counted, decimal? Printed)> Totals(ReportFigures figures)
    {
        var census = figures.Applications;
        foreach (var (row, label, counted) in new[]
        {
            ("new_received", "本年新收政府信息公开申请数量", census.New),
            ("carried_over", "上年结转政府信息公开申请数量", census.CarriedOver),
            ("total", "办理结果总计", census.Ended),
            ("carried_forward", "结转下年度继续办理", census.CarriedForward),
        })
        {
            var cell = $"section3.{row}.total";
            yield return (cell, label, counted, figures.Number(FigureKeys.OfCell(cell))?.Value);
        }
    }
}
