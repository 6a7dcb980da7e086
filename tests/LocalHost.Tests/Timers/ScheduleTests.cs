using System.Globalization;
using Lianxin.LocalHost.Timers;

namespace Lianxin.LocalHost.Tests.Timers;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("0 0 18 * * *", "2026-11-24T18:00:00Z", "2026-11-25T18:00:00Z")]
    [InlineData("*/5 * * * * *", "2026-11-24T18:00:01Z", "2026-11-24T18:00:05Z")]
    [InlineData("*/15 * * * *", "2026-11-24T18:00:01Z", "2026-11-24T18:15:00Z")]
    [InlineData("0 0 3 1-7 * MON", "2026-11-24T00:00:00Z", "2026-12-07T03:00:00Z")]
    [InlineData("0 0 0 31 2 *", "2026-11-24T00:00:00Z", "9999-12-31T23:59:59.9999999Z")]
    public void The_next_occurrence_follows_the_hosts_dialect_in_utc(string text, string after, string expected) =>
        Schedule.Parse("T", text).Next(At(after)).ShouldBe(At(expected));

    [Theory]
    [InlineData("")]
    [InlineData("0 0 0 * * 7")]
    [InlineData("0 0 0 ? * *")]
    [InlineData("0 0 0 L * *")]
    [InlineData("@daily")]
    [InlineData("00:05:00")]
    [InlineData("0 60 * * * *")]
    [InlineData("0 0 0 * * * *")]
    public void What_the_host_cannot_parse_is_refused_with_the_functions_name(string text) =>
        Should.Throw<StartRefused>(() => Schedule.Parse("Nightly", text)).Message.ShouldContain("Nightly");

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
