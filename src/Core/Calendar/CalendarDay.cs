namespace Lianxin.Core.Calendar;

/// <summary>What a holiday notice says about a day.</summary>
public enum CalendarDayKind
{
    /// <summary>放假: no working day.</summary>
    Off,

    /// <summary>调休上班: a Saturday or Sunday that is worked.</summary>
    Work,
}

/// <summary>A day named by a holiday notice of the State Council, or of a region for its overlay.</summary>
/// <param name="Name">The holiday it belongs to, for example 国庆节.</param>
/// <param name="NoticeYear">The year the notice is for; a day of late December may belong to the next year's.</param>
public sealed record CalendarDay(DateOnly Date, CalendarDayKind Kind, string Name, int NoticeYear);
