using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Lianxin.LocalHost.Handler;

namespace Lianxin.LocalHost.Queues;

/// <summary>Polls one queue and lets at most batchSize + newBatchThreshold messages run at a time.</summary>
internal sealed class QueueLoop(
    QueueClient queue, Delivery delivery, int batchSize, int newBatchThreshold, TimeSpan longestWait, HandlerSupervisor handler, TimeProvider clock, Journal journal)
{
    private readonly List<Task> _running = [];

    public string Queue => queue.Name;

    public async Task RunAsync(CancellationToken stop)
    {
        var pace = new PollingPace(longestWait);
        var isThere = false;
        try
        {
            while (true)
            {
                await RoomAsync(stop);
                await handler.WhenReadyAsync(Timeout.InfiniteTimeSpan, stop);
                QueueMessage[] taken = [];
                try
                {
                    isThere = isThere || await CreateAsync(stop);
                    taken = (await queue.ReceiveMessagesAsync(batchSize, Delivery.Hidden, stop)).Value;
                }
                catch (Exception away) when (away is RequestFailedException or AggregateException)
                {
                    isThere = false;
                    journal.Warn($"队列 {queue.Name} 暂时不可用，稍后再试", $"queue {queue.Name} is away, trying again: {away.GetType().Name}");
                }

                if (taken.Length == 0)
                {
                    await Task.Delay(pace.Empty(), clock, stop);
                    continue;
                }

                pace.Found();
                lock (_running)
                {
                    _running.AddRange(taken.Select(message => DeliverAsync(message, stop)));
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Task.WhenAll(Running());
        }
    }

    /// <summary>Nothing waits and nothing runs. Hidden messages count as waiting.</summary>
    public async Task<bool> IsIdleAsync(CancellationToken cancellation)
    {
        if (Running().Any(task => !task.IsCompleted))
        {
            return false;
        }

        try
        {
            return (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount == 0;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return true;
        }
    }

    private async Task<bool> CreateAsync(CancellationToken stop)
    {
        await queue.CreateIfNotExistsAsync(cancellationToken: stop);
        return true;
    }

    private async Task RoomAsync(CancellationToken stop)
    {
        while (true)
        {
            Task[] busy;
            lock (_running)
            {
                _running.RemoveAll(task => task.IsCompleted);
                busy = [.. _running];
            }

            if (busy.Length <= newBatchThreshold)
            {
                return;
            }

            await Task.WhenAny(busy).WaitAsync(stop);
        }
    }

    private Task[] Running()
    {
        lock (_running)
        {
            return [.. _running];
        }
    }

    private async Task DeliverAsync(QueueMessage message, CancellationToken stop)
    {
        try
        {
            await delivery.RunAsync(message, stop);
        }
        catch (Exception away) when (away is RequestFailedException or AggregateException or OperationCanceledException)
        {
            // The message stays hidden and comes back by itself: delivery is at least once.
            journal.Warn($"队列 {queue.Name} 的一条消息未能收尾", $"a message of {queue.Name} could not be settled: {away.Message}");
        }
    }
}
