using Lianxin.Core.Calendar;

namespace Lianxin.Core.Reports.Yearly;

/// <summary>By when a year's report is due; days in China Standard Time.</summary>
/// <param name="OfficesBy">Last day for what the offices owe to it.</param>
/// <param name="DueOn">Last day for the published report.</param>
/// <param name="Because">What set <paramref name="DueOn"/>.</param>
public sealed record YearlyDates(DateOnly OfficesBy, DateOnly DueOn, string Because)
{
    /// <summary>The county's day where it set one, else the law's. The offices' day never comes before the year is over.</summary>
    public static YearlyDates Of(YearlyRules rules, int year, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(calendar);
        var (due, because) = Due(rules, year);
        var first = new DateOnly(year + 1, 1, 1);
        var offices = due;
        for (var left = rules.OfficeWorkingDays; left > 0 && offices > first;)
        {
            offices = offices.AddDays(-1);
            left -= calendar.IsWorkingDay(offices) ? 1 : 0;
        }

        return new YearlyDates(offices, due, because);
    }

    private static (DateOnly DueOn, string Because) Due(YearlyRules rules, int year)
    {
        if (rules.County.FirstOrDefault(c => c.Year == year) is { } county)
            return (county.DueOn, county.Because);
        var law = rules.Law.LastOrDefault(l => l.FromYear <= year) ?? rules.Law[0];
        return (new DateOnly(year + 1, law.Month, law.Day), law.Because);
    }
}

/// <summary>Where a year's report stands against its day.</summary>
public enum ReportTiming
{
    /// <summary>The year is not over: nothing is due.</summary>
    NotYet,

    /// <summary>Not published, and still in time.</summary>
    Open,

    /// <summary>Not published, from the day after the due day.</summary>
    Overdue,

    /// <summary>Published in time.</summary>
    Met,

    /// <summary>Published after the due day.</summary>
    Late,
}
