using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.UseCases.Health;

namespace Lianxin.Functions.Tests.UseCases.Health;

public sealed class TimerWatchTests
{
    private static readonly TimerFunction EveryMinute = new("Minute", "0 * * * * *");
    private static readonly TimerFunction Nightly = new("Night", "0 30 18 * * *");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset LongAgo = Noon.AddDays(-30);

    [Theory]
    [InlineData(0, null)]
    [InlineData(104, null)]
    [InlineData(106, "timer-late")]
    public void One_of_every_minute_is_late_45_seconds_after_the_instant_that_it_missed(int secondsSinceNoon, string? code) =>
        Of(EveryMinute, Ended(Noon.AddMilliseconds(300)), Noon.AddSeconds(secondsSinceNoon)).ShouldBe(code);

    [Fact]
    public void A_run_that_came_a_little_early_counts_for_its_instant() =>
        Of(EveryMinute, Ended(Noon.AddMilliseconds(-300)), Noon.AddSeconds(90)).ShouldBeNull();

    [Fact]
    public void One_that_never_ran_is_late_after_its_first_instant_since_the_installation()
    {
        Of(Nightly, null, Noon, since: Noon.AddHours(-2)).ShouldBeNull();
        Of(Nightly, null, Noon.AddHours(7), since: Noon.AddHours(-2)).ShouldBe("timer-late");
    }

    [Fact]
    public void A_nightly_run_that_lasts_is_not_late_but_one_without_an_end_is_stuck()
    {
        var begun = new DateTimeOffset(2026, 3, 2, 18, 30, 1, TimeSpan.Zero);
        var run = Ended(begun.AddDays(-1)) with { StartedAt = begun };
        Of(Nightly, run, begun.AddMinutes(5)).ShouldBeNull();
        Of(Nightly, run, begun.AddMinutes(11)).ShouldBe("timer-stuck");
        Of(Nightly, Ended(begun.AddMinutes(6)), begun.AddMinutes(11)).ShouldBeNull();
    }

    [Fact]
    public void One_that_failed_is_named_until_it_succeeds()
    {
        Of(EveryMinute, Ended(Noon) with { Succeeded = false, Problem = "存储服务暂时无法访问" }, Noon.AddSeconds(10)).ShouldBe("timer-failed");
        Of(EveryMinute, Ended(Noon.AddMinutes(1)), Noon.AddSeconds(70)).ShouldBeNull();
    }

    [Fact]
    public void A_run_in_the_future_means_that_the_clock_was_set_back() =>
        Of(EveryMinute, Ended(Noon.AddHours(1)), Noon).ShouldBe("clock");

    [Fact]
    public void Every_timer_of_the_app_has_a_schedule_that_can_be_watched() =>
        FunctionApp.Lianxin.OfType<TimerFunction>()
            .Where(t => TimerWatch.Trouble(t, null, LongAgo, Noon, TimeSpan.FromMinutes(10))?.Code != "timer-late")
            .ShouldBeEmpty();

    private static TimerRunView Ended(DateTimeOffset at) => new("x", at, true, null);

    private static string? Of(TimerFunction timer, TimerRunView? run, DateTimeOffset now, DateTimeOffset? since = null) =>
        TimerWatch.Trouble(timer, run, since ?? LongAgo, now, TimeSpan.FromMinutes(10))?.Code;
}
