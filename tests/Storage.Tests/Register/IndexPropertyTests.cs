using Azure.Data.Tables;
using Lianxin.Core.Items;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Register;
using Lianxin.Storage.Tests.Emulator;
using Lianxin.Storage.Tests.Samples;

namespace Lianxin.Storage.Tests.Register;

/// <summary>Index rows never lie: whatever was committed, they are those that the items call for.</summary>
public sealed class IndexPropertyTests(EmulatorRoom emulator) : IClassFixture<EmulatorRoom>
{
    private static readonly string[] Offices = ["党政办", "财政所", "v-01", "v_01"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task After_any_sequence_of_commits_the_index_rows_are_those_of_the_items(int seed)
    {
        var chance = new Random(seed);
        IRegister register = emulator.Room.Register;
        string agency = Sample.Agency();
        var items = new List<StoredItem>();
        for (int step = 0; step < 60; step++)
        {
            if (items.Count < 3 || chance.Next(5) == 0)
            {
                items.Add(await register.PutAsync(Sample.Create(Changed(chance, Sample.Item(agency, 2025 + chance.Next(2))))));
                continue;
            }

            int which = chance.Next(items.Count);
            RegisterCommit commit = Sample.Step(items[which], i => Changed(chance, i));
            if (chance.Next(6) == 0)
            {
                // A commit that loses must not leave rows either.
                items[which] = await register.PutAsync(Sample.Step(items[which], i => Changed(chance, i)));
                (await register.CommitAsync(commit, Stop)).ShouldBeOfType<CommitOutcome.LostRace>();
            }
            else
            {
                items[which] = await register.PutAsync(commit);
            }
        }

        IEnumerable<IndexRow> expected = items.SelectMany(i => IndexRows.Of(i.Item)).OrderBy(r => r.Key, StringComparer.Ordinal);
        (await IndexAsync(agency)).ShouldBe(expected);
    }

    private static Item Changed(Random chance, Item item)
    {
        var status = (ItemStatus)chance.Next(Enum.GetValues<ItemStatus>().Length);
        Item changed = item with
        {
            Office = Offices[chance.Next(Offices.Length)],
            Status = status,
            PublishOn = chance.Next(3) == 0 ? null : new DateOnly(2026, 1 + chance.Next(12), 1 + chance.Next(28)),
            ExpiresOn = chance.Next(3) == 0 ? new DateOnly(2026, 1 + chance.Next(12), 1 + chance.Next(28)) : null,
            Content = chance.Next(3) == 0 ? item.Content with { Title = $"题{chance.Next(5)}" } : item.Content,
        };
        return chance.Next(4) == 0 ? changed.Published(Sample.Noon.AddHours(chance.Next(2000))) with { Status = status } : changed;
    }

    private async Task<IReadOnlyList<IndexRow>> IndexAsync(string agency)
    {
        var rows = new List<IndexRow>();
        await foreach (TableEntity row in emulator.Table(StorageNames.Register).QueryAsync<TableEntity>(cancellationToken: Stop))
        {
            if (row.PartitionKey != RegisterKeys.Partition(agency, 2025) && row.PartitionKey != RegisterKeys.Partition(agency, 2026))
            {
                continue;
            }

            switch (row.RowKey[..row.RowKey.IndexOf('-', StringComparison.Ordinal)])
            {
                case "desk":
                    rows.Add(new IndexRow(row.RowKey, Desk: RowMapping.ToItemRow(row)));
                    break;
                case "pub":
                    rows.Add(new IndexRow(row.RowKey, Publication: RowMapping.ToPublication(row)));
                    break;
                case "quarter":
                    rows.Add(new IndexRow(row.RowKey, Quarter: RowMapping.ToQuarterRow(row)));
                    break;
                case "due" or "end":
                    rows.Add(new IndexRow(row.RowKey));
                    break;
                default:
                    break;
            }
        }

        return [.. rows.OrderBy(r => r.Key, StringComparer.Ordinal)];
    }
}
