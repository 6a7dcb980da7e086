using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Lianxin.Core.Items;
using Lianxin.Core.Troubles;
using Lianxin.Storage.Clients;

namespace Lianxin.Storage.Troubles;

/// <summary>
/// The poison queues on Azure queues. Only a received message can be deleted, so the wanted one is looked for by receiving; the others
/// are shown again at once. Bodies are read raw: what somebody else put there need not be base64.
/// </summary>
internal sealed class QueueTroubles(StorageClients clients) : ITroubleBox
{
    /// <summary>The most that storage gives at once.</summary>
    private const int Batch = 32;
    private const int MostBatches = 10;
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    public async Task<IReadOnlyList<PoisonMessage>> PeekAsync(CancellationToken cancellation) =>
        [.. (await Task.WhenAll(StorageNames.Queues.Select(q => PeekAsync(q, cancellation)))).SelectMany(m => m)];

    public Task<bool> PutBackAsync(string queue, string messageId, CancellationToken cancellation) =>
        SettleAsync(
            queue,
            messageId,
            // Sent first, deleted then: a crash in between leaves one too many, never one too few; consumers are idempotent.
            message => clients.RawQueue(queue).SendMessageAsync(message.Body.ToString(), visibilityTimeout: null, timeToLive: ForEver, cancellationToken: cancellation),
            cancellation);

    public Task<bool> TakeOutAsync(string queue, string messageId, CancellationToken cancellation) =>
        SettleAsync(queue, messageId, _ => Task.CompletedTask, cancellation);

    private async Task<IEnumerable<PoisonMessage>> PeekAsync(string queue, CancellationToken cancellation)
    {
        PeekedMessage[] seen = await StorageCall.RunAsync(
            async () => (await clients.RawQueue(StorageNames.PoisonOf(queue)).PeekMessagesAsync(Batch, cancellation)).Value, cancellation);
        return seen.Select(m => new PoisonMessage(queue, m.MessageId, Decoded(m.Body.ToString()), m.InsertedOn ?? DateTimeOffset.UnixEpoch));
    }

    private async Task<bool> SettleAsync(string queue, string messageId, Func<QueueMessage, Task> before, CancellationToken cancellation)
    {
        if (!StorageNames.Queues.Contains(queue, StringComparer.Ordinal))
        {
            return false;
        }

        QueueClient poison = clients.RawQueue(StorageNames.PoisonOf(queue));
        var held = new List<QueueMessage>();
        try
        {
            for (int batch = 0; batch < MostBatches; batch++)
            {
                QueueMessage[] taken = await StorageCall.RunAsync(async () => (await poison.ReceiveMessagesAsync(Batch, Hidden, cancellation)).Value, cancellation);
                held.AddRange(taken);
                if (Array.Find(taken, m => m.MessageId == messageId) is { } wanted)
                {
                    await StorageCall.RunAsync<object?>(
                        async () =>
                        {
                            await before(wanted);
                            await poison.DeleteMessageAsync(wanted.MessageId, wanted.PopReceipt, cancellation);
                            return null;
                        },
                        cancellation);
                    held.Remove(wanted);
                    return true;
                }

                if (taken.Length == 0)
                {
                    return false;
                }
            }

            return false;
        }
        finally
        {
            await ShowAsync(poison, held);
        }
    }

    private static async Task ShowAsync(QueueClient poison, List<QueueMessage> held)
    {
        foreach (QueueMessage message in held)
        {
            try
            {
                await StorageCall.RunAsync<object?>(
                    async () => await poison.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero), CancellationToken.None);
            }
            catch (Exception failure) when (failure is StorageUnavailableException or InvalidOperationException)
            {
                // It shows itself again when its time is over.
            }
        }
    }

    private static string Decoded(string body)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(body));
        }
        catch (FormatException)
        {
            return body;
        }
    }
}
