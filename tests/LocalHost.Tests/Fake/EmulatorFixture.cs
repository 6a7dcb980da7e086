using Lianxin.LocalHost.Emulator;
using Lianxin.LocalHost.Processes;
using Lianxin.LocalHost.Tests.Fake;

[assembly: AssemblyFixture(typeof(EmulatorFixture))]

namespace Lianxin.LocalHost.Tests.Fake;

/// <summary>One emulator for the whole run, in memory; tests keep apart by queue and blob names.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    private readonly ChildNursery _nursery = new();
    private readonly StorageEmulator _emulator;
    private StorageDoor? _door;

    public EmulatorFixture() => _emulator = new StorageEmulator(EmulatorPlace.Find(null), null, _nursery, null, new Journal(_ => { }));

    public string Connection => _emulator.Ports.ConnectionString;

    internal StorageDoor Door => _door!;

    public async ValueTask InitializeAsync()
    {
        await _emulator.StartAsync(CancellationToken.None);
        _door = new StorageDoor(Connection);
    }

    public async ValueTask DisposeAsync()
    {
        _door?.Dispose();
        await _emulator.DisposeAsync();
        _nursery.Dispose();
    }
}
