using Lianxin.Core.Items;
using Lianxin.Core.Publication;

namespace Lianxin.Storage.Memory;

/// <summary>Memory is always there and has no poison queue.</summary>
public sealed class InMemoryProbe(IRegister register) : IStorageProbe
{
    public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task<StorageHealth> CheckAsync(string agency, CancellationToken cancellation)
    {
        OutboxRow? oldest = await register.OutboxAsync(agency, DateTimeOffset.MaxValue, cancellation).FirstOrDefaultAsync(cancellation);
        return new StorageHealth(true, oldest?.WrittenAt, 0, null);
    }
}
