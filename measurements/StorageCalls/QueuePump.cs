using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using Lianxin.Bench.Running;

namespace Lianxin.Bench.StorageCalls;

/// <summary>Hands queue messages to the handler as the Functions host does. It takes them past the proxy, for its own calls are not the handler's.</summary>
internal sealed class QueuePump(string connection, Handler handler) : IDisposable
{
    private readonly QueueClient queue = new(
        connection, "publication", new QueueClientOptions(QueueClientOptions.ServiceVersion.V2025_11_05) { MessageEncoding = QueueMessageEncoding.Base64 });

    private readonly HttpClient http = new() { BaseAddress = handler.Address };

    /// <summary>Works off what is waiting; answers how many messages that were.</summary>
    public async Task<int> DrainAsync()
    {
        var done = 0;
        while ((await queue.ReceiveMessageAsync()).Value is { } message)
        {
            await DeliverAsync(message.Body.ToString());
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            done++;
        }

        return done;
    }

    public void Dispose() => http.Dispose();

    private async Task DeliverAsync(string text)
    {
        // The host encodes the text twice.
        var twice = JsonEncodedText.Encode($"\"{JsonEncodedText.Encode(text)}\"");
        var envelope = $$$"""{"Data":{"item":"{{{twice}}}"},"Metadata":{"DequeueCount":"1"}}""";
        using var content = new StringContent(envelope, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/PublishItem", UriKind.Relative), content);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"PublishItem: {(int)answer.StatusCode}\n{handler.Output}");
    }
}
