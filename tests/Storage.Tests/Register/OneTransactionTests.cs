using Azure.Data.Tables;
using Lianxin.Core.Items;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Tests.Emulator;
using Lianxin.Storage.Tests.Samples;

namespace Lianxin.Storage.Tests.Register;

/// <summary>Law 1 of the house: one command, one transaction.</summary>
public sealed class OneTransactionTests(EmulatorRoom emulator) : IClassFixture<EmulatorRoom>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_is_one_request_and_that_is_a_transaction()
    {
        var wire = new Wire();
        IRegister register = emulator.Open(wire).Register;
        string agency = Sample.Agency();
        await register.PutAsync(Sample.Create(Sample.Item(agency)));
        wire.Seen.Count.ShouldBe(2, "the first commit of a year also writes the year");
        wire.Clear();

        Item item = Sample.Item(agency);
        StoredItem stored = await register.PutAsync(Sample.Create(item, Sample.Message(item), Sample.Message(item, "refresh-lists")) with
        {
            Receipt = new CommandReceipt("key", "body", item.Id, Sample.Noon),
        });
        await register.PutAsync(Sample.Step(stored, i => (i with { Office = "财政所" }).Published(Sample.Noon), Sample.Message(item)));

        wire.Transactions.ShouldBe(2);
        wire.Seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_step_that_changes_no_list_writes_no_list_rows()
    {
        string agency = Sample.Agency();
        StoredItem stored = await emulator.Room.Register.PutAsync(Sample.Create(Sample.Item(agency)));
        string before = await ListRowsAsync();

        await emulator.Room.Register.PutAsync(Sample.Step(stored, i => i with { SubmittedBy = "other" }));

        (await ListRowsAsync()).ShouldBe(before);

        async Task<string> ListRowsAsync() => (await RowsAsync(agency))
            .Where(r => r.RowKey.StartsWith("desk-", StringComparison.Ordinal))
            .Select(r => $"{r.RowKey} {r.ETag}")
            .ShouldHaveSingleItem();
    }

    [Fact]
    public async Task When_one_row_cannot_be_written_none_is()
    {
        Item item = Sample.Item(Sample.Agency()) with { Status = ItemStatus.Approved, PublishOn = new DateOnly(2026, 4, 1) };
        await emulator.Table(StorageNames.Register).AddEntityAsync(
            new TableEntity(RegisterKeys.Partition(item.Agency, 2026), RegisterKeys.Event(item.Id, 1)), Stop);

        await Should.ThrowAsync<InvalidOperationException>(() => emulator.Room.Register.CommitAsync(
            Sample.Create(item, Sample.Message(item)), Stop));

        (await RowsAsync(item.Agency)).ShouldHaveSingleItem().RowKey.ShouldStartWith("event-");
    }

    [Fact]
    public async Task When_storage_fails_every_time_nothing_is_written_and_the_failure_is_the_houses_own()
    {
        Item item = Sample.Item(Sample.Agency());
        var wire = new Wire { Before = m => Wire.IsTransaction(m) ? throw new IOException("cut off") : Task.CompletedTask };

        await Should.ThrowAsync<StorageUnavailableException>(() => emulator.Open(wire).Register.CommitAsync(
            Sample.Create(item, Sample.Message(item)), Stop));

        wire.Transactions.ShouldBe(3);
        (await RowsAsync(item.Agency)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rival_between_reading_and_writing_wins_and_the_late_one_leaves_nothing()
    {
        StoredItem start = await emulator.Room.Register.PutAsync(Sample.Create(Sample.Item(Sample.Agency())));
        int rivals = 0;
        var wire = new Wire
        {
            Before = async m =>
            {
                if (Wire.IsTransaction(m) && rivals++ == 0)
                {
                    await emulator.Room.Register.PutAsync(Sample.Step(start, i => i with { Status = ItemStatus.Reviewed }));
                }
            },
        };

        CommitOutcome outcome = await emulator.Open(wire).Register.CommitAsync(
            Sample.Step(start, i => i with { Status = ItemStatus.Returned }, Sample.Message(start.Item)), Stop);

        outcome.ShouldBeOfType<CommitOutcome.LostRace>();
        wire.Transactions.ShouldBe(1);
        (await RowsAsync(start.Item.Agency)).Select(r => r.RowKey).ShouldBe(
            [
                RegisterKeys.Desk(start.Item.Office, ItemStatus.Reviewed, start.Item.Id),
                RegisterKeys.Event(start.Item.Id, 1),
                RegisterKeys.Event(start.Item.Id, 2),
                RegisterKeys.Item(start.Item.Id),
                RegisterKeys.Quarter(QuarterRow.QuarterOf(start.Item), start.Item.Id),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task A_missing_index_row_does_not_stop_its_item_for_ever()
    {
        StoredItem stored = await emulator.Room.Register.PutAsync(Sample.Create(Sample.Item(Sample.Agency())));
        Item item = stored.Item;
        await emulator.Table(StorageNames.Register).DeleteEntityAsync(
            RegisterKeys.Partition(item.Agency, 2026), RegisterKeys.Desk(item.Office, item.Status, item.Id), cancellationToken: Stop);

        await emulator.Room.Register.PutAsync(Sample.Step(stored, i => i with { Status = ItemStatus.Returned }));

        (await emulator.Room.Register.ListAsync(Sample.Query(item.Agency), Stop)).Items.ShouldHaveSingleItem().Status.ShouldBe(ItemStatus.Returned);
    }

    private async Task<IReadOnlyList<TableEntity>> RowsAsync(string agency) =>
        await emulator.Table(StorageNames.Register)
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {RegisterKeys.Partition(agency, 2026)}"), cancellationToken: Stop)
            .ToListAsync(Stop);
}
