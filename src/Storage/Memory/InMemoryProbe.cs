using Lianxin.Core.Items;
using Lianxin.Core.Publication;

namespace Lianxin.Storage.Memory;

/// <summary>Memory is always there and has no poison queue.</summary>
public sealed class InMemoryProbe(IReadOnlyList<IOutbox> outboxes) : IStorageProbe
{
    public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task<StorageHealth> CheckAsync(string agency, CancellationToken cancellation)
    {
        DateTimeOffset? oldest = null;
        foreach (IOutbox outbox in outboxes)
        {
            OutboxRow? first = await outbox.OutboxAsync(agency, DateTimeOffset.MaxValue, cancellation).FirstOrDefaultAsync(cancellation);
            oldest = first is not null && !(oldest < first.WrittenAt) ? first.WrittenAt : oldest;
        }

        return new StorageHealth(true, oldest, 0, null);
    }
}
