using Lianxin.Core.Calendar;

namespace Lianxin.Core.Feedback;

/// <summary>How long an answer may take, from the day after receipt: simple 5, hard 15 working days (decision record 11).</summary>
public static class FeedbackClocks
{
    public const string Simple = "simple";
    public const string Hard = "hard";
    public const int SimpleWorkingDays = 5;
    public const int HardWorkingDays = 15;

    private const string Source = "网民留言办理时限（简单事项5个工作日、复杂事项15个工作日）";

    /// <summary>Both clocks of a piece that came in on a day.</summary>
    public static IReadOnlyList<Deadline> Of(DateOnly receivedOn, WorkingDayCalendar calendar) =>
        [Of(Simple, receivedOn, "收到之日", calendar), Of(Hard, receivedOn, "收到之日", calendar)];

    /// <param name="kind"><see cref="Simple"/> or <see cref="Hard"/>.</param>
    /// <param name="startEvent">What started the clock, in Chinese.</param>
    public static Deadline Of(string kind, DateOnly start, string startEvent, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var count = calendar.CountWorkingDays(start, kind == Simple ? SimpleWorkingDays : HardWorkingDays);
        return new Deadline(kind, count.DueOn, Derivation.Of(count, startEvent, Source), count.Provisional);
    }
}
