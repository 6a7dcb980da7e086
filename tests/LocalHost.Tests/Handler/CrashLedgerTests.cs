using Lianxin.LocalHost.Handler;

namespace Lianxin.LocalHost.Tests.Handler;

public sealed class CrashLedgerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_third_crash_within_thirty_minutes_is_where_the_real_host_gives_up()
    {
        var ledger = new CrashLedger();

        ledger.Add(Noon).ShouldBeFalse();
        ledger.Add(Noon.AddMinutes(10)).ShouldBeFalse();
        ledger.Add(Noon.AddMinutes(31)).ShouldBeFalse();
        ledger.Add(Noon.AddMinutes(32)).ShouldBeTrue();
    }
}
