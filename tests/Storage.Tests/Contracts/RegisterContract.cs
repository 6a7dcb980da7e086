using Lianxin.Core.Audit;
using Lianxin.Core.Items;
using Lianxin.Storage.Tests.Samples;

namespace Lianxin.Storage.Tests.Contracts;

/// <summary>What every register keeps to, whatever it is kept in: commits, their fences and their receipts.</summary>
public abstract class RegisterContract
{
    protected abstract IRegister Register { get; }

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_committed_comes_back_whole()
    {
        Item item = Sample.Item(Sample.Agency()).Published(Sample.Noon);
        StoredItem stored = await Register.PutAsync(Sample.Create(item));

        StoredItem found = (await Register.FindAsync(item.Id, Stop)).ShouldNotBeNull();

        Sample.Text(found.Item).ShouldBe(Sample.Text(item));
        found.Fence.ShouldBe(stored.Fence);
        ItemEvent step = (await Register.HistoryAsync(item.Id, Stop)).ShouldHaveSingleItem();
        (step.Number, step.Kind, step.To, step.At).ShouldBe((1, "submitted", item.Status, Sample.Noon));
        step.Details.ShouldContainKeyAndValue("entry", "11-01");
    }

    [Fact]
    public async Task A_body_of_the_greatest_length_comes_back_in_every_version()
    {
        string body = string.Concat(Enumerable.Repeat("𠮷姓\"村民\"\n", 25_000));
        Item item = Sample.Item(Sample.Agency());
        item = (item with { Content = item.Content with { Body = body } }).Published(Sample.Noon);
        StoredItem first = await Register.PutAsync(Sample.Create(item));
        await Register.PutAsync(Sample.Step(first, i => i with { Version = 2, Content = i.Content with { Body = body + "更正" } }));

        StoredItem found = (await Register.FindAsync(item.Id, Stop)).ShouldNotBeNull();

        found.Item.Content.Body.ShouldBe(body + "更正");
        found.Item.Releases.ShouldHaveSingleItem().Content.Body.ShouldBe(body);
        (await Register.HistoryAsync(item.Id, Stop)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("town-2026-absent")]
    [InlineData("../../etc-2026-x")]
    [InlineData("town-2026-a/b?c#d\\e")]
    [InlineData("town-2026-'or'")]
    [InlineData("镇-2026-x")]
    public async Task An_id_that_nothing_has_is_unknown_and_no_fault(string id)
    {
        (await Register.FindAsync(id, Stop)).ShouldBeNull();
        (await Register.HistoryAsync(id, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_id_is_given_once()
    {
        Item item = Sample.Item(Sample.Agency());
        await Register.PutAsync(Sample.Create(item));

        CommitOutcome again = await Register.CommitAsync(
            Sample.Create(item with { Office = "财政所" }, Sample.Message(item)), Stop);

        again.ShouldBeOfType<CommitOutcome.AlreadyThere>();
        (await Register.FindAsync(item.Id, Stop))!.Item.Office.ShouldBe("党政办");
        (await OutboxAsync(item.Agency)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stale_fence_loses_and_leaves_no_trace()
    {
        Item item = Sample.Item(Sample.Agency());
        StoredItem first = await Register.PutAsync(Sample.Create(item));
        await Register.PutAsync(Sample.Step(first, i => i with { Status = ItemStatus.Returned }));

        CommitOutcome late = await Register.CommitAsync(
            Sample.Step(first, i => i with { Status = ItemStatus.Reviewed }, Sample.Message(item)), Stop);

        late.ShouldBeOfType<CommitOutcome.LostRace>();
        (await Register.FindAsync(item.Id, Stop))!.Item.Status.ShouldBe(ItemStatus.Returned);
        (await Register.HistoryAsync(item.Id, Stop)).Select(e => e.To).ShouldBe([ItemStatus.Submitted, ItemStatus.Returned]);
        (await OutboxAsync(item.Agency)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fence_of_an_item_that_was_never_there_loses()
    {
        Item item = Sample.Item(Sample.Agency());
        StoredItem elsewhere = await Register.PutAsync(Sample.Create(Sample.Item(item.Agency)));

        CommitOutcome outcome = await Register.CommitAsync(Sample.Step(new StoredItem(item, elsewhere.Fence), i => i), Stop);

        outcome.ShouldBeOfType<CommitOutcome.LostRace>();
        (await Register.FindAsync(item.Id, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_racing_commits_exactly_one_wins()
    {
        Item item = Sample.Item(Sample.Agency());
        StoredItem start = await Register.PutAsync(Sample.Create(item));

        CommitOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(n =>
            Register.CommitAsync(Sample.Step(start, i => i with { Source = $"hand {n}" }, Sample.Message(item)), Stop)));

        CommitOutcome.Committed won = outcomes.OfType<CommitOutcome.Committed>().ShouldHaveSingleItem();
        outcomes.OfType<CommitOutcome.LostRace>().Count().ShouldBe(7);
        (await Register.FindAsync(item.Id, Stop))!.Item.Source.ShouldBe(won.Stored.Item.Source);
        (await Register.HistoryAsync(item.Id, Stop)).Count.ShouldBe(2);
        (await OutboxAsync(item.Agency)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_repeated_command_gets_the_first_receipt()
    {
        string agency = Sample.Agency();
        Item item = Sample.Item(agency);
        var receipt = new CommandReceipt("k1", "body1", item.Id, Sample.Noon);
        await Register.PutAsync(Sample.Create(item) with { Receipt = receipt });
        Item again = Sample.Item(agency);

        CommitOutcome outcome = await Register.CommitAsync(
            Sample.Create(again) with { Receipt = new CommandReceipt("k1", "body2", again.Id, Sample.Noon.AddDays(400)) }, Stop);

        // Whether another body under the same key is refused is the caller's to say.
        outcome.ShouldBeOfType<CommitOutcome.Repeated>().First.ShouldBe(receipt);
        (await Register.FindAsync(again.Id, Stop)).ShouldBeNull();
        // It is also found by itself, in its own year only.
        (await Register.FindReceiptAsync(agency, item.Year, "k1", Stop)).ShouldBe(receipt);
        (await Register.FindReceiptAsync(agency, item.Year + 1, "k1", Stop)).ShouldBeNull();
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(11, true)]
    public async Task A_receipt_past_its_time_makes_room_for_a_new_one(int minutesLater, bool accepted)
    {
        string agency = Sample.Agency();
        Item item = Sample.Item(agency);
        await Register.PutAsync(Sample.Create(item) with { Receipt = new CommandReceipt("form", "b", item.Id, Sample.Noon) });
        Item next = Sample.Item(agency);
        DateTimeOffset now = Sample.Noon.AddMinutes(minutesLater);
        var receipt = new CommandReceipt("form", "b", next.Id, now, ReplaceOlderThan: now.AddMinutes(-10));

        CommitOutcome outcome = await Register.CommitAsync(Sample.Create(next) with { Receipt = receipt }, Stop);

        (outcome is CommitOutcome.Committed).ShouldBe(accepted);
        Item third = Sample.Item(agency);
        CommitOutcome repeated = await Register.CommitAsync(
            Sample.Create(third) with { Receipt = receipt with { ItemId = third.Id } }, Stop);
        repeated.ShouldBeOfType<CommitOutcome.Repeated>().First.ItemId.ShouldBe(accepted ? next.Id : item.Id);
    }

    [Fact]
    public async Task Racing_commands_with_one_key_make_one_item()
    {
        string agency = Sample.Agency();
        Item[] items = [.. Enumerable.Range(0, 6).Select(_ => Sample.Item(agency))];

        CommitOutcome[] outcomes = await Task.WhenAll(items.Select(i => Register.CommitAsync(
            Sample.Create(i) with { Receipt = new CommandReceipt("once", "b", i.Id, Sample.Noon) }, Stop)));

        Item won = outcomes.OfType<CommitOutcome.Committed>().ShouldHaveSingleItem().Stored.Item;
        outcomes.OfType<CommitOutcome.Repeated>().Select(r => r.First.ItemId).ShouldBe(Enumerable.Repeat(won.Id, 5));
        (await Register.ListAsync(Sample.Query(agency), Stop)).Items.ShouldHaveSingleItem().Id.ShouldBe(won.Id);
    }

    [Fact]
    public async Task A_commit_that_contradicts_itself_is_refused()
    {
        Item item = Sample.Item(Sample.Agency());

        await Should.ThrowAsync<ArgumentException>(() => Register.CommitAsync(Sample.Create(item with { Year = 2025 }), Stop));
        await Should.ThrowAsync<ArgumentException>(() => Register.CommitAsync(Sample.Create(item with { Id = "x" }), Stop));
        await Should.ThrowAsync<ArgumentException>(() =>
            Register.CommitAsync(Sample.Create(item, new OutboxMessage("no-such-queue", "k", item.Id, 1)), Stop));

        (await Register.FindAsync(item.Id, Stop)).ShouldBeNull();
    }

    protected async Task<IReadOnlyList<OutboxRow>> OutboxAsync(string agency) =>
        await Register.OutboxAsync(agency, DateTimeOffset.MaxValue, Stop).ToListAsync(Stop);
}
