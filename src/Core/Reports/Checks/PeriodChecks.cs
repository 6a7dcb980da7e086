namespace Lianxin.Core.Reports.Checks;

/// <summary>The three dates that must be told apart (S41): statistic period, signing, publication.</summary>
internal static class PeriodChecks
{
    public static IEnumerable<ReportFinding> Run(ReportScope scope, ReportNarrative? narrative, DateOnly today)
    {
        if (today.Year <= scope.Year)
        {
            yield return new(ReportRules.YearNotOver, FindingSeverity.Error, "统计期", $"{scope.Year + 1}年1月1日或以后定稿",
                ReportWords.Day(today), $"{scope.Year}年尚未结束，年度报告只能作为草稿。");
        }

        if (narrative is null)
            yield break;
        if (narrative.SignedOn is null)
            yield return new(ReportRules.NotSigned, FindingSeverity.Error, "成文日期", "成文日期", "无", "报告没有成文日期。");
        if (narrative.PeriodTo is null)
            yield return CutOff(scope);
        foreach (var finding in Incomplete(scope.Year, narrative))
            yield return finding;
    }

    private static ReportFinding CutOff(ReportScope scope) =>
        new(ReportRules.CutOffMissing, FindingSeverity.Warning, "统计期", "明确的截止日期", "未写明",
            $"统计期只写“至今”，没有截止日期；本报告统计到{ReportWords.Day(scope.To)}为止。");

    private static IEnumerable<ReportFinding> Incomplete(int year, ReportNarrative narrative)
    {
        var first = new DateOnly(year, 1, 1);
        var last = new DateOnly(year, 12, 31);
        if (narrative.SignedOn is { } signed && signed < last)
        {
            var firstMissing = signed < first ? first : signed.AddDays(1);
            var missing = last.DayNumber - firstMissing.DayNumber + 1;
            var span = $"{ReportWords.DayOfYear(firstMissing)}至{ReportWords.DayOfYear(last)}";
            yield return Warning("成文日期", $"不早于{ReportWords.Day(last)}", ReportWords.Day(signed),
                $"成文日期为{ReportWords.Day(signed)}，统计期到{ReportWords.Day(last)}才满一年，尚缺{missing}天（{span}）。");
        }

        if (narrative.SignedOn is { } on && narrative.PeriodTo is { } end && end > on)
        {
            yield return Warning("统计期", $"不晚于成文日期{ReportWords.Day(on)}", ReportWords.Day(end),
                $"统计期截止日{ReportWords.Day(end)}晚于成文日期{ReportWords.Day(on)}。");
        }

        if (narrative.PeriodTo is { } cutOff && cutOff != last)
        {
            yield return Warning("统计期", ReportWords.Day(last), ReportWords.Day(cutOff),
                $"统计期截止到{ReportWords.Day(cutOff)}，不是{ReportWords.Day(last)}。");
        }

        if (narrative.PeriodFrom != first)
        {
            yield return Warning("统计期", ReportWords.Day(first), ReportWords.Day(narrative.PeriodFrom),
                $"统计期从{ReportWords.Day(narrative.PeriodFrom)}开始，不是{ReportWords.Day(first)}。");
        }
    }

    private static ReportFinding Warning(string where, string expected, string found, string message) =>
        new(ReportRules.PeriodIncomplete, FindingSeverity.Warning, where, expected, found, message);
}
