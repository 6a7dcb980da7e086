using System.Diagnostics;
using System.Globalization;
using Azure;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Storage.Tests.Emulator;
using Lianxin.Storage.Tests.Samples;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Storage.Tests.Health;

public sealed class AwayTests(EmulatorRoom emulator) : IClassFixture<EmulatorRoom>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Storage_that_is_away_is_told_soon_and_in_the_houses_own_words()
    {
        using StorageRoom room = Away();
        Item item = Sample.Item("town");
        Func<Task>[] calls =
        [
            () => room.Register.FindAsync(item.Id, Stop),
            () => room.Register.CommitAsync(Sample.Create(item), Stop),
            () => room.Register.HistoryAsync(item.Id, Stop),
            () => room.Register.ListAsync(Sample.Query("town"), Stop),
            () => room.Register.NextIndexNumberAsync("town", 2026, Stop),
            () => room.Register.PublicationsAsync("town", DateOnly.MinValue, DateOnly.MaxValue, Stop).ToListAsync(Stop).AsTask(),
            () => room.Documents.FindAsync(Containers.Site, "a", Stop),
            () => room.Documents.PutAsync(Containers.Site, "a", [1], "text/html", Stop),
            () => room.Documents.TryPutAsync(Containers.Site, "a", [1], "text/html", null, Stop),
            () => room.Documents.DeleteAsync(Containers.Site, "a", Stop),
            () => room.Messages.SendAsync(Sample.Message(item), Stop),
            () => room.Accounts.FindAsync("town", "a", Stop),
            () => room.Accounts.ListAsync("town", Stop),
            () => room.Jobs.FindAsync("town", "a", Stop),
            () => room.Reports.FindAsync("town", 2014, Stop),
            () => room.Probe.PrepareAsync(Stop),
        ];

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(calls.Select(call => Should.ThrowAsync<StorageUnavailableException>(call)));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));

        StorageHealth health = await room.Probe.CheckAsync("town", Stop);
        health.Reachable.ShouldBeFalse();
        health.Problem.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Storage_that_was_never_prepared_is_away_and_not_empty()
    {
        using StorageRoom room = StorageRoom.Open(emulator.Options with { NamePrefix = "never" + emulator.Prefix }, TimeProvider.System);

        await Should.ThrowAsync<StorageUnavailableException>(() => room.Register.FindAsync("town-2026-x", Stop));
        await Should.ThrowAsync<StorageUnavailableException>(() => room.Register.ListAsync(Sample.Query("town"), Stop));
        await Should.ThrowAsync<StorageUnavailableException>(() => room.Register.CommitAsync(Sample.Create(Sample.Item("town")), Stop));
        await Should.ThrowAsync<StorageUnavailableException>(() => room.Documents.FindAsync(Containers.Keys, "a", Stop));
        await Should.ThrowAsync<StorageUnavailableException>(() => room.Documents.FenceAsync(Containers.Keys, "a", Stop));
        await Should.ThrowAsync<StorageUnavailableException>(() => room.Messages.SendAsync(Sample.Message(Sample.Item("town")), Stop));
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_told_that_storage_is_away()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => emulator.Room.Register.FindAsync("town-2026-x", stop.Token));
    }

    [Theory]
    [InlineData(0, "", true)]
    [InlineData(401, "AuthenticationFailed", true)]
    [InlineData(403, "AuthorizationFailure", true)]
    [InlineData(404, "TableNotFound", true)]
    [InlineData(408, "", true)]
    [InlineData(409, "TableBeingDeleted", true)]
    [InlineData(429, "", true)]
    [InlineData(500, "OperationTimedOut", true)]
    [InlineData(503, "ServerBusy", true)]
    [InlineData(400, "InvalidInput", false)]
    [InlineData(413, "RequestBodyTooLarge", false)]
    [InlineData(409, "EntityAlreadyExists", false)]
    public void Failures_are_told_apart_by_whether_waiting_helps(int status, string code, bool away)
    {
        Exception? translated = StorageCall.Translate(new RequestFailedException(status, "secret detail", code, null), Stop);

        translated.ShouldBeOfType(away ? typeof(StorageUnavailableException) : typeof(InvalidOperationException));
        translated.Message.ShouldNotContain("secret");
    }

    private static StorageRoom Away()
    {
        string[] at = [.. FreePorts.Take(3).Select(p => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{p}/a"))];
        return StorageRoom.Open(
            new StorageOptions
            {
                ConnectionString = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;" +
                    $"BlobEndpoint={at[0]};QueueEndpoint={at[1]};TableEndpoint={at[2]};",
                IndexPrefix = "X",
            },
            new FakeTimeProvider());
    }
}
