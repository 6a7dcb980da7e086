namespace Lianxin.Core.Calendar;

/// <summary>A stretch of days off under one holiday's name that a count stepped over.</summary>
public sealed record SkippedHoliday(string Name, DateOnly First, DateOnly Last);

/// <summary>How a number of days was counted: everything that a derivation tells.</summary>
public sealed record DayCount
{
    /// <summary>Day 0, which is not counted itself (《民法典》 Art. 201).</summary>
    public required DateOnly Start { get; init; }

    public required int Days { get; init; }

    /// <summary>True for working days 工作日, false for calendar days 日.</summary>
    public required bool WorkingDays { get; init; }

    /// <summary>The last day of the limit, which ends at 24:00.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The last day before it was moved off a day of rest (《民法典》 Art. 203); null when nothing moved.</summary>
    public DateOnly? MovedFrom { get; init; }

    /// <summary>Holidays stepped over, in order.</summary>
    public IReadOnlyList<SkippedHoliday> Holidays { get; init; } = [];

    /// <summary>Saturdays and Sundays stepped over that belong to no holiday.</summary>
    public int WeekendDays { get; init; }

    /// <summary>Saturdays and Sundays that were worked and so counted.</summary>
    public IReadOnlyList<DateOnly> MakeUpDays { get; init; } = [];

    /// <summary>Pauses that took working days out of the count.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>Working days that fell into the pauses.</summary>
    public int PausedDays { get; init; }

    /// <summary>Years crossed whose State Council notice is not loaded, in order.</summary>
    public IReadOnlyList<int> YearsWithoutNotice { get; init; } = [];

    /// <summary>暂定: some day of the count is known by the weekday and the statutory days only.</summary>
    public bool Provisional => YearsWithoutNotice.Count > 0;
}
