using System.Collections.Frozen;

namespace Lianxin.Core.Calendar;

/// <summary>
/// Working days 工作日: Monday to Friday, less the holidays and plus the make-up days that the State Council's yearly notice
/// names, with a region's own days laid over it. A year without a loaded notice is counted by weekdays and statutory days and
/// every result that touches it is provisional (暂定). Made by <see cref="CalendarFile"/>; immutable.
/// </summary>
public sealed class WorkingDayCalendar
{
    /// <summary>Longest limit that is counted, in days: no rule of the field comes near it.</summary>
    public const int LongestCount = 1000;

    /// <summary>Longest extension of a reply, in working days (条例 Art. 33(2)).</summary>
    public const int LongestExtension = 20;

    /// <summary>The first day of December that a next year's notice has been seen to govern (2007-12-29, 2018-12-29, 2022-12-31).</summary>
    private const int OpenDecemberDay = 29;

    private readonly FrozenDictionary<DateOnly, CalendarDay> days;
    private readonly FrozenSet<int> years;
    private readonly IReadOnlyList<CalendarDay> overlay;

    internal WorkingDayCalendar(IReadOnlyList<CalendarDay> national, IReadOnlyList<CalendarDay> overlay)
    {
        NationalDays = national;
        this.overlay = overlay;
        years = national.Select(d => d.NoticeYear).ToFrozenSet();
        Years = [.. years.Order()];
        var merged = national.ToDictionary(d => d.Date);
        foreach (var day in overlay)
            merged[day.Date] = day;
        days = merged.ToFrozenDictionary();
    }

    /// <summary>Years whose State Council notice is loaded, ascending. An overlay alone covers no year.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Every day that a loaded notice names, the region's own left out.</summary>
    public IReadOnlyList<CalendarDay> NationalDays { get; }

    /// <summary>The same calendar with the newest version of each of these years' notices in place of what it had.</summary>
    /// <exception cref="ArgumentException">Two years' notices name the same day.</exception>
    public WorkingDayCalendar With(IEnumerable<HolidayNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        var newest = notices.GroupBy(n => n.Year).Select(g => g.MaxBy(n => n.Version)!).ToDictionary(n => n.Year);
        return newest.Count == 0
            ? this
            : new WorkingDayCalendar([.. NationalDays.Where(d => !newest.ContainsKey(d.NoticeYear)), .. newest.Values.SelectMany(n => n.Days)], overlay);
    }

    public bool Covers(int year) => years.Contains(year);

    /// <summary>The year whose notice would be needed to know this day for certain; null when it is certain.</summary>
    public int? MissingNoticeFor(DateOnly day)
    {
        if (days.ContainsKey(day))
            return null;
        if (!Covers(day.Year))
            return day.Year;
        return day.Month == 12 && day.Day >= OpenDecemberDay && !Covers(day.Year + 1) ? day.Year + 1 : null;
    }

    public bool IsWorkingDay(DateOnly day)
    {
        if (days.TryGetValue(day, out var named))
            return named.Kind == CalendarDayKind.Work;
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && HolidayNameOn(day) is null;
    }

    /// <summary>The holiday for which a day is off; null on working days and on weekends that belong to no holiday.</summary>
    public string? HolidayNameOn(DateOnly day)
    {
        if (days.TryGetValue(day, out var named))
            return named.Kind == CalendarDayKind.Off ? named.Name : null;
        return Covers(day.Year) ? null : StatutoryHolidays.NameOn(day);
    }

    /// <summary>The day itself when it is worked, else the next working day (《民法典》 Art. 203).</summary>
    public DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The <paramref name="n"/>-th working day after <paramref name="start"/>, which is day 0 and may be a day of rest; 0 gives the start itself.</summary>
    public DateOnly AddWorkingDays(DateOnly start, int n) => CountWorkingDays(start, n).DueOn;

    /// <summary>The same with everything that was stepped over.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative or above <see cref="LongestCount"/>.</exception>
    public DayCount CountWorkingDays(DateOnly start, int n, params IReadOnlyList<Pause> pauses)
    {
        ArgumentNullException.ThrowIfNull(pauses);
        CheckLength(n);
        var tally = new DayTally(this, pauses);
        var day = start;
        for (var left = n; left > 0;)
        {
            day = day.AddDays(1);
            if (tally.Pass(day))
                left--;
        }

        return tally.Finish(start, n, workingDays: true, day);
    }

    /// <summary>Every day counts; when the last one is a day of rest, the limit ends on the next working day (《民法典》 Art. 203). 0 gives the start itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative or above <see cref="LongestCount"/>.</exception>
    public DayCount CountCalendarDays(DateOnly start, int n)
    {
        CheckLength(n);
        var tally = new DayTally(this, []);
        var last = start.AddDays(n);
        var due = n == 0 ? start : WorkingDayFrom(last);
        for (var day = last; day < due; day = day.AddDays(1))
        {
            tally.NoteNotice(day);
            tally.NoteRest(day);
        }

        tally.NoteNotice(due);
        return tally.Finish(start, n, workingDays: false, due, due == last ? null : last);
    }

    /// <summary>
    /// An extension 延期: counted from the first due date (条例 Art. 33(2)). The notice of it must go out on or before that date.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not 1 to <see cref="LongestExtension"/>.</exception>
    public DayCount Extend(DayCount first, int n, params IReadOnlyList<Pause> pauses)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, LongestExtension);
        return CountWorkingDays(first.DueOn, n, pauses);
    }

    /// <summary>How many working days lie between two days, both included; 0 when the first is after the last.</summary>
    public int WorkingDaysIn(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
            count += IsWorkingDay(day) ? 1 : 0;
        return count;
    }

    /// <summary>Working days passed from day 0 to another day: the start is not counted, the end is. Negative when the end comes first.</summary>
    public int WorkingDaysBetween(DateOnly start, DateOnly end) =>
        start <= end ? WorkingDaysIn(start.AddDays(1), end) : -WorkingDaysIn(end.AddDays(1), start);

    private static void CheckLength(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, LongestCount);
    }
}
