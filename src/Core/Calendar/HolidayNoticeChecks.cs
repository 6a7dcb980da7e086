namespace Lianxin.Core.Calendar;

/// <summary>What was found about a notice before it is used.</summary>
/// <param name="Faults">It cannot be used like this.</param>
/// <param name="Unusual">It can, once somebody has confirmed that the notice says so.</param>
public sealed record HolidayNoticeFindings(IReadOnlyList<string> Faults, IReadOnlyList<string> Unusual);

/// <summary>
/// Whether the days of a notice can be right: 《全国年节及纪念日放假办法》 Art. 2 (which days are off), Art. 6 (a holiday on a weekend is made up)
/// and Art. 7 (no more than six days of work in a row around a holiday, as a rule).
/// </summary>
public static class HolidayNoticeChecks
{
    private const int MostWorkedInARow = 6;

    /// <param name="others">Days that other years' notices name.</param>
    public static HolidayNoticeFindings Check(int year, IReadOnlyList<CalendarDay> days, IReadOnlyList<CalendarDay> others)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(others);
        var faults = new List<string>();
        foreach (var day in days.Where(d => d.Date.Year != year && !(d.Date.Year == year - 1 && d.Date.Month == 12)))
            faults.Add($"{Text(day.Date)} 不属于 {year} 年，也不是上一年的12月。");
        foreach (var twice in days.GroupBy(d => d.Date).Where(g => g.Count() > 1))
            faults.Add($"{Text(twice.Key)} 出现了{twice.Count()}次。");
        foreach (var day in days.Where(d => d.Kind == CalendarDayKind.Work && !IsWeekend(d.Date)))
            faults.Add($"{Text(day.Date)} 不是周六、周日，不会是调休上班日。");
        foreach (var day in days.Where(d => others.Any(o => o.Date == d.Date)))
            faults.Add($"{Text(day.Date)} 已由另一年的通知安排。");
        var off = days.Where(d => d.Kind == CalendarDayKind.Off).Select(d => d.Date).ToHashSet();
        var statutory = Days(year).Where(d => StatutoryHolidays.NameOn(d) is not null).ToList();
        foreach (var missing in statutory.Where(d => !off.Contains(d) && !others.Any(o => o.Date == d && o.Kind == CalendarDayKind.Off)))
            faults.Add($"{Text(missing)} 是法定节日（{StatutoryHolidays.NameOn(missing)}），通知却没有放假。");
        return new HolidayNoticeFindings(faults, faults.Count > 0 ? [] : Unusual(year, days, off, statutory.Count));
    }

    /// <summary>Weekdays off, less the weekend days that are worked for them.</summary>
    public static int NetDays(IReadOnlyList<CalendarDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return days.Count(d => d.Kind == CalendarDayKind.Off && !IsWeekend(d.Date)) - days.Count(d => d.Kind == CalendarDayKind.Work);
    }

    private static List<string> Unusual(int year, IReadOnlyList<CalendarDay> days, HashSet<DateOnly> off, int statutory)
    {
        var unusual = new List<string>();
        var net = NetDays(days);
        if (net != statutory)
            unusual.Add($"放假的工作日减去调休上班日得{net}天，法定节日是{statutory}天。有临时增加的假日时才会不同。");
        var worked = days.Where(d => d.Kind == CalendarDayKind.Work).Select(d => d.Date).ToHashSet();
        foreach (var makeUp in worked.Order())
        {
            var run = Run(makeUp, d => worked.Contains(d) || (!IsWeekend(d) && !off.Contains(d)));
            if (run.Days > MostWorkedInARow)
                unusual.Add($"{Text(run.First)} 起连续上班{run.Days}天，超过一般的{MostWorkedInARow}天。");
        }

        foreach (var makeUp in worked.Order().Where(d => !days.Any(o => o.Kind == CalendarDayKind.Off && Math.Abs(o.Date.DayNumber - d.DayNumber) <= 14)))
            unusual.Add($"{Text(makeUp)} 上班，前后两周内却没有放假。");
        return [.. unusual.Distinct(StringComparer.Ordinal)];
    }

    private static (DateOnly First, int Days) Run(DateOnly from, Func<DateOnly, bool> isWorked)
    {
        var first = from;
        while (isWorked(first.AddDays(-1)))
            first = first.AddDays(-1);
        var last = from;
        while (isWorked(last.AddDays(1)))
            last = last.AddDays(1);
        return (first, last.DayNumber - first.DayNumber + 1);
    }

    private static IEnumerable<DateOnly> Days(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
            yield return day;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static string Text(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
