using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Lianxin.Core.Exports;
using Lianxin.Core.Publication;
using Lianxin.Storage;
using Lianxin.Storage.Clients;
using Lianxin.Storage.Tables;
using Lianxin.Verifier;

namespace Lianxin.Backup;

/// <summary>What was put back.</summary>
public sealed record Restored(int Rows, int Blobs, int Messages);

/// <summary>
/// Puts an export into an account: documents first, then rows, messages last, so that whatever a row names is there before the row and a
/// half restore can be told from a whole one by its missing rows.
/// </summary>
internal sealed class Restore(StorageClients clients, IStorageProbe probe, string folder)
{
    private const int BlobsAtOnce = 8;
    private readonly ExportFolder files = new(folder);

    /// <param name="over">Whether what the account holds may be deleted.</param>
    /// <exception cref="BackupRefusedException">The export is not intact, or the account holds something. Nothing was written.</exception>
    public async Task<Restored> RunAsync(bool over, CancellationToken cancellation)
    {
        var manifest = files.Manifest() ?? throw new BackupRefusedException($"{folder} 没有完好的清单 · {folder} has no intact manifest");
        if (files.FirstFault(manifest) is { } fault)
        {
            throw new BackupRefusedException($"导出已被改动：{fault.Part}（{fault.Subject}）· the export is not intact: {fault.Part} ({fault.Subject})");
        }

        await probe.PrepareAsync(cancellation);
        if (await new AccountContent(clients).FirstAsync(cancellation) is { } present)
        {
            if (!over)
            {
                throw new BackupRefusedException($"存储账户不是空的（{present}）；要清空后恢复，请加 --replace-everything · the account is not empty ({present}); --replace-everything empties it first");
            }

            await new AccountContent(clients).ClearAsync(cancellation);
        }

        var blobs = 0;
        foreach (var container in StorageNames.Documents)
        {
            blobs += await ContainerAsync(container, cancellation);
        }

        var rows = 0;
        foreach (var table in StorageNames.Tables)
        {
            foreach (var part in manifest.Parts.Where(p => p.Name.StartsWith($"{ExportPlaces.Tables}/{table}/", StringComparison.Ordinal)))
            {
                rows += await PartitionAsync(table, part.Name, cancellation);
            }
        }

        var messages = 0;
        foreach (var queue in Export.Queues)
        {
            foreach (var message in files.Lines(ExportPlaces.Queue(queue)).Select(l => ExportLines.Message(l)!))
            {
                await StorageCall.RunAsync(() => clients.RawQueue(queue).SendMessageAsync(message.Body, cancellation), cancellation);
                messages++;
            }
        }

        return new Restored(rows, blobs, messages);
    }

    private async Task<int> ContainerAsync(string container, CancellationToken cancellation)
    {
        var blobs = files.Lines(ExportPlaces.List(container)).Select(l => ExportLines.Blob(l)!).ToList();
        await Parallel.ForEachAsync(blobs, new ParallelOptions { MaxDegreeOfParallelism = BlobsAtOnce, CancellationToken = cancellation }, async (blob, token) =>
        {
            var upload = new BlobUploadOptions
            {
                HttpHeaders = new BlobHttpHeaders { ContentType = blob.MediaType, CacheControl = blob.CacheControl },
                Metadata = blob.Metadata.ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal),
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            };
            var bytes = new BinaryData(files.Bytes(ExportPlaces.Bytes(container, blob.Sha256)));
            await StorageCall.RunAsync(() => clients.Container(container).GetBlobClient(blob.Name).UploadAsync(bytes, upload, token), token);
        });
        return blobs.Count;
    }

    private async Task<int> PartitionAsync(string table, string part, CancellationToken cancellation)
    {
        var access = clients.Table(table);
        var waiting = new List<TableTransactionAction>();
        long size = 0;
        var rows = 0;
        foreach (var row in files.Lines(part).Select(l => RowMapping.Of(ExportLines.Row(l)!)))
        {
            var next = TransactionGuard.CheckRow(row);
            if (waiting.Count == TransactionGuard.MaxActions || (waiting.Count > 0 && size + next > TransactionGuard.MaxBody / 2))
            {
                await SubmitAsync(access, waiting, cancellation);
                (waiting, size) = ([], 0);
            }

            waiting.Add(new TableTransactionAction(TableTransactionActionType.Add, row));
            (size, rows) = (size + next, rows + 1);
        }

        if (waiting.Count > 0)
        {
            await SubmitAsync(access, waiting, cancellation);
        }

        return rows;
    }

    private static async Task SubmitAsync(TableAccess access, List<TableTransactionAction> actions, CancellationToken cancellation)
    {
        if (!(await access.SubmitAsync(actions, cancellation)).Done)
        {
            throw new InvalidOperationException($"Row {actions[0].Entity.RowKey} or one after it is already there: somebody else writes to this account.");
        }
    }
}
