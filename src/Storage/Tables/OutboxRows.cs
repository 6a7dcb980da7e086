using Azure;
using Azure.Data.Tables;
using Lianxin.Core.Items;

namespace Lianxin.Storage.Tables;

/// <summary>Takes sent rows out of a table's outbox.</summary>
internal static class OutboxRows
{
    /// <summary>A row that is gone is no error.</summary>
    public static async Task RemoveAsync(TableAccess table, IReadOnlyList<OutboxKey> keys, CancellationToken cancellation)
    {
        foreach (IGrouping<string, OutboxKey> partition in keys.Distinct().GroupBy(k => k.Partition, StringComparer.Ordinal))
        {
            foreach (OutboxKey[] chunk in partition.Chunk(TransactionGuard.MaxActions))
            {
                await RemoveChunkAsync(table, chunk, cancellation);
            }
        }
    }

    private static async Task RemoveChunkAsync(TableAccess table, OutboxKey[] keys, CancellationToken cancellation)
    {
        if (keys.Length > 1)
        {
            TransactionResult removed = await table.SubmitAsync(
                [.. keys.Select(k => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(k.Partition, k.Row), ETag.All))],
                cancellation);
            if (removed.Done)
            {
                return;
            }
        }

        // A transaction of deletes fails when one row is gone; one by one that is no error.
        foreach (OutboxKey key in keys)
        {
            await table.DeleteAsync(key.Partition, key.Row, cancellation);
        }
    }
}
