using Lianxin.LocalHost.Queues;

namespace Lianxin.LocalHost.Tests.Queues;

public sealed class PollingPaceTests
{
    [Fact]
    public void Looks_at_an_empty_queue_grow_apart_and_start_again_after_a_message()
    {
        var pace = new PollingPace(TimeSpan.FromSeconds(1));

        Enumerable.Range(0, 6).Select(_ => pace.Empty().TotalMilliseconds).ShouldBe([100, 200, 400, 800, 1000, 1000]);
        pace.Found();
        pace.Empty().TotalMilliseconds.ShouldBe(100);
    }
}
