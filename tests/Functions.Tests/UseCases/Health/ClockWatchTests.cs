using Lianxin.Functions.UseCases.Health;

namespace Lianxin.Functions.Tests.UseCases.Health;

public sealed class ClockWatchTests
{
    [Fact]
    public void A_clock_that_stands_is_told_and_one_that_goes_again_is_not()
    {
        var machine = new Machine();
        var watch = new ClockWatch(machine);
        machine.Pass(TimeSpan.FromSeconds(40), clock: TimeSpan.FromSeconds(40));
        watch.Stands().ShouldBeFalse();
        machine.Pass(TimeSpan.FromSeconds(40), clock: TimeSpan.Zero);
        watch.Stands().ShouldBeTrue();
        machine.Pass(TimeSpan.FromSeconds(40), clock: TimeSpan.FromSeconds(40));
        watch.Stands().ShouldBeFalse();
    }

    [Fact]
    public void Looks_close_together_and_a_clock_put_forward_say_nothing()
    {
        var machine = new Machine();
        var watch = new ClockWatch(machine);
        machine.Pass(TimeSpan.FromSeconds(5), clock: TimeSpan.Zero);
        watch.Stands().ShouldBeFalse();
        machine.Pass(TimeSpan.FromSeconds(60), clock: TimeSpan.FromHours(9));
        watch.Stands().ShouldBeFalse();
    }

    /// <summary>A processor's counter and a clock that go as they are told.</summary>
    private sealed class Machine : TimeProvider
    {
        private TimeSpan counter;
        private DateTimeOffset now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time, TimeSpan clock) => (counter, now) = (counter + time, now + clock);

        public override long GetTimestamp() => counter.Ticks;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
