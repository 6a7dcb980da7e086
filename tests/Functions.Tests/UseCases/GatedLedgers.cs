using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>The ledgers behind the gate.</summary>
internal sealed class GatedLedgers(ILedgers inner, StorageGate gate) : ILedgers
{
    public ILedger Duties { get; } = new GatedLedger(inner.Duties, gate);

    public ILedger Feedback { get; } = new GatedLedger(inner.Feedback, gate);

    public ILedger Cases { get; } = new GatedLedger(inner.Cases, gate);

    public ILedger Deliveries { get; } = new GatedLedger(inner.Deliveries, gate);

    private sealed class GatedLedger(ILedger inner, StorageGate gate) : ILedger
    {
        public Task<LedgerRow?> FindAsync(string agency, int year, string key, CancellationToken cancellation) =>
            gate.PassAsync("find " + key, () => inner.FindAsync(agency, year, key, cancellation));

        public IAsyncEnumerable<LedgerRow> RangeAsync(string agency, int year, string from, string end, int pageSize, CancellationToken cancellation) =>
            gate.PassAsync("range " + from, inner.RangeAsync(agency, year, from, end, pageSize, cancellation));

        public Task<LedgerOutcome> CommitAsync(LedgerCommit commit, CancellationToken cancellation) =>
            gate.PassAsync("commit " + commit.Changes[0].Key, () => inner.CommitAsync(commit, cancellation));

        public Task<IReadOnlyList<int>> YearsAsync(string agency, CancellationToken cancellation) =>
            gate.PassAsync("years", () => inner.YearsAsync(agency, cancellation));

        public IAsyncEnumerable<OutboxRow> OutboxAsync(string agency, DateTimeOffset before, CancellationToken cancellation) =>
            gate.PassAsync("outbox", inner.OutboxAsync(agency, before, cancellation));

        public Task RemoveFromOutboxAsync(IReadOnlyList<OutboxKey> keys, CancellationToken cancellation) =>
            gate.PassAsync("sent", () => inner.RemoveFromOutboxAsync(keys, cancellation));
    }
}
