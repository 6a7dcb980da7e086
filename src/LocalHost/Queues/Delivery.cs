using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Lianxin.LocalHost.Handler;
using Lianxin.LocalHost.Manifest;

namespace Lianxin.LocalHost.Queues;

/// <summary>The way of one message: hidden while it runs, deleted when done, shown again when failed, to poison when hopeless.</summary>
internal sealed class Delivery(
    QueueFunction function, QueueSettings settings, QueueClient queue, QueueClient poison, Invoker invoker, TimeProvider clock, Journal journal)
{
    /// <summary>How long a message is hidden at a time; renewed at half of it.</summary>
    public static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);

    public async Task RunAsync(QueueMessage message, CancellationToken stop)
    {
        if (QueueText.Decode(message.Body.ToString(), settings.Base64) is not { } text)
        {
            await PoisonAsync(message, message.PopReceipt, "不是 base64", "it is not base64", stop);
            return;
        }

        if (message.DequeueCount > settings.MaxDequeueCount)
        {
            await PoisonAsync(message, message.PopReceipt, $"取出超过 {settings.MaxDequeueCount} 次", $"taken more than {settings.MaxDequeueCount} times", stop);
            return;
        }

        var call = Call.New(function.Name, clock.GetUtcNow());
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var hiding = HideAsync(message, done.Token);
        Verdict verdict;
        try
        {
            verdict = await invoker.InvokeAsync(function.Name, QueueEnvelope.Write(function.Binding, text, message, call), stop);
        }
        catch (OperationCanceledException)
        {
            // The host is going down in order: the message need not wait ten minutes for the next start.
            await ShowAsync(message, await EndAsync(done, hiding), TimeSpan.Zero, CancellationToken.None);
            return;
        }

        var receipt = await EndAsync(done, hiding);
        if (verdict.Succeeded)
        {
            await queue.DeleteMessageAsync(message.MessageId, receipt, CancellationToken.None);
        }
        else if (message.DequeueCount >= settings.MaxDequeueCount)
        {
            await PoisonAsync(message, receipt, $"失败 {message.DequeueCount} 次", $"it failed {message.DequeueCount} times", CancellationToken.None);
        }
        else
        {
            await ShowAsync(message, receipt, settings.VisibilityTimeout, CancellationToken.None);
        }
    }

    private static async Task<string> EndAsync(CancellationTokenSource done, Task<string> hiding)
    {
        await done.CancelAsync();
        return await hiding;
    }

    /// <returns>The pop receipt that counts once the run has ended.</returns>
    private async Task<string> HideAsync(QueueMessage message, CancellationToken done)
    {
        var receipt = message.PopReceipt;
        while (true)
        {
            try
            {
                await Task.Delay(Hidden / 2, clock, done);
            }
            catch (OperationCanceledException)
            {
                return receipt;
            }

            try
            {
                receipt = (await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: Hidden, cancellationToken: CancellationToken.None)).Value.PopReceipt;
            }
            catch (RequestFailedException lost)
            {
                journal.Warn($"队列 {function.Queue} 的消息未能续期", $"a message of {function.Queue} could not be kept hidden: {lost.ErrorCode}");
            }
        }
    }

    private async Task ShowAsync(QueueMessage message, string receipt, TimeSpan after, CancellationToken cancellation) =>
        await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: after, cancellationToken: cancellation);

    /// <summary>Copied first, deleted then: a crash in between leaves a duplicate, never a loss.</summary>
    private async Task PoisonAsync(QueueMessage message, string receipt, string chinese, string english, CancellationToken cancellation)
    {
        await poison.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await poison.SendMessageAsync(message.Body.ToString(), cancellation);
        await queue.DeleteMessageAsync(message.MessageId, receipt, cancellation);
        journal.Warn($"消息 {message.MessageId} 移入 {poison.Name}：{chinese}", $"message {message.MessageId} went to {poison.Name}: {english}");
    }
}
