using Lianxin.Core.Items;
using Lianxin.Core.Publication;

namespace Lianxin.Storage.Outbox;

/// <summary>A sender that can also say which outbox row a message comes from.</summary>
public interface IOutboxSender : IMessageSender
{
    Task SendAsync(OutboxMessage message, OutboxKey? key, CancellationToken cancellation);
}
