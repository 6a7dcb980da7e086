using Lianxin.Core.Items;
using Lianxin.Storage.Clients;

namespace Lianxin.Storage.Outbox;

/// <summary>Messages on Azure queues. They never expire by themselves: a week of standstill must not lose what was promised.</summary>
internal sealed class QueueMessages(StorageClients clients) : IOutboxSender
{
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    public Task SendAsync(OutboxMessage message, CancellationToken cancellation) => SendAsync(message, null, cancellation);

    public Task SendAsync(OutboxMessage message, OutboxKey? key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        return StorageCall.RunAsync(
            () => clients.Queue(message.Queue).SendMessageAsync(
                QueueEnvelope.Write(message, key), visibilityTimeout: message.Wait, timeToLive: ForEver, cancellationToken: cancellation),
            cancellation);
    }
}
