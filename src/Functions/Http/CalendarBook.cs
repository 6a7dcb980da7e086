using Lianxin.Functions.Access;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Calendars;

namespace Lianxin.Functions.Http;

/// <summary>The working-day calendar as it is shown: its years, one year, the versions of its notice.</summary>
public sealed class CalendarBook(HolidayNotices notices, ReferenceData reference, BusinessClock business)
{
    public async Task<CalendarView> YearsAsync(CancellationToken cancellation)
    {
        var loaded = await notices.ListAsync(cancellation);
        return new CalendarView([.. Years().Select(year =>
        {
            var notice = loaded.LastOrDefault(n => n.Year == year);
            return new CalendarYearRow(year, !reference.Calendar.Covers(year), WorkingDays(year), notice?.Version, notice?.Number, notice?.IssuedOn);
        })]);
    }

    /// <summary>One year; null for one that nothing here counts in.</summary>
    public async Task<CalendarYearView?> YearAsync(int year, CancellationToken cancellation)
    {
        var loaded = await notices.ListAsync(cancellation);
        return Years().Contains(year)
            ? new CalendarYearView(
                year,
                !reference.Calendar.Covers(year),
                WorkingDays(year),
                [.. reference.Calendar.NationalDays.Where(d => d.NoticeYear == year).OrderBy(d => d.Date).Select(CalendarDayView.Of)],
                [.. loaded.Where(n => n.Year == year).OrderByDescending(n => n.Version).Select(HolidayNoticeView.Of)])
            : null;
    }

    /// <summary>Newest first: what is loaded, this year and the next.</summary>
    private IEnumerable<int> Years() => reference.Calendar.Years.Concat([business.Today.Year, business.Today.Year + 1]).Distinct().OrderDescending();

    private int WorkingDays(int year) => reference.Calendar.WorkingDaysIn(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
}
