using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Lianxin.Core.Items;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Register;
using Lianxin.Storage.Tests.Emulator;
using Lianxin.Storage.Tests.Samples;

namespace Lianxin.Storage.Tests.Register;

public sealed class LongBodyTests(EmulatorRoom emulator) : IClassFixture<EmulatorRoom>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_at_the_limit_stays_in_the_row_and_one_above_is_sealed_once()
    {
        var wire = new Wire();
        IRegister register = emulator.Open(wire).Register;
        Item item = Sample.Item(Sample.Agency());
        string longest = new('文', ItemBodies.MaxInRow);
        await register.PutAsync(Sample.Create(WithBody(item, longest)));
        Uploads(wire).ShouldBe(0);

        Item longer = WithBody(Sample.Item(item.Agency), longest + "字");
        StoredItem stored = await register.PutAsync(Sample.Create(longer.Published(Sample.Noon)));
        Uploads(wire).ShouldBe(1, "content and release share one text");
        await register.PutAsync(Sample.Step(stored, i => i with { Status = ItemStatus.Withdrawn }));
        Uploads(wire).ShouldBe(1, "a later step does not send the text again");

        TableEntity row = await emulator.Table(StorageNames.Register).GetEntityAsync<TableEntity>(
            RegisterKeys.Partition(item.Agency, 2026), RegisterKeys.Item(longer.Id), cancellationToken: Stop);
        row.GetString("Data0").ShouldNotContain("文文");
        row.ContainsKey("Data1").ShouldBeFalse();
        BlobItem blob = await emulator.Container("sealed").GetBlobsAsync(cancellationToken: Stop)
            .SingleAsync(b => row.GetString("Bodies").Contains(b.Name["body/".Length..], StringComparison.Ordinal), Stop);
        blob.Name.ShouldStartWith("body/");
        (await register.FindAsync(longer.Id, Stop))!.Item.Released!.Content.Body.ShouldBe(longest + "字");
    }

    [Fact]
    public async Task An_item_with_many_long_versions_still_fits()
    {
        string agency = Sample.Agency();
        Item item = Sample.Item(agency);
        for (int version = 1; version <= 60; version++)
        {
            item = WithBody(item, new string((char)('一' + version), ItemBodies.MaxInRow)).Published(Sample.Noon.AddDays(version));
        }

        await emulator.Room.Register.PutAsync(Sample.Create(item));

        Item found = (await emulator.Room.Register.FindAsync(item.Id, Stop)).ShouldNotBeNull().Item;
        Sample.Text(found).ShouldBe(Sample.Text(item));
    }

    [Fact]
    public async Task The_body_is_sealed_before_the_transaction_that_names_it()
    {
        var wire = new Wire();
        Item item = WithBody(Sample.Item(Sample.Agency()), new string('长', 200_000));

        await emulator.Open(wire).Register.PutAsync(Sample.Create(item));

        wire.Seen.Select(s => s.EndsWith("$batch", StringComparison.Ordinal) ? "transaction" : s.Contains("/body/", StringComparison.Ordinal) ? "body" : "year")
            .ShouldBe(["year", "body", "transaction"]);
    }

    private static Item WithBody(Item item, string body) => item with { Content = item.Content with { Body = body } };

    private static int Uploads(Wire wire) =>
        wire.Seen.Count(s => s.StartsWith("PUT", StringComparison.Ordinal) && s.Contains("/body/", StringComparison.Ordinal));
}
