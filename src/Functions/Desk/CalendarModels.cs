using Lianxin.Core;
using Lianxin.Core.Calendar;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.UseCases.Calendars;

namespace Lianxin.Functions.Desk;

/// <summary>工作日日历.</summary>
/// <param name="Load">The form for a notice; null for whoever may not load one.</param>
public sealed record CalendarModel(CalendarView Calendar, PlainForm? Load, Refusal? Refusal = null);

/// <summary>A notice that was checked, and the form that loads it.</summary>
public sealed record NoticeCheckedModel(NoticeOutcome Outcome, PlainForm Load);

/// <summary>One year, month by month.</summary>
public sealed record CalendarYearModel(CalendarYearView Year, IReadOnlyList<CalendarMonth> Months, string? Done);

/// <param name="Weeks">Seven cells each, from Monday; null outside the month.</param>
public sealed record CalendarMonth(int Month, int WorkingDays, IReadOnlyList<IReadOnlyList<CalendarCell?>> Weeks)
{
    public static CalendarMonth Of(int year, int month, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var first = new DateOnly(year, month, 1);
        var cells = Enumerable.Repeat<CalendarCell?>(null, ((int)first.DayOfWeek + 6) % 7).ToList();
        for (var day = first; day.Month == month; day = day.AddDays(1))
        {
            var worked = calendar.IsWorkingDay(day);
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            cells.Add(new CalendarCell(day, worked && weekend ? "班" : !worked && calendar.HolidayNameOn(day) is not null ? "休" : "", worked, calendar.HolidayNameOn(day)));
        }

        while (cells.Count % 7 != 0)
            cells.Add(null);
        return new CalendarMonth(month, calendar.WorkingDaysIn(first, first.AddMonths(1).AddDays(-1)), [.. cells.Chunk(7)]);
    }
}

/// <param name="Mark">班 for a weekend day that is worked, 休 for a holiday, else nothing.</param>
/// <param name="Holiday">Name of the holiday; null where there is none.</param>
public sealed record CalendarCell(DateOnly Day, string Mark, bool Worked, string? Holiday);
