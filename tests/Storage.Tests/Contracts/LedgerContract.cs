using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;
using Lianxin.Storage.Tests.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Storage.Tests.Contracts;

/// <summary>What a ledger keeps to, whatever it is kept in.</summary>
public abstract class LedgerContract
{
    private static readonly OutboxMessage Notice = new("notification", "send-notice", "n-1", 1);

    protected abstract StorageRoom Room { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ILedger Ledger => Room.Ledgers.Duties;

    [Fact]
    public async Task A_row_is_added_once_and_replaced_only_under_its_fence()
    {
        LedgerOutcome.Committed first = (await CommitAsync("once", LedgerChange.Save("duty-1", "{\"a\":1}", null))).ShouldBeOfType<LedgerOutcome.Committed>();
        (await CommitAsync("once", LedgerChange.Save("duty-1", "{\"a\":2}", null))).ShouldBeOfType<LedgerOutcome.LostRace>();
        LedgerOutcome.Committed second = (await CommitAsync("once", LedgerChange.Save("duty-1", "{\"a\":3}", first.Fence))).ShouldBeOfType<LedgerOutcome.Committed>();
        (await CommitAsync("once", LedgerChange.Save("duty-1", "{\"a\":4}", first.Fence))).ShouldBeOfType<LedgerOutcome.LostRace>();

        LedgerRow row = (await Ledger.FindAsync("once", 2026, "duty-1", Stop)).ShouldNotBeNull();
        row.Text.ShouldBe("{\"a\":3}");
        row.Fence.ShouldBe(second.Fence);
    }

    [Fact]
    public async Task A_refused_commit_changes_nothing_and_leaves_no_message()
    {
        await CommitAsync("whole", LedgerChange.Save("duty-1", "{}", null));

        LedgerOutcome refused = await Ledger.CommitAsync(
            new LedgerCommit("whole", 2026, [LedgerChange.Put("index-1", "{}"), LedgerChange.Save("duty-1", "{}", null)], [Notice]), Stop);

        refused.ShouldBeOfType<LedgerOutcome.LostRace>();
        (await Ledger.FindAsync("whole", 2026, "index-1", Stop)).ShouldBeNull();
        (await Ledger.OutboxAsync("whole", DateTimeOffset.MaxValue, Stop).ToListAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_range_gives_its_rows_in_the_order_of_their_keys()
    {
        await CommitAsync("range", [.. new[] { "b-2", "a-1", "b-1", "c-1", "b-10" }.Select(k => LedgerChange.Put(k, k))]);

        List<LedgerRow> rows = await Ledger.RangeAsync("range", 2026, "b-", LedgerKeys.After("b-"), 2, Stop).ToListAsync(Stop);

        rows.Select(r => r.Key).ShouldBe(["b-1", "b-10", "b-2"]);
        rows.ShouldAllBe(r => r.Text == r.Key);
    }

    [Fact]
    public async Task A_row_that_is_to_go_may_be_gone_already()
    {
        await CommitAsync("gone", LedgerChange.Put("old", "1"));

        (await CommitAsync("gone", LedgerChange.Put("new", "2"), LedgerChange.Delete("never"), LedgerChange.Delete("old"))).ShouldBeOfType<LedgerOutcome.Committed>();

        (await Ledger.FindAsync("gone", 2026, "old", Stop)).ShouldBeNull();
        (await Ledger.FindAsync("gone", 2026, "new", Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Its_messages_wait_in_the_outbox_until_the_sweep_has_sent_them()
    {
        await Ledger.CommitAsync(new LedgerCommit("sweep", 2026, [LedgerChange.Put("a", "1")], [Notice]), Stop);
        (await Ledger.OutboxAsync("sweep", DateTimeOffset.MaxValue, Stop).ToListAsync(Stop)).ShouldHaveSingleItem().Message.ShouldBe(Notice);

        (await Room.Outbox.SweepAsync("sweep", DateTimeOffset.MaxValue, Stop)).ShouldBe(1);

        (await Ledger.OutboxAsync("sweep", DateTimeOffset.MaxValue, Stop).ToListAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Years_and_rows_of_another_ledger_or_agency_do_not_show()
    {
        await CommitAsync("apart", LedgerChange.Put("a", "1"));
        await Room.Ledgers.Cases.CommitAsync(new LedgerCommit("apart", 2025, [LedgerChange.Put("a", "2")], []), Stop);

        (await Ledger.YearsAsync("apart", Stop)).ShouldBe([2026]);
        (await Ledger.FindAsync("apart", 2025, "a", Stop)).ShouldBeNull();
        (await Ledger.FindAsync("apart-2", 2026, "a", Stop)).ShouldBeNull();
        (await Room.Register.YearsAsync("apart", Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_document_comes_back_whole()
    {
        string text = string.Concat(Enumerable.Repeat("示例𠮷", 60_000));
        await CommitAsync("long", LedgerChange.Put("a", text));

        (await Ledger.FindAsync("long", 2026, "a", Stop)).ShouldNotBeNull().Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("outbox-1")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task A_key_that_could_not_be_one_is_refused_when_written_and_unknown_when_read(string key)
    {
        await Should.ThrowAsync<ArgumentException>(() => CommitAsync("keys", LedgerChange.Put(key, "1")));
        (await Ledger.FindAsync("keys", 2026, key, Stop)).ShouldBeNull();
    }

    private Task<LedgerOutcome> CommitAsync(string agency, params LedgerChange[] changes) =>
        Ledger.CommitAsync(new LedgerCommit(agency, 2026, changes, []), Stop);
}

public sealed class LedgersInMemory : LedgerContract, IDisposable
{
    private readonly StorageRoom _room = StorageRoom.InMemory("LG000", new FakeTimeProvider());

    protected override StorageRoom Room => _room;

    public void Dispose() => _room.Dispose();
}

public sealed class LedgersOverTables(EmulatorRoom emulator) : LedgerContract, IClassFixture<EmulatorRoom>
{
    protected override StorageRoom Room => emulator.Room;
}
