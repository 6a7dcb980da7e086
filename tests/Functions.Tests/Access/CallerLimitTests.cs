using System.Globalization;
using Lianxin.Functions.Access;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Functions.Tests.Access;

public sealed class CallerLimitTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider machine = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public void One_address_is_stopped_at_its_limit_and_told_how_long_to_wait_while_others_go_on()
    {
        var limit = new CallerLimit(2, Minute, machine);
        limit.Take("192.0.2.1").ShouldBeNull();
        machine.Advance(TimeSpan.FromSeconds(20));
        limit.Take("192.0.2.1").ShouldBeNull();
        limit.Take("192.0.2.1").ShouldBe(TimeSpan.FromSeconds(40));
        limit.Take("192.0.2.2").ShouldBeNull();
        machine.Advance(TimeSpan.FromSeconds(40));
        limit.Take("192.0.2.1").ShouldBeNull();
    }

    [Fact]
    public void More_addresses_than_are_told_apart_share_one_count()
    {
        var limit = new CallerLimit(1, Minute, machine);
        for (var i = 0; i < CallerLimit.Addresses; i++)
            limit.Take(i.ToString(CultureInfo.InvariantCulture)).ShouldBeNull();
        limit.Take("one more").ShouldBeNull();
        limit.Take("and another").ShouldNotBeNull();
        limit.Take("0").ShouldNotBeNull();
    }

    [Fact]
    public void A_clock_that_is_set_back_begins_a_new_count()
    {
        var limit = new CallerLimit(1, Minute, machine);
        limit.Take("192.0.2.1").ShouldBeNull();
        machine.AdjustTime(machine.GetUtcNow() - TimeSpan.FromHours(3));
        limit.Take("192.0.2.1").ShouldBeNull();
    }
}
