using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Storage.Tests.Emulator;

/// <summary>A room over the emulator under a prefix of its own; one per test class.</summary>
public sealed class EmulatorRoom(Azurite azurite) : IAsyncLifetime
{
    private readonly List<StorageRoom> _opened = [];

    public FakeTimeProvider Machine { get; } = new(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));

    public string Prefix { get; } = "t" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8];

    public StorageRoom Room { get; private set; } = null!;

    public StorageOptions Options => new()
    {
        ConnectionString = azurite.ConnectionString,
        NamePrefix = Prefix,
        IndexPrefix = "LG000",
        RetryDelay = TimeSpan.FromMilliseconds(20),
    };

    public async ValueTask InitializeAsync()
    {
        Room = Open();
        await Room.Probe.PrepareAsync(CancellationToken.None);
    }

    /// <summary>Another process, as it were: a room of its own over the same tables.</summary>
    public StorageRoom Open(TimeProvider? machine = null) => Keep(StorageRoom.Open(Options, machine ?? Machine));

    internal StorageRoom Open(Wire wire) => Keep(StorageRoom.Open(Options with { Policies = [wire] }, Machine));

    public TableClient Table(string name) => new(azurite.ConnectionString, Prefix + name);

    public BlobContainerClient Container(string name) => new(
        azurite.ConnectionString, Prefix + name, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2025_11_05));

    public QueueClient Queue(string name) => new(
        azurite.ConnectionString, Prefix + name, new QueueClientOptions(QueueClientOptions.ServiceVersion.V2025_11_05));

    public ValueTask DisposeAsync()
    {
        foreach (StorageRoom room in _opened)
        {
            room.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private StorageRoom Keep(StorageRoom room)
    {
        _opened.Add(room);
        return room;
    }
}
