using Lianxin.Storage.Keys;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Storage.Tests.Keys;

public sealed class UlidTests
{
    [Fact]
    public void They_sort_in_the_order_of_writing_even_when_the_clock_stands_or_goes_back()
    {
        var machine = new FakeTimeProvider(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        var ulids = new Ulid(machine);
        var written = new List<string>();
        for (int i = 0; i < 1_000; i++)
        {
            written.Add(ulids.Next());
            if (i % 10 == 0)
            {
                machine.Advance(TimeSpan.FromMilliseconds(1));
            }
        }

        machine.AdjustTime(machine.GetUtcNow().AddHours(-1));
        written.Add(ulids.Next());

        written.ShouldBe(written.Order(StringComparer.Ordinal));
        written.Distinct().Count().ShouldBe(1_001);
        written.ShouldAllBe(u => u.Length == 26 && KeyText.IsKey(u));
    }

    [Fact]
    public void They_carry_their_time_and_the_border_of_an_instant_separates_before_from_after()
    {
        var now = new DateTimeOffset(2026, 4, 1, 1, 2, 3, 456, TimeSpan.Zero);
        string ulid = new Ulid(new FakeTimeProvider(now)).Next();

        Ulid.TimeOf(ulid).ShouldBe(now);
        string.CompareOrdinal(Ulid.FirstOf(now), ulid).ShouldBeLessThanOrEqualTo(0);
        string.CompareOrdinal(Ulid.FirstOf(now.AddMilliseconds(1)), ulid).ShouldBePositive();
        Ulid.TimeOf(Ulid.FirstOf(DateTimeOffset.MaxValue)).Year.ShouldBe(9999);
    }
}
