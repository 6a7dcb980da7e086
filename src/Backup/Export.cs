using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues.Models;
using Lianxin.Core.Exports;
using Lianxin.Core.Publication;
using Lianxin.Storage;
using Lianxin.Storage.Clients;

namespace Lianxin.Backup;

/// <summary>
/// Copies everything the house keeps in an account into a folder, also while the app runs (decision record 27). Queues are read first and
/// last, tables in between until two reads agree, anchors before them and other blobs after them: what a row names was written before the row.
/// </summary>
internal sealed class Export(StorageClients clients, PrivateFiles files, TimeProvider machine)
{
    private const int MostReads = 5;
    private const int BlobsAtOnce = 8;
    private const int MostPeeked = 32;
    private static readonly TimeSpan Borrowed = TimeSpan.FromSeconds(30);

    public async Task<ExportManifest> RunAsync(CancellationToken cancellation)
    {
        files.Prepare();
        var begun = machine.GetUtcNow();
        var waiting = await WaitingAsync(cancellation);
        // Before the rows that they are about: chains only grow, and an anchor made meanwhile would name steps that the rows do not have.
        var anchors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var newest in (await ContainerAsync(Containers.Anchors, cancellation)).GroupBy(b => b.Name.Split('/')[0], StringComparer.Ordinal))
        {
            anchors[newest.Key] = $"{newest.Last().Name} {newest.Last().Sha256}";
        }

        var moving = new List<string>();
        foreach (var table in StorageNames.Tables)
        {
            if (!await TableAsync(table, cancellation))
            {
                moving.Add(table);
            }
        }

        foreach (var container in StorageNames.Documents.Where(c => c != Containers.Anchors))
        {
            await ContainerAsync(container, cancellation);
        }

        // A message sent in the meantime is on its queue now; one that was worked off meanwhile is kept too: its consumer knows it again.
        var later = await WaitingAsync(cancellation);
        foreach (var queue in Queues)
        {
            files.Lines(ExportPlaces.Queue(queue), [.. waiting[queue].Union(later[queue], StringComparer.Ordinal).Select(b => ExportLines.Of(new ExportedMessage(b)))]);
        }

        var manifest = new ExportManifest(1, begun, files.Parts, moving, anchors);
        files.Manifest(manifest);
        return manifest;
    }

    internal static IEnumerable<string> Queues => StorageNames.Queues.Concat(StorageNames.Queues.Select(StorageNames.PoisonOf));

    /// <summary>False when the table did not stand still.</summary>
    private async Task<bool> TableAsync(string table, CancellationToken cancellation)
    {
        var rows = await RowsAsync(table, cancellation);
        var still = false;
        for (var read = 1; read < MostReads && !still; read++)
        {
            var again = await RowsAsync(table, cancellation);
            still = again.Select(r => (r.PartitionKey, r.RowKey, r.ETag)).SequenceEqual(rows.Select(r => (r.PartitionKey, r.RowKey, r.ETag)));
            rows = again;
        }

        foreach (var partition in rows.GroupBy(r => r.PartitionKey, StringComparer.Ordinal))
        {
            files.Lines(
                ExportPlaces.Partition(table, partition.Key),
                [.. partition.OrderBy(r => r.RowKey, StringComparer.Ordinal).Select(r => ExportLines.Of(RowMapping.Of(r)))]);
        }

        return still;
    }

    private Task<List<TableEntity>> RowsAsync(string table, CancellationToken cancellation) => StorageCall.RunAsync(
        async () =>
        {
            try
            {
                return await clients.RawTable(table).QueryAsync<TableEntity>(cancellationToken: cancellation).ToListAsync(cancellation);
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                return [];
            }
        },
        cancellation);

    private async Task<IReadOnlyList<ExportedBlob>> ContainerAsync(string container, CancellationToken cancellation)
    {
        var names = await StorageCall.RunAsync(() => NamesAsync(container, cancellation), cancellation);
        var blobs = new List<ExportedBlob>();
        var gate = new Lock();
        await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = BlobsAtOnce, CancellationToken = cancellation }, async (name, token) =>
        {
            if (await BlobAsync(container, name, token) is { } blob)
            {
                lock (gate)
                {
                    blobs.Add(blob);
                }
            }
        });
        blobs.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        files.Lines(ExportPlaces.List(container), [.. blobs.Select(ExportLines.Of)]);
        return blobs;
    }

    private async Task<List<string>> NamesAsync(string container, CancellationToken cancellation)
    {
        try
        {
            return await clients.Container(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, "", cancellation).Select(b => b.Name).ToListAsync(cancellation);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return [];
        }
    }

    /// <summary>Null when it was deleted since it was listed.</summary>
    private Task<ExportedBlob?> BlobAsync(string container, string name, CancellationToken cancellation) => StorageCall.RunAsync(
        async () =>
        {
            try
            {
                var found = (await clients.Container(container).GetBlobClient(name).DownloadContentAsync(cancellation)).Value;
                var bytes = found.Content.ToArray();
                var sum = Convert.ToHexStringLower(SHA256.HashData(bytes));
                files.Bytes(ExportPlaces.Bytes(container, sum), bytes);
                var metadata = found.Details.Metadata.OrderBy(m => m.Key, StringComparer.Ordinal).ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal);
                return new ExportedBlob(name, found.Details.ContentType, found.Details.CacheControl, metadata, bytes.LongLength, sum);
            }
            catch (RequestFailedException gone) when (gone.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return (ExportedBlob?)null;
            }
        },
        cancellation);

    private async Task<Dictionary<string, IReadOnlyList<string>>> WaitingAsync(CancellationToken cancellation)
    {
        var all = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var queue in Queues)
        {
            all[queue] = await StorageCall.RunAsync(() => MessagesAsync(queue, cancellation), cancellation);
        }

        return all;
    }

    /// <summary>A look changes nothing but shows 32 at most; of a longer queue every message is taken for a moment and put back.</summary>
    private async Task<IReadOnlyList<string>> MessagesAsync(string queue, CancellationToken cancellation)
    {
        var client = clients.RawQueue(queue);
        try
        {
            var seen = (await client.PeekMessagesAsync(MostPeeked, cancellation)).Value;
            if (seen.Length < MostPeeked)
            {
                return [.. seen.Select(m => m.Body.ToString())];
            }

            var taken = new List<QueueMessage>();
            while ((await client.ReceiveMessagesAsync(MostPeeked, Borrowed, cancellation)).Value is { Length: > 0 } next)
            {
                taken.AddRange(next);
            }

            foreach (var message in taken)
            {
                try
                {
                    await client.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, TimeSpan.Zero, cancellation);
                }
                catch (RequestFailedException passed) when (passed.Status is 400 or 404)
                {
                    // Its time was over and a consumer has it: that is where it belongs.
                }
            }

            return [.. taken.Select(m => m.Body.ToString())];
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }
}
