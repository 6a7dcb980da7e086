using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>The ledgers behind the gate; the name of a call tells which ledger and which key.</summary>
internal sealed class GatedLedgers(ILedgers inner, StorageGate gate) : ILedgers
{
    public ILedger Duties { get; } = new GatedLedger(LedgerNames.Duties, inner.Duties, gate);

    public ILedger Feedback { get; } = new GatedLedger(LedgerNames.Feedback, inner.Feedback, gate);

    public ILedger Cases { get; } = new GatedLedger(LedgerNames.Cases, inner.Cases, gate);

    public ILedger Deliveries { get; } = new GatedLedger(LedgerNames.Deliveries, inner.Deliveries, gate);

    public ILedger Records { get; } = new GatedLedger(LedgerNames.Records, inner.Records, gate);

    public ILedger Handovers { get; } = new GatedLedger(LedgerNames.Handovers, inner.Handovers, gate);
}

internal sealed class GatedLedger(string name, ILedger inner, StorageGate gate) : ILedger
{
    /// <summary>Rows that ranges gave so far.</summary>
    public int RowsRead { get; private set; }

    public Task<LedgerRow?> FindAsync(string agency, int year, string key, CancellationToken cancellation) =>
        gate.PassAsync($"{name} find {key}", () => inner.FindAsync(agency, year, key, cancellation));

    public IAsyncEnumerable<LedgerRow> RangeAsync(string agency, int year, string from, string end, int pageSize, CancellationToken cancellation) =>
        gate.PassAsync($"{name} range {from}", inner.RangeAsync(agency, year, from, end, pageSize, cancellation).Select(row =>
        {
            RowsRead++;
            return row;
        }));

    public Task<LedgerOutcome> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        // What a transaction of the tables takes at most.
        (commit.Changes.Count + commit.Messages.Count).ShouldBeInRange(1, 100);
        return gate.PassAsync($"{name} commit {commit.Changes[0].Key}", () => inner.CommitAsync(commit, cancellation));
    }

    public Task<IReadOnlyList<int>> YearsAsync(string agency, CancellationToken cancellation) =>
        gate.PassAsync($"{name} years", () => inner.YearsAsync(agency, cancellation));

    public IAsyncEnumerable<OutboxRow> OutboxAsync(string agency, DateTimeOffset before, CancellationToken cancellation) =>
        gate.PassAsync($"{name} outbox", inner.OutboxAsync(agency, before, cancellation));

    public Task RemoveFromOutboxAsync(IReadOnlyList<OutboxKey> keys, CancellationToken cancellation) =>
        gate.PassAsync($"{name} sent", () => inner.RemoveFromOutboxAsync(keys, cancellation));
}
