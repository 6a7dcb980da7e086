using Lianxin.EndToEnd.Running;

[assembly: AssemblyFixture(typeof(Lianxin.EndToEnd.SampleSystem))]

namespace Lianxin.EndToEnd;

/// <summary>One system with the sample year for all tests that only add to it; started when the first of them asks.</summary>
public sealed class SampleSystem : IAsyncDisposable
{
    private readonly Lazy<Task<RunningSystem>> starting = new(() => Task.Run(() => RunningSystem.StartAsync()));

    public RunningSystem System => starting.Value.GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (starting.IsValueCreated && starting.Value.IsCompletedSuccessfully)
        {
            await (await starting.Value).DisposeAsync();
        }
    }
}
