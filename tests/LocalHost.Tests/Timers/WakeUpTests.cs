using System.Globalization;
using Lianxin.LocalHost.Timers;

namespace Lianxin.LocalHost.Tests.Timers;

public sealed class WakeUpTests
{
    private static readonly Schedule Hourly = Schedule.Parse("T", "0 0 * * * *");

    [Fact]
    public void A_first_start_is_never_past_due()
    {
        var woke = WakeUp.Decide(Hourly, null, At("12:30"));

        woke.ShouldBe(new WakeUp(new TimerStatus(TimerStatus.Never, At("13:00"), At("12:30")), true, false));
    }

    [Fact]
    public void Many_missed_runs_are_one_past_due_run()
    {
        var stored = new TimerStatus(At("03:00"), At("04:00"), At("03:00"));

        WakeUp.Decide(Hourly, stored, At("12:30")).ShouldBe(new WakeUp(stored, false, true));
    }

    [Fact]
    public void A_run_that_is_still_to_come_is_not_past_due()
    {
        var stored = new TimerStatus(At("12:00"), At("13:00"), At("12:00"));

        WakeUp.Decide(Hourly, stored, At("12:30")).IsPastDue.ShouldBeFalse();
    }

    [Fact]
    public void A_changed_schedule_is_counted_anew_without_catching_up()
    {
        var stored = new TimerStatus(At("03:10"), At("03:20"), At("03:10"));

        var woke = WakeUp.Decide(Hourly, stored, At("12:30"));

        woke.IsPastDue.ShouldBeFalse();
        woke.Changed.ShouldBeTrue();
        woke.Status.Next.ShouldBe(At("13:00"));
    }

    [Fact]
    public void A_run_a_little_early_counts_from_its_due_time_so_that_it_does_not_fire_twice()
    {
        var before = new TimerStatus(At("11:00"), At("12:00"), At("11:00"));

        WakeUp.After(Hourly, before, At("12:00").AddMilliseconds(-3), onSchedule: true).Next.ShouldBe(At("13:00"));
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2026-11-24T{time}:00Z", CultureInfo.InvariantCulture);
}
