using Lianxin.EndToEnd.Running;

[assembly: AssemblyFixture(typeof(Lianxin.EndToEnd.SampleSystem))]

namespace Lianxin.EndToEnd;

/// <summary>One system with the sample year for all tests that only add to it.</summary>
public sealed class SampleSystem : IAsyncLifetime
{
    public RunningSystem System { get; private set; } = null!;

    public async ValueTask InitializeAsync() => System = await RunningSystem.StartAsync();

    public async ValueTask DisposeAsync() => await System.DisposeAsync();
}
