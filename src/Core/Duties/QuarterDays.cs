using Lianxin.Core.Calendar;

namespace Lianxin.Core.Duties;

/// <summary>The days on which something happens to a quarter. China Standard Time throughout.</summary>
public static class QuarterDays
{
    /// <summary>Working days before its end from which a quarter's open points are listed daily (S30).</summary>
    public const int WarningWorkingDays = 10;

    /// <summary>The first step runs from this day: the day after the quarter.</summary>
    public static DateOnly ClosesOn(Period quarter) => quarter.Last.AddDays(1);

    /// <summary>
    /// The second step runs from this day: the day after the last due day of the quarter's own duties and those of its months. Annual
    /// duties have later days (January 31, March 31): they keep their own state and do not hold the freeze up.
    /// </summary>
    public static DateOnly FreezesOn(Period quarter, IEnumerable<Duty> duties)
    {
        ArgumentNullException.ThrowIfNull(duties);
        var last = duties
            .Where(d => d.Period is not null && Period.TryParse(d.Period, out var period) && period.Kind != PeriodKind.Year)
            .Select(d => d.DueOn)
            .DefaultIfEmpty(quarter.Last)
            .Max();
        return last.AddDays(1);
    }

    /// <summary>The first day of the daily list: ten working days before the quarter's last day.</summary>
    public static DateOnly WarnsFrom(Period quarter, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var day = quarter.Last;
        for (var left = WarningWorkingDays; left > 0;)
        {
            day = day.AddDays(-1);
            left -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}
