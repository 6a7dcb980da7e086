using Lianxin.Core;
using Lianxin.Core.Calendar;
using Lianxin.Functions.UseCases.Calendars;

namespace Lianxin.Functions.Http.Views;

/// <summary>The years of the working-day calendar.</summary>
public sealed record CalendarView(IReadOnlyList<CalendarYearRow> Years);

/// <param name="Provisional">暂定: no notice is loaded; weekends and statutory days alone are counted.</param>
/// <param name="Version">Of the notice that was loaded here; null for a shipped or a provisional year.</param>
public sealed record CalendarYearRow(int Year, bool Provisional, int WorkingDays, int? Version, string? Number, DateOnly? IssuedOn);

/// <summary>One year: its named days and every version of its notice, newest first.</summary>
public sealed record CalendarYearView(int Year, bool Provisional, int WorkingDays, IReadOnlyList<CalendarDayView> Days, IReadOnlyList<HolidayNoticeView> Notices);

/// <param name="Kind"><c>off</c> 放假 or <c>work</c> 调休上班.</param>
public sealed record CalendarDayView(DateOnly Date, string Kind, string Name)
{
    public static CalendarDayView Of(CalendarDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return new CalendarDayView(day.Date, Names.Of(day.Kind), day.Name);
    }
}

public sealed record HolidayNoticeView(int Version, string Number, DateOnly IssuedOn, string? Reason, string By, DateTimeOffset At, int Days)
{
    public static HolidayNoticeView Of(HolidayNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return new HolidayNoticeView(notice.Version, notice.Number, notice.IssuedOn, notice.Reason, notice.By, notice.At, notice.Days.Count);
    }
}

/// <summary>A notice that was examined or loaded.</summary>
/// <param name="Loaded">False for a mere check.</param>
public sealed record NoticeOutcomeView(bool Loaded, int Year, HolidayNoticeView Notice, IReadOnlyList<CalendarDayView> Days, IReadOnlyList<DueChangeView> Changes)
{
    public static NoticeOutcomeView Of(NoticeOutcome outcome, bool loaded)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return new NoticeOutcomeView(
            loaded,
            outcome.Notice.Year,
            HolidayNoticeView.Of(outcome.Notice),
            [.. outcome.Notice.Days.Select(CalendarDayView.Of)],
            [.. outcome.Changes.Select(c => new DueChangeView(c.Entry, c.Title, c.Period, c.Offices, c.Before, c.WasProvisional, c.After, c.IsProvisional))]);
    }
}

public sealed record DueChangeView(string Entry, string Title, string Period, int Offices, DateOnly Before, bool WasProvisional, DateOnly After, bool IsProvisional);
