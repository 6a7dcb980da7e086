using Lianxin.Functions.Access;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Functions.Tests.Access;

public sealed class BusinessClockTests
{
    private static readonly DateTimeOffset Demo = new(2015, 1, 5, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly FakeTimeProvider machine = new(new DateTimeOffset(2026, 3, 1, 15, 59, 59, TimeSpan.Zero));

    [Fact]
    public void A_business_day_begins_at_midnight_in_china()
    {
        var clock = new BusinessClock(machine, new LianxinOptions());
        clock.Today.ShouldBe(new DateOnly(2026, 3, 1));
        clock.Now.Offset.ShouldBe(TimeSpan.FromHours(8));
        machine.Advance(TimeSpan.FromSeconds(1));
        clock.Today.ShouldBe(new DateOnly(2026, 3, 2));
    }

    [Fact]
    public void A_demo_clock_starts_at_its_instant_and_runs_on()
    {
        var clock = new BusinessClock(machine, new LianxinOptions { BusinessClock = Demo });
        clock.Now.ShouldBe(Demo);
        machine.Advance(TimeSpan.FromHours(15));
        clock.Now.ShouldBe(Demo.AddHours(15));
        clock.Today.ShouldBe(new DateOnly(2015, 1, 6));
    }

    [Fact]
    public void A_restart_does_not_set_the_demo_clock_back_when_its_start_is_told()
    {
        var options = new LianxinOptions { BusinessClock = Demo, BusinessClockSince = machine.GetUtcNow() };
        machine.Advance(TimeSpan.FromMinutes(10));
        new BusinessClock(machine, options).Now.ShouldBe(Demo.AddMinutes(10));
    }
}
