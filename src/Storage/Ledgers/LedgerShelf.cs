using Lianxin.Core.Ledgers;

namespace Lianxin.Storage.Ledgers;

/// <summary>The ledgers of one account, each opened once.</summary>
internal sealed class LedgerShelf(Func<string, ILedger> open) : ILedgers
{
    public ILedger Duties { get; } = open(LedgerNames.Duties);

    public ILedger Feedback { get; } = open(LedgerNames.Feedback);

    public ILedger Cases { get; } = open(LedgerNames.Cases);

    public ILedger Deliveries { get; } = open(LedgerNames.Deliveries);

    public ILedger Records { get; } = open(LedgerNames.Records);

    public ILedger Handovers { get; } = open(LedgerNames.Handovers);

    public IReadOnlyList<ILedger> All => [Duties, Feedback, Cases, Deliveries, Records, Handovers];
}
