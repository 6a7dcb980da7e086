using System.Text.Json;
using Lianxin.Core.Items;

namespace Lianxin.Storage.Outbox;

/// <summary>
/// What a queue message says. Names of our own: the Functions host binds <c>id</c>, <c>dequeueCount</c> and the like to metadata of its own.
/// </summary>
/// <param name="Outbox">Partition and row of the outbox row, <c>{partition}/{row}</c>, to follow a message back; null when sent directly.</param>
internal sealed record QueueEnvelope(string Kind, string Subject, int SubjectVersion, string? Outbox)
{
    public static string Write(OutboxMessage message, OutboxKey? key) => JsonSerializer.Serialize(
        new QueueEnvelope(message.Kind, message.Subject, message.Version, key is null ? null : $"{key.Partition}/{key.Row}"),
        Json.Plain.QueueEnvelope);
}
