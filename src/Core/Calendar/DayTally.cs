namespace Lianxin.Core.Calendar;

/// <summary>Notes each day of a count as it is passed.</summary>
internal sealed class DayTally(WorkingDayCalendar calendar, IReadOnlyList<Pause> pauses)
{
    private readonly List<SkippedHoliday> holidays = [];
    private readonly List<DateOnly> makeUpDays = [];
    private readonly List<Pause> usedPauses = [];
    private readonly SortedSet<int> yearsWithoutNotice = [];
    private int weekendDays;
    private int pausedDays;

    /// <summary>Passes a day in a count of working days; true when it counts.</summary>
    public bool Pass(DateOnly day)
    {
        NoteNotice(day);
        if (!calendar.IsWorkingDay(day))
        {
            NoteRest(day);
            return false;
        }

        var pause = pauses.FirstOrDefault(p => p.Covers(day));
        if (pause is not null)
        {
            pausedDays++;
            if (!usedPauses.Contains(pause))
                usedPauses.Add(pause);
            return false;
        }

        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            makeUpDays.Add(day);
        return true;
    }

    public void NoteNotice(DateOnly day)
    {
        if (calendar.MissingNoticeFor(day) is { } year)
            yearsWithoutNotice.Add(year);
    }

    public void NoteRest(DateOnly day)
    {
        if (calendar.HolidayNameOn(day) is not { } name)
            weekendDays++;
        else if (holidays.Count > 0 && holidays[^1].Last == day.AddDays(-1) && string.Equals(holidays[^1].Name, name, StringComparison.Ordinal))
            holidays[^1] = holidays[^1] with { Last = day };
        else
            holidays.Add(new SkippedHoliday(name, day, day));
    }

    public DayCount Finish(DateOnly start, int days, bool workingDays, DateOnly dueOn, DateOnly? movedFrom = null) => new()
    {
        Start = start,
        Days = days,
        WorkingDays = workingDays,
        DueOn = dueOn,
        MovedFrom = movedFrom,
        Holidays = holidays,
        WeekendDays = weekendDays,
        MakeUpDays = makeUpDays,
        Pauses = usedPauses,
        PausedDays = pausedDays,
        YearsWithoutNotice = [.. yearsWithoutNotice],
    };
}
