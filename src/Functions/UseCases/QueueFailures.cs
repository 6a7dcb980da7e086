using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Queues;

namespace Lianxin.Functions.UseCases;

/// <summary>Why a message failed last, and how often; kept until it succeeds, is put back or is dismissed.</summary>
public sealed record QueueFailure(string Reason, int Tries, DateTimeOffset LastTry);

/// <summary>
/// Keeps the reason of every failed delivery where the list of troubles finds it: a small document named by what the message says. The
/// message itself changes its id when the host puts it aside.
/// </summary>
public sealed class QueueFailures(IDocumentStore documents, TimeProvider machine) : IQueueWatch
{
    public async Task WatchAsync(string queue, Delivery delivery, Func<Task> body)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(body);
        try
        {
            await body();
        }
        catch (Exception failure)
        {
            await KeepAsync(queue, delivery, failure);
            throw;
        }

        // A first delivery that went well has nothing to forget, and most are that.
        if (delivery.DequeueCount is not 1)
        {
            await ForgetAsync(queue, delivery.Payload, CancellationToken.None);
        }
    }

    public Task<QueueFailure?> FindAsync(string queue, string payload, CancellationToken cancellation) => ReadAsync(NameOf(queue, payload), cancellation);

    /// <summary>The last failure of a message that says this.</summary>
    public Task<QueueFailure?> FindAsync(OutboxMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        return ReadAsync(NameOf(message.Queue, new QueueMessage(message.Kind, message.Subject, message.Version)), cancellation);
    }

    public Task ForgetAsync(string queue, string payload, CancellationToken cancellation) =>
        documents.DeleteAsync(Containers.Sealed, NameOf(queue, payload), cancellation);

    /// <summary>The reason is worth an attempt, but the failure itself is what the host must hear of.</summary>
    private async Task KeepAsync(string queue, Delivery delivery, Exception failure)
    {
        try
        {
            var name = NameOf(queue, delivery.Payload);
            var before = delivery.DequeueCount is null ? await ReadAsync(name, CancellationToken.None) : null;
            var kept = new QueueFailure(FailureReasons.Of(failure), delivery.DequeueCount ?? (before?.Tries ?? 0) + 1, machine.GetUtcNow());
            await documents.PutAsync(
                Containers.Sealed, name, JsonSerializer.SerializeToUtf8Bytes(kept, ApiJson.Default.QueueFailure), "application/json", CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            // Storage is away: that is the failure's own reason too, and health says so.
        }
    }

    private async Task<QueueFailure?> ReadAsync(string name, CancellationToken cancellation) =>
        await documents.FindAsync(Containers.Sealed, name, cancellation) is { } stored
            ? JsonSerializer.Deserialize(stored.Bytes, ApiJson.Default.QueueFailure)
            : null;

    /// <summary>What is ours is named by what it asks for, however it was sent; anything else by its text.</summary>
    private static string NameOf(string queue, string payload) =>
        QueueMessage.TryRead(payload) is { } message ? NameOf(queue, message) : Name($"{queue}\n{payload}");

    private static string NameOf(string queue, QueueMessage message) => Name($"{queue}\n{message.Kind}\n{message.Subject}\n{message.SubjectVersion}");

    private static string Name(string what) => $"troubles/failures/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)))}.json";
}
