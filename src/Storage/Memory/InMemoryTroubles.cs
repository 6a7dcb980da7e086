using System.Globalization;
using System.Text.Json;
using Lianxin.Core.Items;
using Lianxin.Core.Troubles;
using Lianxin.Storage.Outbox;

namespace Lianxin.Storage.Memory;

/// <summary>Poison queues in memory; <see cref="Add"/> stands in for the host that puts a message aside.</summary>
public sealed class InMemoryTroubles(IOutboxSender sender, TimeProvider machine) : ITroubleBox
{
    private readonly Lock _lock = new();
    private readonly List<PoisonMessage> _messages = [];

    /// <summary>Puts a message aside; answers its id.</summary>
    public string Add(string queue, string text)
    {
        var message = new PoisonMessage(queue, Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture), text, machine.GetUtcNow());
        lock (_lock)
        {
            _messages.Add(message);
        }

        return message.MessageId;
    }

    public Task<IReadOnlyList<PoisonMessage>> PeekAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<PoisonMessage>>([.. _messages]);
        }
    }

    public async Task<bool> PutBackAsync(string queue, string messageId, CancellationToken cancellation)
    {
        if (Remove(queue, messageId) is not { } message)
        {
            return false;
        }

        if (JsonSerializer.Deserialize(message.Text, Json.Plain.QueueEnvelope) is { } envelope)
        {
            await sender.SendAsync(new OutboxMessage(queue, envelope.Kind, envelope.Subject, envelope.SubjectVersion), cancellation);
        }

        return true;
    }

    public Task<bool> TakeOutAsync(string queue, string messageId, CancellationToken cancellation) => Task.FromResult(Remove(queue, messageId) is not null);

    private PoisonMessage? Remove(string queue, string messageId)
    {
        lock (_lock)
        {
            int at = _messages.FindIndex(m => m.Queue == queue && m.MessageId == messageId);
            if (at < 0)
            {
                return null;
            }

            PoisonMessage message = _messages[at];
            _messages.RemoveAt(at);
            return message;
        }
    }
}
