using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Register;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Ledgers;

/// <summary>A ledger over Azure Table Storage.</summary>
internal sealed class TableLedger(TableAccess table, RegisterYears years, DocumentColumns documents, Ulid ulids) : ILedger
{
    // One for the write, and one for each index row that turns out to be gone; more than a few are never taken out at once.
    private const int MaxTries = 12;

    public async Task<LedgerRow?> FindAsync(string agency, int year, string key, CancellationToken cancellation) =>
        LedgerPartitions.TryOf(agency, year) is { } partition && KeyText.IsKey(key) && await table.FindAsync(partition, key, cancellation) is { } row
            ? new LedgerRow(key, await documents.ReadTextAsync(row, cancellation), row.ETag.ToString())
            : null;

    public async IAsyncEnumerable<LedgerRow> RangeAsync(
        string agency, int year, string from, string end, int pageSize, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (LedgerPartitions.TryOf(agency, year) is not { } partition)
        {
            yield break;
        }

        await foreach (TableEntity row in table.RangeAsync(partition, new KeyRange(from, end), pageSize, cancellation))
        {
            yield return new LedgerRow(row.RowKey, await documents.ReadTextAsync(row, cancellation), row.ETag.ToString());
        }
    }

    public async Task<LedgerOutcome> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        string partition = RegisterKeys.Partition(commit.Agency, commit.Year);
        string writeId = TableAccess.NewWriteId();
        await years.EnsureAsync(commit.Agency, commit.Year, cancellation);
        var actions = new List<TableTransactionAction>(commit.Changes.Count + commit.Messages.Count);
        foreach (LedgerChange change in commit.Changes)
        {
            actions.Add(await ActionAsync(partition, writeId, change, cancellation));
        }

        var keys = new List<OutboxKey>(commit.Messages.Count);
        foreach (OutboxMessage message in commit.Messages)
        {
            keys.Add(new OutboxKey(partition, RegisterKeys.Outbox(ulids.Next())));
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, RowMapping.ToEntity(keys[^1], message)));
        }

        for (int tries = 0; tries < MaxTries; tries++)
        {
            TransactionResult result = await table.SubmitAsync(actions, cancellation);
            if (result.Done)
            {
                return new LedgerOutcome.Committed(result.Fence!, keys);
            }

            // Our own write with a lost answer is no rival.
            if (await table.WrittenByAsync(partition, commit.Changes[0].Key, cancellation) is { } first && first.WriteId == writeId)
            {
                return new LedgerOutcome.Committed(first.Fence, keys);
            }

            int at = result.FailedAt ?? 0;
            if (at >= actions.Count || actions[at].ActionType != TableTransactionActionType.Delete)
            {
                return new LedgerOutcome.LostRace();
            }

            actions.RemoveAt(at);
        }

        return new LedgerOutcome.LostRace();
    }

    public Task<IReadOnlyList<int>> YearsAsync(string agency, CancellationToken cancellation) => years.AllAsync(agency, cancellation);

    public async IAsyncEnumerable<OutboxRow> OutboxAsync(string agency, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<int> known = await years.AllAsync(agency, cancellation);
        IReadOnlyList<IAsyncEnumerable<TableEntity>> ranges =
            [.. known.Select(year => table.RangeAsync(RegisterKeys.Partition(agency, year), RegisterKeys.OutboxBefore(before), 1000, cancellation))];
        await foreach (TableEntity row in MergedRanges.MergeAsync(ranges, r => r.RowKey, cancellation))
        {
            yield return RowMapping.ToOutbox(row);
        }
    }

    public Task RemoveFromOutboxAsync(IReadOnlyList<OutboxKey> keys, CancellationToken cancellation) => OutboxRows.RemoveAsync(table, keys, cancellation);

    private async Task<TableTransactionAction> ActionAsync(string partition, string writeId, LedgerChange change, CancellationToken cancellation)
    {
        var row = new TableEntity(partition, LedgerPartitions.Checked(change.Key));
        if (change.Kind == LedgerChangeKind.Delete)
        {
            return new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All);
        }

        await documents.WriteTextAsync(row, change.Text, cancellation);
        row[TableAccess.WriteId] = writeId;
        return change.Kind switch
        {
            LedgerChangeKind.Add => new TableTransactionAction(TableTransactionActionType.Add, row),
            LedgerChangeKind.Replace => new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, new ETag(change.Fence ?? throw new ArgumentException($"{change.Key} is replaced without a fence."))),
            _ => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row),
        };
    }
}
