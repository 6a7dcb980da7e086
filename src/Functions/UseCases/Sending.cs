using Lianxin.Core;
using Lianxin.Core.Notices;
using Lianxin.Functions.Channels;

namespace Lianxin.Functions.UseCases;

/// <summary>What came of an order to send again: the delivery as it is now, or the refusal.</summary>
public sealed record RetryAnswer(NoticeDelivery? Delivery, Refusal? Refusal);

/// <summary>
/// Sends notices, a bounded number of times, each time less soon. A delivery is claimed under its fence before a channel is asked, and what
/// came of it is written afterwards; a message whose version is used up does nothing, and what was sent is never sent again.
/// <para>At least once remains one window: from the moment the other side takes the notice until the record of it is written. A process that
/// dies in there, or a server that falls silent after it took the mail, leaves a claim that ends after <see cref="DeliverySteps.Lease"/>,
/// and the sweep sends again; the mail then has the same Message-ID.</para>
/// </summary>
public sealed class Sending(DeliveryBook book, ContactBook contacts, IEnumerable<IChannel> channels, TimeProvider machine)
{
    private const int Races = 5;

    /// <summary>What one sweep puts back at most; the next one goes on.</summary>
    private const int MostPerSweep = 500;

    private readonly IReadOnlyList<IChannel> channels = [.. channels];

    /// <summary>Works off the message <c>send-notice</c>.</summary>
    /// <exception cref="FormatException">The subject names no delivery that there ever was; the message ends in the poison queue.</exception>
    public async Task SendAsync(string subject, int version, CancellationToken cancellation)
    {
        var (agency, id) = DeliveryBook.ReadSubject(subject);
        var stored = await book.FindAsync(agency, id, cancellation) ?? throw new FormatException($"There is no delivery {subject}.");
        if (stored.Delivery.State != DeliveryState.Waiting || stored.Delivery.Version != version
            || await book.SaveAsync(agency, stored, DeliverySteps.Begin(stored.Delivery, machine.GetUtcNow()), send: false, cancellation) is not { } claimed)
        {
            return;
        }

        var outcome = await AskAsync(agency, claimed.Delivery, cancellation);
        await WriteAsync(agency, claimed, outcome, cancellation);
    }

    /// <summary>Puts back what is due: failed ones whose pause is over, and messages that nobody worked off. Answers how many.</summary>
    public async Task<int> SweepAsync(string agency, CancellationToken cancellation)
    {
        var now = machine.GetUtcNow();
        var due = new List<StoredDelivery>();
        await foreach (var stored in book.DueAsync(agency, now, cancellation))
        {
            if (stored.Delivery.NextTryAt <= now)
                due.Add(stored);
            if (due.Count == MostPerSweep)
                break;
        }

        var count = 0;
        foreach (var stored in due)
        {
            var after = DeliverySteps.PutBack(stored.Delivery, now);
            count += await book.SaveAsync(agency, stored, after, send: after.State == DeliveryState.Waiting, cancellation) is null ? 0 : 1;
        }

        return count;
    }

    /// <summary>An administrator's order; allowed once somebody mended what was wrong.</summary>
    public async Task<RetryAnswer> RetryAsync(string agency, string id, CancellationToken cancellation)
    {
        for (var race = 0; race < Races; race++)
        {
            if (await book.FindAsync(agency, id, cancellation) is not { } stored)
                return new RetryAnswer(null, new Refusal(RefusalKind.Unknown, "not-found", "没有这条通知。"));
            var decision = DeliverySteps.Retry(stored.Delivery, machine.GetUtcNow());
            if (!decision.Accepted)
                return new RetryAnswer(null, decision.Refusal);
            if (await book.SaveAsync(agency, stored, decision.Value, send: true, cancellation) is { } saved)
                return new RetryAnswer(saved.Delivery, null);
        }

        return new RetryAnswer(null, new Refusal(RefusalKind.IllegalStep, "already-waiting", "这条通知正在被处理，请稍后再看。"));
    }

    private async Task<ChannelOutcome> AskAsync(string agency, NoticeDelivery delivery, CancellationToken cancellation)
    {
        if (contacts.Person(delivery.Person) is not { } person)
            return new ChannelOutcome.Closed("通讯录里已经没有此人");
        if (!person.Channels.Contains(delivery.Channel))
            return new ChannelOutcome.Closed($"通讯录里已经没有此人的{NoticeWords.Of(delivery.Channel)}");
        var digest = await book.DigestAsync(agency, delivery, cancellation) ?? throw new InvalidOperationException($"The digest of {delivery.Id} is gone.");
        return await channels.Single(c => c.Serves(delivery.Channel)).SendAsync(person, digest, delivery.Id, cancellation);
    }

    /// <summary>
    /// Writes what came of a try. A lost race means that the claim had ended and somebody else took over: theirs counts, except that what was
    /// taken by the other side is sent, whoever else is at work on it.
    /// </summary>
    private async Task WriteAsync(string agency, StoredDelivery claimed, ChannelOutcome outcome, CancellationToken cancellation)
    {
        StoredDelivery? stored = claimed;
        for (var race = 0; race < Races && stored is not null && stored.Delivery.State != DeliveryState.Sent; race++)
        {
            var now = machine.GetUtcNow();
            var after = outcome switch
            {
                ChannelOutcome.Taken => DeliverySteps.Sent(stored.Delivery, now),
                ChannelOutcome.Closed closed => DeliverySteps.OnDeskOnly(stored.Delivery, closed.Reason),
                ChannelOutcome.Failed failed => DeliverySteps.Failed(stored.Delivery, failed.Reason, failed.ForGood, now),
                _ => throw new InvalidOperationException($"No step is known for {outcome}."),
            };
            // Not cancelled: a notice that is out must not be forgotten because the host is shutting down.
            if (await book.SaveAsync(agency, stored, after, send: false, CancellationToken.None) is not null || outcome is not ChannelOutcome.Taken)
                return;
            stored = await book.FindAsync(agency, claimed.Delivery.Id, CancellationToken.None);
        }
    }
}
