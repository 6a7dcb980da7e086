namespace Lianxin.Core.Items;

/// <summary>The outbox of a table: messages that were written in one transaction with the change that causes them.</summary>
public interface IOutbox
{
    /// <summary>Outbox rows of the agency written before <paramref name="before"/> (machine time), oldest first, over all years.</summary>
    IAsyncEnumerable<OutboxRow> OutboxAsync(string agency, DateTimeOffset before, CancellationToken cancellation);

    /// <summary>Takes sent rows out of the outbox; a row that is gone is no error.</summary>
    Task RemoveFromOutboxAsync(IReadOnlyList<OutboxKey> keys, CancellationToken cancellation);
}
