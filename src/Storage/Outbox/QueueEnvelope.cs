using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lianxin.Core.Items;

namespace Lianxin.Storage.Outbox;

/// <summary>
/// What a queue message says. Names of our own: the Functions host binds <c>id</c>, <c>dequeueCount</c> and the like to metadata of its own.
/// </summary>
/// <param name="Outbox">Partition and row of the outbox row, <c>{partition}/{row}</c>, to follow a message back; null when sent directly.</param>
/// <param name="TraceParent">The trace that the message belongs to, as W3C <c>traceparent</c>; absent unless somebody records it. No consumer acts on it.</param>
internal sealed record QueueEnvelope(
    string Kind,
    string Subject,
    int SubjectVersion,
    string? Outbox,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceParent = null)
{
    public static string Write(OutboxMessage message, OutboxKey? key) => JsonSerializer.Serialize(
        new QueueEnvelope(message.Kind, message.Subject, message.Version, key is null ? null : $"{key.Partition}/{key.Row}", Activity.Current is { Recorded: true } span ? span.Id : null),
        Json.Plain.QueueEnvelope);
}
