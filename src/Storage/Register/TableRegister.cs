using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Register.Lists;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Register;

/// <summary>The register over Azure Table Storage.</summary>
internal sealed class TableRegister(
    TableAccess table,
    RegisterYears years,
    CommitWriter writer,
    ItemBodies bodies,
    DocumentColumns documents,
    IndexNumbers numbers) : IRegister
{
    public async Task<StoredItem?> FindAsync(string itemId, CancellationToken cancellation)
    {
        if (!ItemId.TryParse(itemId, out ItemId id) ||
            await table.FindAsync(id.Partition, RegisterKeys.Item(itemId), cancellation) is not { } row)
        {
            return null;
        }

        Item item = await documents.ReadAsync(row, Json.Plain.Item, cancellation);
        return new StoredItem(await bodies.RestoreAsync(row, item, cancellation), row.ETag.ToString());
    }

    public Task<CommitOutcome> CommitAsync(RegisterCommit commit, CancellationToken cancellation) => writer.WriteAsync(commit, cancellation);

    public async Task<IReadOnlyList<ItemEvent>> HistoryAsync(string itemId, CancellationToken cancellation)
    {
        if (!ItemId.TryParse(itemId, out ItemId id))
        {
            return [];
        }

        var events = new List<ItemEvent>();
        await foreach (TableEntity row in table.RangeAsync(id.Partition, RegisterKeys.Events(itemId), 1000, cancellation))
        {
            if (RegisterKeys.IsEventOf(row.RowKey, itemId))
            {
                events.Add(await documents.ReadAsync(row, Json.Plain.ItemEvent, cancellation));
            }
        }

        return events;
    }

    public async IAsyncEnumerable<ChainHead> HeadsAsync(string agency, int year, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (TableEntity row in table.RangeAsync(RegisterKeys.Partition(agency, year), KeyRange.Of(RegisterKeys.Item("")), 1000, cancellation))
        {
            Item item = await documents.ReadAsync(row, Json.Plain.Item, cancellation);
            yield return new ChainHead(item.Id, item.EventCount, item.LastEventHash);
        }
    }

    public Task<ItemPage> ListAsync(ItemQuery query, CancellationToken cancellation) => ListWalk.RunAsync(
        query,
        () => years.AllAsync(query.Agency, cancellation),
        range => ListRowsAsync(range, cancellation),
        cancellation);

    public async IAsyncEnumerable<PublicationRow> PublicationsAsync(
        string agency,
        DateOnly from,
        DateOnly to,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (TableEntity row in OverYearsAsync(agency, RegisterKeys.Publications(from, to), cancellation))
        {
            yield return RowMapping.ToPublication(row);
        }
    }

    public async Task<CommandReceipt?> FindReceiptAsync(string agency, int year, string keyHash, CancellationToken cancellation) =>
        await table.FindAsync(RegisterKeys.Partition(agency, year), RegisterKeys.Receipt(keyHash), cancellation) is { } row ? RowMapping.ToReceipt(row) : null;

    public Task<IReadOnlyList<int>> YearsAsync(string agency, CancellationToken cancellation) => years.AllAsync(agency, cancellation);

    public async IAsyncEnumerable<string> AwaitingPublicationAsync(
        string agency,
        DateOnly day,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (TableEntity row in OverYearsAsync(agency, RegisterKeys.DueUntil(day), cancellation))
        {
            yield return RegisterKeys.ItemOfDue(row.RowKey);
        }
    }

    public async IAsyncEnumerable<QuarterRow> QuarterAsync(
        string agency,
        Period quarter,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (TableEntity row in OverYearsAsync(agency, RegisterKeys.Quarter(quarter), cancellation))
        {
            yield return RowMapping.ToQuarterRow(row);
        }
    }

    public async IAsyncEnumerable<string> EndedAsync(
        string agency,
        DateOnly day,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (TableEntity row in OverYearsAsync(agency, RegisterKeys.EndedUntil(day), cancellation))
        {
            yield return RegisterKeys.ItemOfEnd(row.RowKey);
        }
    }

    public async IAsyncEnumerable<OutboxRow> OutboxAsync(
        string agency,
        DateTimeOffset before,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (TableEntity row in OverYearsAsync(agency, RegisterKeys.OutboxBefore(before), cancellation))
        {
            yield return RowMapping.ToOutbox(row);
        }
    }

    public Task RemoveFromOutboxAsync(IReadOnlyList<OutboxKey> keys, CancellationToken cancellation) => OutboxRows.RemoveAsync(table, keys, cancellation);

    public Task<string> NextIndexNumberAsync(string agency, int year, CancellationToken cancellation) =>
        numbers.NextAsync(agency, year, cancellation);

    private async IAsyncEnumerable<KeyedItemRow> ListRowsAsync(ListRange range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (TableEntity row in table.RangeAsync(range.Partition, range.Keys, range.PageSize, cancellation))
        {
            yield return new KeyedItemRow(row.RowKey, RowMapping.ToItemRow(row));
        }
    }

    private async IAsyncEnumerable<TableEntity> OverYearsAsync(
        string agency,
        KeyRange range,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<int> known = await years.AllAsync(agency, cancellation);
        IReadOnlyList<IAsyncEnumerable<TableEntity>> ranges =
            [.. known.Select(year => table.RangeAsync(RegisterKeys.Partition(agency, year), range, 1000, cancellation))];
        await foreach (TableEntity row in MergedRanges.MergeAsync(ranges, r => r.RowKey, cancellation))
        {
            yield return row;
        }
    }
}
