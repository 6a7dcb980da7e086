using Lianxin.Core.Calendar;

namespace Lianxin.Core.Notices;

/// <summary>One rung of the ladder.</summary>
/// <param name="Offset">Working days from the due day: negative before it, 0 the due day itself, positive after it.</param>
/// <param name="Addressees">Who is told, by part; at least one.</param>
/// <param name="Wording">What they are asked to do, in Chinese.</param>
public sealed record LadderRung(LadderStep Step, int Offset, IReadOnlyList<OfficePart> Addressees, string Wording);

/// <summary>A rung that has come for a duty, and the day on which it came.</summary>
public sealed record StepDue(LadderRung Rung, DateOnly On);

/// <summary>
/// The ladder of reminders and cards 提醒、黄牌、红牌、黑牌: which step comes on which day and to whom (S30). Data, read by
/// <see cref="LadderFile"/>; the shipped offsets are argued for in the decision record on notices.
/// </summary>
/// <param name="Rungs">In the order of their offsets.</param>
public sealed record Ladder(IReadOnlyList<LadderRung> Rungs)
{
    /// <summary>Every step that has come by <paramref name="today"/> for a duty due on <paramref name="dueOn"/>, in the order of their days.</summary>
    /// <remarks>
    /// Asked of the calendar each time and never remembered: a moved due day or a notice of holidays that comes late moves the steps too.
    /// </remarks>
    public IReadOnlyList<StepDue> StepsDue(DateOnly dueOn, DateOnly today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return [.. Rungs.Select(r => new StepDue(r, DayOf(r.Offset, dueOn, calendar))).Where(s => s.On <= today).OrderBy(s => s.On).ThenBy(s => s.Rung.Offset)];
    }

    /// <summary>
    /// The steps whose day lies after <paramref name="told"/> and not after <paramref name="today"/>: what a sweep has to tell when the
    /// last one told everything up to and including <paramref name="told"/>. A sweep that slept for a week gets the week's steps at once.
    /// </summary>
    public IReadOnlyList<StepDue> StepsSince(DateOnly dueOn, DateOnly told, DateOnly today, WorkingDayCalendar calendar) =>
        [.. StepsDue(dueOn, today, calendar).Where(s => s.On > told)];

    /// <summary>The due day itself may be no working day; the counting starts from it all the same, as with any limit (《民法典》 Art. 201).</summary>
    private static DateOnly DayOf(int offset, DateOnly dueOn, WorkingDayCalendar calendar)
    {
        if (offset >= 0)
            return calendar.AddWorkingDays(dueOn, offset);
        var day = dueOn;
        for (var left = -offset; left > 0;)
        {
            day = day.AddDays(-1);
            left -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}
