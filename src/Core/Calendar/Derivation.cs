using System.Globalization;
using System.Text;

namespace Lianxin.Core.Calendar;

/// <summary>Tells in one Chinese sentence how a limit was counted, so that anyone can count it again.</summary>
public static class Derivation
{
    /// <param name="count">What was counted.</param>
    /// <param name="startEvent">What started the clock, for example 信息形成之日.</param>
    /// <param name="source">The rule with its article.</param>
    public static string Of(DayCount count, string startEvent, string source)
    {
        ArgumentNullException.ThrowIfNull(count);
        var due = ChineseDates.Text(count.DueOn);
        if (count.Days == 0)
            return $"依据{source}，期限为{startEvent}（{due}）当日。";

        var text = new StringBuilder();
        var unit = count.WorkingDays ? "个工作日" : "日";
        text.Append(CultureInfo.InvariantCulture, $"依据{source}，自{startEvent}（{ChineseDates.Text(count.Start)}）的次日起算{count.Days}{unit}");
        if (count.MovedFrom is { } last)
            text.Append(CultureInfo.InvariantCulture, $"，{ChineseDates.Text(last)}届满，逢{RestName(count, last)}，依《民法典》第二百零三条顺延至{due}");
        else
            text.Append(CultureInfo.InvariantCulture, $"，至{due}（{ChineseDates.Weekday(count.DueOn)}）届满");
        if (count.WorkingDays)
            AppendSteps(text, count);
        text.Append('。').Append(ProvisionalNote(count.YearsWithoutNotice));
        return text.ToString();
    }

    /// <summary>The sentence that marks a provisional result; empty when nothing is missing.</summary>
    public static string ProvisionalNote(IReadOnlyList<int> yearsWithoutNotice)
    {
        ArgumentNullException.ThrowIfNull(yearsWithoutNotice);
        return yearsWithoutNotice.Count == 0
            ? ""
            : $"{string.Join('、', yearsWithoutNotice)}年的放假通知尚未导入，按周末和法定节日推算，期限为暂定。";
    }

    private static string RestName(DayCount count, DateOnly day) =>
        count.Holidays.FirstOrDefault(h => day >= h.First && day <= h.Last)?.Name ?? ChineseDates.Weekday(day);

    private static void AppendSteps(StringBuilder text, DayCount count)
    {
        var year = count.Start.Year;
        var skipped = count.Holidays.Select(h => $"{h.Name}放假{ChineseDates.Range(h.First, h.Last, year)}").ToList();
        if (count.WeekendDays > 0)
            skipped.Add($"周六、周日{count.WeekendDays.ToString(CultureInfo.InvariantCulture)}天");
        if (skipped.Count > 0)
            text.Append("；不计").Append(string.Join('、', skipped));
        if (count.MakeUpDays.Count > 0)
            text.Append("；调休上班的").Append(string.Join('、', count.MakeUpDays.Select(d => ChineseDates.Text(d, year)))).Append("计入");
        if (count.PausedDays > 0)
        {
            var pauses = count.Pauses.Select(p => $"{p.Reason}{ChineseDates.Range(p.From, p.To, year)}");
            text.Append(CultureInfo.InvariantCulture, $"；扣除{string.Join('、', pauses)}共{count.PausedDays}个工作日");
        }
    }
}
