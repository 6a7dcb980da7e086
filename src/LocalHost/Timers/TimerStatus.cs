using System.Text.Json.Serialization;

namespace Lianxin.LocalHost.Timers;

/// <summary>What the real host remembers of a timer, in its own spelling.</summary>
/// <param name="Last">Last run; the beginning of time when it never ran.</param>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    public static readonly DateTimeOffset Never = new(DateTime.MinValue, TimeSpan.Zero);
}

[JsonSerializable(typeof(TimerStatus))]
internal sealed partial class TimerJson : JsonSerializerContext;

/// <summary>Whether a timer missed a run while the host was away.</summary>
/// <param name="Changed">The status differs from what was stored and is to be written.</param>
internal sealed record WakeUp(TimerStatus Status, bool Changed, bool IsPastDue)
{
    /// <summary>
    /// The real host's rule: however many runs were missed, one comes back as past due; a first start and a changed schedule
    /// never do.
    /// </summary>
    public static WakeUp Decide(Schedule schedule, TimerStatus? stored, DateTimeOffset now)
    {
        if (stored is null)
        {
            return new WakeUp(new TimerStatus(TimerStatus.Never, schedule.Next(now), now), true, false);
        }

        var counted = stored.Last != TimerStatus.Never ? stored.Last
            : stored.LastUpdated != TimerStatus.Never ? stored.LastUpdated
            : now;
        var expected = schedule.Next(counted);
        if (stored.Next == expected)
        {
            return new WakeUp(stored, false, now > stored.Next);
        }

        var next = now > expected ? schedule.Next(now) : expected;
        return new WakeUp(new TimerStatus(TimerStatus.Never, next, counted), true, false);
    }

    /// <summary>The status after a run that began at <paramref name="at"/>; a run that came a little early counts from its due time.</summary>
    public static TimerStatus After(Schedule schedule, TimerStatus before, DateTimeOffset at, bool onSchedule)
    {
        var counted = onSchedule && before.Next > at ? before.Next : at;
        return new TimerStatus(counted, schedule.Next(counted), counted);
    }
}
