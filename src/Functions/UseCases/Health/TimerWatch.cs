using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using NCrontab;

namespace Lianxin.Functions.UseCases.Health;

/// <summary>Whether a timer did what its schedule promises.</summary>
public static class TimerWatch
{
    /// <summary>A run may end this long after its instant before it counts as missed.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(45);

    /// <summary>Two clocks that differ by less are the same clock.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(60);

    /// <summary>Hosts fire a little early at times; the run then counts for the instant that follows.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(2);

    /// <summary>Whether the schedule fires less often than every minute.</summary>
    public static bool IsRare(TimerFunction timer, DateTimeOffset now)
    {
        var first = Next(timer, now);
        return Next(timer, first) - first > TimeSpan.FromMinutes(1);
    }

    /// <summary>What is wrong with the timer, or null.</summary>
    /// <param name="run">Its last run; null when it never ran.</param>
    /// <param name="since">Machine instant since which this installation counts on its timers.</param>
    /// <param name="now">Machine instant.</param>
    /// <param name="longest">How long a run may last before the host has given it up.</param>
    public static HealthTroubleView? Trouble(TimerFunction timer, TimerRunView? run, DateTimeOffset since, DateTimeOffset now, TimeSpan longest)
    {
        ArgumentNullException.ThrowIfNull(timer);
        var seen = new[] { run?.LastRun, run?.StartedAt, since }.Max()!.Value;
        if (seen - now > ClockTolerance)
        {
            return new HealthTroubleView("clock", timer.Name, "定时任务的上次运行在未来：机器时钟被拨回，或者几台机器的时钟不一致。");
        }

        if (run?.StartedAt is { } started && now - started > longest)
        {
            return new HealthTroubleView("timer-stuck", timer.Name, "定时任务开始后没有结束，可能被宿主中断。");
        }

        if (now > Next(timer, seen + Early) + Grace)
        {
            return new HealthTroubleView("timer-late", timer.Name, run is null ? "定时任务从未运行。" : "定时任务没有按时运行。");
        }

        return run is { Succeeded: false, LastRun: not null }
            ? new HealthTroubleView("timer-failed", timer.Name, $"定时任务上次运行失败：{run.Problem}")
            : null;
    }

    private static DateTimeOffset Next(TimerFunction timer, DateTimeOffset after) => new(
        DateTime.SpecifyKind(
            CrontabSchedule.Parse(timer.Schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true }).GetNextOccurrence(after.UtcDateTime),
            DateTimeKind.Utc));
}
