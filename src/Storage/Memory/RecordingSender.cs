using System.Collections.Concurrent;
using Lianxin.Core.Items;
using Lianxin.Storage.Outbox;

namespace Lianxin.Storage.Memory;

/// <summary>Keeps every message that was sent, in order; <see cref="IsAway"/> makes it fail like queues that are not there.</summary>
public sealed class RecordingSender : IOutboxSender
{
    private readonly ConcurrentQueue<OutboxMessage> _sent = new();

    public bool IsAway { get; set; }

    public IReadOnlyList<OutboxMessage> Sent => [.. _sent];

    public Task SendAsync(OutboxMessage message, CancellationToken cancellation) => SendAsync(message, null, cancellation);

    public Task SendAsync(OutboxMessage message, OutboxKey? key, CancellationToken cancellation)
    {
        if (IsAway)
        {
            throw new StorageUnavailableException("The queues are away.");
        }

        _sent.Enqueue(message);
        return Task.CompletedTask;
    }
}
