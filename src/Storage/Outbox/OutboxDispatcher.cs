using Lianxin.Core.Items;

namespace Lianxin.Storage.Outbox;

/// <summary>
/// Brings outbox rows to their queues: at once after a commit when that works, by the sweep otherwise. A row goes only after its message
/// is on the queue, so a crash in between sends twice and never not at all; consumers are idempotent (law 1 of the house).
/// </summary>
public sealed class OutboxDispatcher(IReadOnlyList<IOutbox> outboxes, IOutboxSender sender)
{
    /// <summary>Rows taken from one table by one sweep; the next one goes on.</summary>
    public const int MaxPerSweep = 1_000;

    /// <summary>The register's outbox is the first of the list.</summary>
    private IOutbox Register => outboxes[0];

    /// <summary>Sends the messages of a durable commit of the register.</summary>
    public Task<int> DispatchAsync(RegisterCommit commit, CommitOutcome.Committed committed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        ArgumentNullException.ThrowIfNull(committed);
        return DispatchAsync(Register, commit.Messages, committed.OutboxKeys, cancellation);
    }

    /// <summary>
    /// Sends the messages of a durable commit. Best effort: what fails stays in the outbox for the sweep, and the answer to the person
    /// does not depend on it. Answers how many were sent.
    /// </summary>
    public async Task<int> DispatchAsync(IOutbox outbox, IReadOnlyList<OutboxMessage> messages, IReadOnlyList<OutboxKey> keys, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(keys);
        var sent = new List<OutboxKey>(keys.Count);
        try
        {
            for (int i = 0; i < keys.Count; i++)
            {
                await sender.SendAsync(messages[i], keys[i], cancellation);
                sent.Add(keys[i]);
            }

            await outbox.RemoveFromOutboxAsync(sent, cancellation);
        }
        catch (StorageUnavailableException)
        {
            // Visible as the age of the outbox in the health report, and swept within a minute.
        }

        return sent.Count;
    }

    /// <summary>Sends what was left in the agency's outboxes before <paramref name="olderThan"/> (machine time); answers how many.</summary>
    /// <exception cref="StorageUnavailableException">Storage went away; what was sent until then is taken out if that still works.</exception>
    public async Task<int> SweepAsync(string agency, DateTimeOffset olderThan, CancellationToken cancellation)
    {
        int total = 0;
        foreach (IOutbox outbox in outboxes)
        {
            total += await SweepAsync(outbox, agency, olderThan, cancellation);
        }

        return total;
    }

    private async Task<int> SweepAsync(IOutbox outbox, string agency, DateTimeOffset olderThan, CancellationToken cancellation)
    {
        const int chunk = 50;
        int total = 0;
        var sent = new List<OutboxKey>(chunk);
        await foreach (OutboxRow row in outbox.OutboxAsync(agency, olderThan, cancellation))
        {
            await sender.SendAsync(row.Message, row.Key, cancellation);
            sent.Add(row.Key);
            total++;
            if (sent.Count == chunk)
            {
                await outbox.RemoveFromOutboxAsync(sent, cancellation);
                sent.Clear();
            }

            if (total == MaxPerSweep)
            {
                break;
            }
        }

        await outbox.RemoveFromOutboxAsync(sent, cancellation);
        return total;
    }
}
