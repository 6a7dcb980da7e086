using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Lianxin.Storage;
using Lianxin.Storage.Clients;

namespace Lianxin.Backup;

/// <summary>What the house keeps in an account: is there anything, and away with it.</summary>
internal sealed class AccountContent(StorageClients clients)
{
    private static readonly string[] Keys = ["PartitionKey", "RowKey"];

    /// <summary>Where the first thing lies; null for an empty account.</summary>
    public Task<string?> FirstAsync(CancellationToken cancellation) => StorageCall.RunAsync(
        async () =>
        {
            foreach (var table in StorageNames.Tables)
            {
                if (await clients.RawTable(table).QueryAsync<TableEntity>(maxPerPage: 1, select: Keys, cancellationToken: cancellation).AnyAsync(cancellation))
                {
                    return $"table {table}";
                }
            }

            foreach (var container in StorageNames.Documents)
            {
                if (await clients.Container(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, "", cancellation).AnyAsync(cancellation))
                {
                    return $"container {container}";
                }
            }

            foreach (var queue in Export.Queues)
            {
                if ((await clients.RawQueue(queue).GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount > 0)
                {
                    return $"queue {queue}";
                }
            }

            return (string?)null;
        },
        cancellation);

    /// <summary>Deletes every row, blob and message; the containers themselves stay, because their names stay blocked for a while after a deletion.</summary>
    public Task ClearAsync(CancellationToken cancellation) => StorageCall.RunAsync<object?>(
        async () =>
        {
            foreach (var queue in Export.Queues)
            {
                await clients.RawQueue(queue).ClearMessagesAsync(cancellation);
            }

            foreach (var table in StorageNames.Tables)
            {
                var client = clients.RawTable(table);
                await foreach (var row in client.QueryAsync<TableEntity>(select: Keys, cancellationToken: cancellation))
                {
                    await client.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
                }
            }

            foreach (var container in StorageNames.Documents)
            {
                await foreach (var blob in clients.Container(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, "", cancellation))
                {
                    await clients.Container(container).DeleteBlobIfExistsAsync(blob.Name, DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
                }
            }

            return null;
        },
        cancellation);
}
