using System.Text;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using Lianxin.Core.Items;
using Lianxin.Storage.Memory;
using Lianxin.Storage.Outbox;
using Lianxin.Storage.Tests.Emulator;
using Lianxin.Storage.Tests.Samples;

namespace Lianxin.Storage.Tests.Outbox;

public sealed class OutboxTests(EmulatorRoom emulator) : IClassFixture<EmulatorRoom>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commit_is_sent_at_once_as_base64_json_under_names_of_our_own()
    {
        Item item = Sample.Item(Sample.Agency());
        RegisterCommit commit = Sample.Create(item, new OutboxMessage("notification", "publish-item", item.Id, 3));
        var committed = (CommitOutcome.Committed)await emulator.Room.Register.CommitAsync(commit, Stop);

        (await emulator.Room.Outbox.DispatchAsync(commit, committed, Stop)).ShouldBe(1);

        QueueMessage message = (await emulator.Queue("notification").ReceiveMessagesAsync(32, cancellationToken: Stop)).Value.ShouldHaveSingleItem();
        using JsonDocument json = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText)));
        json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString()).ShouldBe(
            new Dictionary<string, string>
            {
                ["kind"] = "publish-item",
                ["subject"] = item.Id,
                ["subjectVersion"] = "3",
                ["outbox"] = $"{committed.OutboxKeys[0].Partition}/{committed.OutboxKeys[0].Row}",
            },
            ignoreOrder: true);
        message.ExpiresOn!.Value.Year.ShouldBeGreaterThan(2100);
        (await OutboxAsync(item.Agency)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_crash_between_commit_and_sending_is_made_good_by_the_sweep()
    {
        string agency = Sample.Agency();
        Item item = Sample.Item(agency);
        Item older = Sample.Item(agency, 2025);
        await emulator.Room.Register.PutAsync(Sample.Create(item, new OutboxMessage("work", "a", item.Id, 1)));
        await emulator.Room.Register.PutAsync(Sample.Create(older, new OutboxMessage("work", "b", older.Id, 1)));
        StorageRoom afterCrash = emulator.Open();

        (await afterCrash.Outbox.SweepAsync(agency, emulator.Machine.GetUtcNow().AddSeconds(-60), Stop)).ShouldBe(0, "they are too fresh");
        emulator.Machine.Advance(TimeSpan.FromSeconds(61));
        (await afterCrash.Outbox.SweepAsync(agency, emulator.Machine.GetUtcNow().AddSeconds(-60), Stop)).ShouldBe(2);
        (await afterCrash.Outbox.SweepAsync(agency, emulator.Machine.GetUtcNow(), Stop)).ShouldBe(0);

        (await emulator.Queue("work").ReceiveMessagesAsync(32, cancellationToken: Stop)).Value.Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_cannot_be_sent_stays_and_the_commit_stands()
    {
        Item item = Sample.Item(Sample.Agency());
        var sender = new RecordingSender { IsAway = true };
        var dispatcher = new OutboxDispatcher([emulator.Room.Register], sender);
        RegisterCommit commit = Sample.Create(item, Sample.Message(item, "a"), Sample.Message(item, "b"));
        var committed = (CommitOutcome.Committed)await emulator.Room.Register.CommitAsync(commit, Stop);

        (await dispatcher.DispatchAsync(commit, committed, Stop)).ShouldBe(0);
        (await OutboxAsync(item.Agency)).Count.ShouldBe(2);
        await Should.ThrowAsync<StorageUnavailableException>(() => dispatcher.SweepAsync(item.Agency, DateTimeOffset.MaxValue, Stop));

        sender.IsAway = false;
        (await dispatcher.SweepAsync(item.Agency, DateTimeOffset.MaxValue, Stop)).ShouldBe(2);
        sender.Sent.ShouldBe(commit.Messages);
        (await OutboxAsync(item.Agency)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sweeps_at_the_same_time_lose_nothing()
    {
        string agency = Sample.Agency();
        Item item = Sample.Item(agency);
        OutboxMessage[] messages = [.. Enumerable.Range(0, 70).Select(n => Sample.Message(item, $"k{n}"))];
        await emulator.Room.Register.PutAsync(Sample.Create(item, messages));
        var sender = new RecordingSender();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            new OutboxDispatcher([emulator.Open().Register], sender).SweepAsync(agency, DateTimeOffset.MaxValue, Stop)));

        sender.Sent.Distinct().ShouldBe(messages, ignoreOrder: true);
        (await OutboxAsync(agency)).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<OutboxRow>> OutboxAsync(string agency) =>
        await emulator.Room.Register.OutboxAsync(agency, DateTimeOffset.MaxValue, Stop).ToListAsync(Stop);
}
