namespace Lianxin.Core.Calendar;

/// <summary>
/// China Standard Time (北京时间): a fixed +08:00, without daylight saving since 1991. Storage keeps instants in UTC; every
/// business date, quarter and year is taken here.
/// </summary>
public static class ChinaTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The same instant on a Chinese wall clock.</summary>
    public static DateTimeOffset At(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The business date of an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant).DateTime);

    public static int YearOf(DateTimeOffset instant) => DateOf(instant).Year;

    public static Period QuarterOf(DateTimeOffset instant) => Period.QuarterOf(DateOf(instant));

    /// <summary>The instant at which a business date begins (0:00).</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>The instant at which a business date is over (24:00), which already belongs to the next one.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day).AddDays(1);
}
