using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues.Models;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Storage.Clients;

namespace Lianxin.Storage.Health;

/// <summary>Makes what storage needs, and looks how it is.</summary>
internal sealed class StorageProbe(StorageClients clients, IReadOnlyList<IOutbox> outboxes) : IStorageProbe
{
    public Task PrepareAsync(CancellationToken cancellation) => Task.WhenAll(
    [
        .. StorageNames.Tables.Select(name => clients.Table(name).CreateAsync(cancellation)),
        .. StorageNames.Documents.Select(name => CreateContainerAsync(name, cancellation)),
        .. StorageNames.Queues.Concat(StorageNames.Queues.Select(StorageNames.PoisonOf)).Select(name => CreateQueueAsync(name, cancellation)),
    ]);

    public async Task<StorageHealth> CheckAsync(string agency, CancellationToken cancellation)
    {
        try
        {
            // Tables and queues at once; blobs are asked for too, because they may be away alone.
            Task<DateTimeOffset?> oldest = OldestOutboxAsync(agency, cancellation);
            Task<long[]> poison = Task.WhenAll(StorageNames.Queues.Select(q => CountAsync(StorageNames.PoisonOf(q), cancellation)));
            Task<DateTimeOffset?> blobs = StorageCall.RunAsync(
                async () => (await clients.Container(Containers.Sealed).GetPropertiesAsync(cancellationToken: cancellation)).GetRawResponse().Headers.Date, cancellation);
            await Task.WhenAll(oldest, poison, blobs);
            return new StorageHealth(true, await oldest, (await poison).Sum(), null, await blobs);
        }
        catch (StorageUnavailableException)
        {
            return new StorageHealth(false, null, 0, "存储服务暂时无法访问。");
        }
    }

    private async Task<DateTimeOffset?> OldestOutboxAsync(string agency, CancellationToken cancellation) =>
        (await Task.WhenAll(outboxes.Select(o => o.OutboxAsync(agency, DateTimeOffset.MaxValue, cancellation).FirstOrDefaultAsync(cancellation).AsTask())))
        .Min(row => row?.WrittenAt);

    private Task<long> CountAsync(string queue, CancellationToken cancellation) => StorageCall.RunAsync(
        async () => (long)(await clients.Queue(queue).GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount, cancellation);

    private Task<object?> CreateContainerAsync(string name, CancellationToken cancellation) => StorageCall.RunAsync<object?>(
        async () =>
        {
            try
            {
                return await clients.Container(name).CreateAsync(PublicAccessType.None, cancellationToken: cancellation);
            }
            catch (RequestFailedException failed) when (failed.ErrorCode == BlobErrorCode.ContainerAlreadyExists)
            {
                return null;
            }
        },
        cancellation);

    private Task<object?> CreateQueueAsync(string name, CancellationToken cancellation) => StorageCall.RunAsync<object?>(
        async () =>
        {
            try
            {
                return await clients.Queue(name).CreateAsync(cancellationToken: cancellation);
            }
            catch (RequestFailedException failed) when (failed.ErrorCode == QueueErrorCode.QueueAlreadyExists)
            {
                return null;
            }
        },
        cancellation);
}
