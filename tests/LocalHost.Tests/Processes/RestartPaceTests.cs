using Lianxin.LocalHost.Processes;

namespace Lianxin.LocalHost.Tests.Processes;

public sealed class RestartPaceTests
{
    [Fact]
    public void Waits_double_to_ten_seconds_and_begin_again_after_a_healthy_minute()
    {
        var pace = new RestartPace();

        Enumerable.Range(0, 9).Select(_ => pace.After(TimeSpan.Zero).TotalMilliseconds)
            .ShouldBe([100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
        pace.After(TimeSpan.FromMinutes(1)).TotalMilliseconds.ShouldBe(100);
        pace.After(TimeSpan.Zero).TotalMilliseconds.ShouldBe(200);
    }
}
