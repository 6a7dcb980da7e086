using Lianxin.Core.Items;

namespace Lianxin.Storage.Outbox;

/// <summary>
/// Brings outbox rows to their queues: at once after a commit when that works, by the sweep otherwise. A row goes only after its message
/// is on the queue, so a crash in between sends twice and never not at all; consumers are idempotent (law 1 of the house).
/// </summary>
public sealed class OutboxDispatcher(IRegister register, IOutboxSender sender)
{
    /// <summary>Rows taken by one sweep; the next one goes on.</summary>
    public const int MaxPerSweep = 1_000;

    /// <summary>
    /// Sends the messages of a durable commit. Best effort: what fails stays in the outbox for the sweep, and the answer to the person
    /// does not depend on it. Answers how many were sent.
    /// </summary>
    public async Task<int> DispatchAsync(RegisterCommit commit, CommitOutcome.Committed committed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        ArgumentNullException.ThrowIfNull(committed);
        var sent = new List<OutboxKey>(committed.OutboxKeys.Count);
        try
        {
            for (int i = 0; i < committed.OutboxKeys.Count; i++)
            {
                await sender.SendAsync(commit.Messages[i], committed.OutboxKeys[i], cancellation);
                sent.Add(committed.OutboxKeys[i]);
            }

            await register.RemoveFromOutboxAsync(sent, cancellation);
        }
        catch (StorageUnavailableException)
        {
            // Visible as the age of the outbox in the health report, and swept within a minute.
        }

        return sent.Count;
    }

    /// <summary>Sends what was left in the agency's outbox before <paramref name="olderThan"/> (machine time); answers how many.</summary>
    /// <exception cref="StorageUnavailableException">Storage went away; what was sent until then is taken out if that still works.</exception>
    public async Task<int> SweepAsync(string agency, DateTimeOffset olderThan, CancellationToken cancellation)
    {
        const int chunk = 50;
        int total = 0;
        var sent = new List<OutboxKey>(chunk);
        await foreach (OutboxRow row in register.OutboxAsync(agency, olderThan, cancellation))
        {
            await sender.SendAsync(row.Message, row.Key, cancellation);
            sent.Add(row.Key);
            total++;
            if (sent.Count == chunk)
            {
                await register.RemoveFromOutboxAsync(sent, cancellation);
                sent.Clear();
            }

            if (total == MaxPerSweep)
            {
                break;
            }
        }

        await register.RemoveFromOutboxAsync(sent, cancellation);
        return total;
    }
}
