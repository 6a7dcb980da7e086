using Lianxin.Core.Items;
using Lianxin.Storage.Tests.Samples;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Storage.Tests.Contracts;

/// <summary>What every register keeps to: what timers ask it for, and index numbers.</summary>
public abstract class SweepContract
{
    protected abstract IRegister Register { get; }

    protected abstract FakeTimeProvider Machine { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publications_are_found_by_their_china_date_over_every_years_register_oldest_first()
    {
        string agency = Sample.Agency();
        Item older = await PublishAsync(Sample.Item(agency, 2024), new(2025, 12, 31, 15, 59, 59, TimeSpan.Zero));
        Item newYear = await PublishAsync(Sample.Item(agency, 2025), new(2025, 12, 31, 16, 0, 0, TimeSpan.Zero));
        Item later = await PublishAsync(Sample.Item(agency, 2026), new(2026, 2, 1, 8, 0, 0, TimeSpan.FromHours(8)));
        Item last = await PublishAsync(Sample.Item(agency, 2025), new(2026, 3, 31, 23, 59, 0, TimeSpan.FromHours(8)));

        (await IdsAsync(agency, new(2026, 1, 1), new(2026, 3, 31))).ShouldBe([newYear.Id, later.Id, last.Id]);
        (await IdsAsync(agency, new(2025, 12, 31), new(2025, 12, 31))).ShouldBe([older.Id]);
        (await IdsAsync(agency, new(2026, 2, 2), new(2026, 3, 30))).ShouldBeEmpty();
        (await IdsAsync(agency, DateOnly.MinValue, DateOnly.MaxValue)).ShouldBe([older.Id, newYear.Id, later.Id, last.Id]);
    }

    [Fact]
    public async Task A_publication_row_says_what_is_out_also_while_it_is_revised_and_after_it_was_withdrawn()
    {
        StoredItem stored = await Register.PutAsync(Sample.Create(Sample.Item(Sample.Agency()).Published(Sample.Noon)));
        Item item = stored.Item;
        var expected = new PublicationRow(
            item.Id,
            item.IndexNumber,
            item.Content.Title,
            "11-01",
            "11",
            "财政类",
            "党政办",
            "party-first",
            "village",
            new(2026, 3, 30),
            Sample.Noon,
            new(2026, 3, 28),
            new(2026, 4, 20),
            1,
            Elements: "amount");
        (await RowAsync(item)).ShouldBe(expected);

        stored = await Register.PutAsync(Sample.Step(stored, i => i with
        {
            Status = ItemStatus.Revising,
            Version = 2,
            Content = i.Content with { Title = "改过的题" },
        }));
        (await RowAsync(item)).ShouldBe(expected with { Status = ItemStatus.Revising });

        stored = await Register.PutAsync(Sample.Step(stored, i => i.Published(Sample.Noon.AddDays(3))));
        (await RowAsync(item)).ShouldBe(expected with { Title = "改过的题", Version = 2 });

        await Register.PutAsync(Sample.Step(stored, i => i with { Status = ItemStatus.Withdrawn }));
        (await RowAsync(item)).ShouldBe(expected with { Title = "改过的题", Version = 2, Status = ItemStatus.Withdrawn });
    }

    [Fact]
    public async Task Approved_items_wait_for_their_day_and_leave_when_they_are_out()
    {
        string agency = Sample.Agency();
        StoredItem early = await ApproveAsync(agency, 2025, new(2026, 4, 1));
        StoredItem late = await ApproveAsync(agency, 2026, new(2026, 4, 10));
        StoredItem moved = await ApproveAsync(agency, 2026, new(2026, 3, 1));
        await Register.PutAsync(Sample.Step(moved, i => i with { PublishOn = new(2026, 12, 1) }));

        (await WaitingAsync(agency, new(2026, 3, 31))).ShouldBeEmpty();
        (await WaitingAsync(agency, new(2026, 4, 1))).ShouldBe([early.Item.Id]);
        (await WaitingAsync(agency, new(2026, 4, 10))).ShouldBe([early.Item.Id, late.Item.Id]);

        await Register.PutAsync(Sample.Step(early, i => i.Published(Sample.Noon)));
        (await WaitingAsync(agency, new(2026, 4, 10))).ShouldBe([late.Item.Id]);
    }

    [Fact]
    public async Task The_outbox_gives_what_was_written_before_an_instant_in_the_order_of_writing()
    {
        string agency = Sample.Agency();
        Item first = Sample.Item(agency, 2026);
        var commit = Sample.Create(first, Sample.Message(first, "a"), Sample.Message(first, "b"), new OutboxMessage("work", "c", first.Id, 7));
        var committed = (CommitOutcome.Committed)await Register.CommitAsync(commit, Stop);
        DateTimeOffset written = Machine.GetUtcNow();
        Machine.Advance(TimeSpan.FromSeconds(5));
        Item second = Sample.Item(agency, 2025);
        await Register.PutAsync(Sample.Create(second, Sample.Message(second, "d")));
        Machine.Advance(TimeSpan.FromSeconds(5));

        IReadOnlyList<OutboxRow> rows = await OutboxAsync(agency, Machine.GetUtcNow());

        rows.Select(r => r.Message.Kind).ShouldBe(["a", "b", "c", "d"]);
        rows.Take(3).Select(r => r.Key).ShouldBe(committed.OutboxKeys);
        rows.Take(3).Select(r => r.Message).ShouldBe(commit.Messages);
        rows[0].WrittenAt.ShouldBe(written);
        (await OutboxAsync(agency, written.AddSeconds(1))).Count.ShouldBe(3);
        (await OutboxAsync(agency, written)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Taking_rows_out_of_the_outbox_twice_is_no_error()
    {
        string agency = Sample.Agency();
        Item item = Sample.Item(agency);
        var committed = (CommitOutcome.Committed)await Register.CommitAsync(
            Sample.Create(item, [.. Enumerable.Range(0, 5).Select(n => Sample.Message(item, $"k{n}"))]), Stop);

        await Register.RemoveFromOutboxAsync([committed.OutboxKeys[1]], Stop);
        await Register.RemoveFromOutboxAsync([.. committed.OutboxKeys.Take(4), committed.OutboxKeys[0]], Stop);
        await Register.RemoveFromOutboxAsync([], Stop);

        (await OutboxAsync(agency, DateTimeOffset.MaxValue)).ShouldHaveSingleItem().Message.Kind.ShouldBe("k4");
    }

    [Fact]
    public async Task Index_numbers_are_unique_and_run_per_agency_and_year()
    {
        string agency = Sample.Agency();

        string[] numbers = await Task.WhenAll(Enumerable.Range(0, 65).Select(_ => Register.NextIndexNumberAsync(agency, 2026, Stop)));

        numbers.Distinct().Count().ShouldBe(65);
        numbers.ShouldContain("LG000/2026-00001");
        numbers.ShouldContain("LG000/2026-00065");
        (await Register.NextIndexNumberAsync(agency, 2025, Stop)).ShouldBe("LG000/2025-00001");
    }

    private async Task<Item> PublishAsync(Item item, DateTimeOffset at) =>
        (await Register.PutAsync(Sample.Create(item.Published(at)))).Item;

    private Task<StoredItem> ApproveAsync(string agency, int year, DateOnly day) =>
        Register.PutAsync(Sample.Create(Sample.Item(agency, year, status: ItemStatus.Approved) with { PublishOn = day }));

    private async Task<IReadOnlyList<string>> IdsAsync(string agency, DateOnly from, DateOnly to) =>
        await Register.PublicationsAsync(agency, from, to, Stop).Select(r => r.Id).ToListAsync(Stop);

    private async Task<PublicationRow> RowAsync(Item item) =>
        (await Register.PublicationsAsync(item.Agency, DateOnly.MinValue, DateOnly.MaxValue, Stop).ToListAsync(Stop)).ShouldHaveSingleItem();

    private async Task<IReadOnlyList<string>> WaitingAsync(string agency, DateOnly day) =>
        await Register.AwaitingPublicationAsync(agency, day, Stop).ToListAsync(Stop);

    private async Task<IReadOnlyList<OutboxRow>> OutboxAsync(string agency, DateTimeOffset before) =>
        await Register.OutboxAsync(agency, before, Stop).ToListAsync(Stop);
}
