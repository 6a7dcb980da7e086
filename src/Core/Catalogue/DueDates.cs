using System.Globalization;
using Lianxin.Core.Calendar;

namespace Lianxin.Core.Catalogue;

/// <summary>By when an item must be public: one deadline per due rule of its entry. The earliest counts (architecture.md, the quarter in two steps).</summary>
public static class DueDates
{
    public const string Kind = "publish";

    /// <param name="entry">The entry whose rules apply, in its order.</param>
    /// <param name="formedOn">The day the information was formed or changed, in China Standard Time.</param>
    /// <param name="period">The item's period; rules that need one are left out without it.</param>
    /// <param name="calendar">The working days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit would end after the year 9999: a forming date is checked before it comes here.</exception>
    public static IReadOnlyList<Deadline> For(CatalogueEntry entry, DateOnly formedOn, Period? period, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return [.. entry.DueRules.Select(r => Apply(r, formedOn, period, calendar)).OfType<Deadline>()];
    }

    /// <summary>What is due for a period whether or not anything was formed yet: the rules that hang on the period alone.</summary>
    public static IReadOnlyList<Deadline> ForPeriod(CatalogueEntry entry, Period period, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return [.. entry.DueRules.Select(r => Apply(r, null, period, calendar)).OfType<Deadline>()];
    }

    private static Deadline? Apply(DueRule rule, DateOnly? formedOn, Period? period, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return (rule.Base, formedOn, period) switch
        {
            (DueBase.Formed, { } day, _) => Counted(rule, day, StartEvent(rule), calendar),
            (DueBase.PeriodEnd, _, { } p) => Counted(rule, p.Last, $"{p.ToChinese()}末日", calendar),
            (DueBase.FixedDay, _, { } p) => Fixed(rule, p),
            _ => null,
        };
    }

    private static string StartEvent(DueRule rule) =>
        rule.StartEvent is { } named ? $"{named}即信息形成之日" : "信息形成或者变更之日";

    private static Deadline Counted(DueRule rule, DateOnly start, string startEvent, WorkingDayCalendar calendar)
    {
        var count = rule.WorkingDays ? calendar.CountWorkingDays(start, rule.Days) : calendar.CountCalendarDays(start, rule.Days);
        return new Deadline(Kind, count.DueOn, Derivation.Of(count, startEvent, rule.Source), count.Provisional);
    }

    /// <summary>A day named by the rule itself is no period of days, so Art. 203 does not move it.</summary>
    private static Deadline Fixed(DueRule rule, Period period)
    {
        var due = new DateOnly(period.Year + 1, rule.FixedMonth, rule.FixedDay);
        var because = string.Create(
            CultureInfo.InvariantCulture,
            $"依据{rule.Source}，{period.ToChinese()}的信息应在次年{rule.FixedMonth}月{rule.FixedDay}日前公开，截止日为{ChineseDates.Text(due)}（规定的日期，不因休息日顺延）。");
        return new Deadline(Kind, due, because);
    }
}
