using Lianxin.Core.Calendar;

namespace Lianxin.Core.Reports.Checks;

/// <summary>
/// How long the signed report lay before it was published (D3). Told and not judged: the 20 working days of 条例 Art. 26 run for information in
/// general, while the yearly report has a day of its own.
/// </summary>
internal static class PublicationDelayCheck
{
    /// <summary>条例 Art. 26 (Art. 18 of 2007).</summary>
    private const int WorkingDays = 20;

    public static IEnumerable<ReportFinding> Run(ReportNarrative? narrative, WorkingDayCalendar calendar)
    {
        if (narrative is not { SignedOn: { } signed, PublishedOn: { } published })
            yield break;
        var last = calendar.AddWorkingDays(signed, WorkingDays);
        if (published <= last)
            yield break;
        var days = published.DayNumber - signed.DayNumber;
        var worked = Enumerable.Range(1, days).Count(d => calendar.IsWorkingDay(signed.AddDays(d)));
        yield return new(ReportRules.PublishedLongAfterSigning, FindingSeverity.Note, "公布日期", $"成文后{WorkingDays}个工作日（{ReportWords.Day(last)}）内", $"{worked}个工作日",
            $"{ReportWords.Day(signed)}成文，{ReportWords.Day(published)}公布，相隔{days}天、{worked}个工作日；年度报告另有公布期限，这里只作说明。");
    }
}
