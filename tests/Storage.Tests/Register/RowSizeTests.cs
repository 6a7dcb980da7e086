using Azure.Data.Tables;
using Lianxin.Core.Items;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Register;
using Lianxin.Storage.Tables;
using Lianxin.Storage.Tests.Emulator;
using Lianxin.Storage.Tests.Samples;

namespace Lianxin.Storage.Tests.Register;

public sealed class RowSizeTests(EmulatorRoom emulator) : IClassFixture<EmulatorRoom>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Index_rows_are_tiny()
    {
        Item item = Sample.Item(Sample.Agency()).Published(Sample.Noon);

        foreach (IndexRow row in IndexRows.Of(item))
        {
            TransactionGuard.CheckRow(RowMapping.ToEntity(RegisterKeys.Partition(item.Agency, 2026), row)).ShouldBeLessThan(2_500);
        }
    }

    [Fact]
    public async Task The_same_item_gives_the_same_row()
    {
        Item item = Sample.Item(Sample.Agency());
        await emulator.Room.Register.PutAsync(Sample.Create(item));
        string first = await DataAsync(item);
        StoredItem read = (await emulator.Room.Register.FindAsync(item.Id, Stop)).ShouldNotBeNull();

        await emulator.Room.Register.CommitAsync(new RegisterCommit(read, read.Item, [], []), Stop);

        (await DataAsync(item)).ShouldBe(first);
    }

    [Fact]
    public async Task Everything_at_its_limit_at_once_is_accepted()
    {
        string agency = Sample.Agency();
        Item item = Sample.Item(agency, office: new string('办', 20));
        item = item with
        {
            Content = item.Content with
            {
                Title = new string('题', 200),
                Body = new string('文', 200_000),
                Elements = Enumerable.Range(0, 30).ToDictionary(n => $"element{n}", _ => new string('值', 2_000)),
                Attachments = [.. Enumerable.Range(0, 20).Select(n => new Attachment(new string('件', 200), "application/pdf", n, new string('b', 64)))],
            },
        };
        StoredItem stored = await emulator.Room.Register.PutAsync(Sample.Create(item.Published(Sample.Noon)));
        OutboxMessage[] messages = [.. Enumerable.Range(0, 80).Select(n => Sample.Message(item, $"kind{n}"))];

        stored = await emulator.Room.Register.PutAsync(Sample.Step(stored, i => i.Published(Sample.Noon.AddDays(1)), messages));

        Sample.Text((await emulator.Room.Register.FindAsync(item.Id, Stop))!.Item).ShouldBe(Sample.Text(stored.Item));
    }

    private async Task<string> DataAsync(Item item)
    {
        TableEntity row = await emulator.Table(StorageNames.Register).GetEntityAsync<TableEntity>(
            RegisterKeys.Partition(item.Agency, item.Year), RegisterKeys.Item(item.Id), cancellationToken: Stop);
        return row.GetString("Data0");
    }
}
