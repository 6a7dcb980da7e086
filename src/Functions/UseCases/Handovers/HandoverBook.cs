using System.Text.Json;
using Lianxin.Core.Handovers;
using Lianxin.Core.Ledgers;

namespace Lianxin.Functions.UseCases.Handovers;

/// <summary>A handover with the fence of its row.</summary>
public sealed record StoredHandover(Handover Handover, string Fence);

/// <summary>
/// Handovers 移交 under their items' ids, in the partition of the item's register year; beside them the ids of those that the nightly sweep
/// has still to look at.
/// </summary>
public sealed class HandoverBook(ILedgers ledgers)
{
    private const string Rows = "handover.";
    private const string Open = "open.";

    private ILedger Ledger => ledgers.Handovers;

    public async Task<StoredHandover?> FindAsync(string agency, string itemId, CancellationToken cancellation) =>
        LedgerId.TryParse(itemId) is { } id && await Ledger.FindAsync(agency, id.Year, Rows + itemId, cancellation) is { } row
            ? new StoredHandover(LedgerText.Read(row, LedgerText.Plain.Handover), row.Fence)
            : null;

    /// <summary>Those of the given items that were handed over, by the items' ids: one reading of each register year.</summary>
    public async Task<IReadOnlyDictionary<string, Handover>> OfAsync(string agency, IEnumerable<string> itemIds, CancellationToken cancellation)
    {
        var years = itemIds.Select(i => LedgerId.TryParse(i)?.Year).OfType<int>().Distinct();
        var found = new Dictionary<string, Handover>(StringComparer.Ordinal);
        await foreach (var handover in LedgerPages.AllAsync(Ledger, agency, years, Rows, LedgerText.Plain.Handover, cancellation))
        {
            found[handover.ItemId] = handover;
        }

        return found;
    }

    /// <summary>Those that the nightly sweep has to look at, over all years.</summary>
    public async IAsyncEnumerable<StoredHandover> OpenAsync(string agency, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var year in await Ledger.YearsAsync(agency, cancellation))
        {
            await foreach (var row in Ledger.RangeAsync(agency, year, Open, LedgerKeys.After(Open), 1000, cancellation))
            {
                if (await FindAsync(agency, row.Key[Open.Length..], cancellation) is { } stored)
                {
                    yield return stored;
                }
            }
        }
    }

    /// <summary>False when somebody else was faster.</summary>
    public async Task<bool> SaveAsync(StoredHandover? before, Handover after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(after);
        var id = LedgerId.TryParse(after.ItemId) ?? throw new ArgumentException("No id of an item.", nameof(after));
        List<LedgerChange> changes =
        [
            LedgerChange.Save(Rows + after.ItemId, JsonSerializer.Serialize(after, LedgerText.Plain.Handover), before?.Fence),
            HandoverRules.IsOpen(after) ? LedgerChange.Put(Open + after.ItemId, "{}") : LedgerChange.Delete(Open + after.ItemId),
        ];
        return await Ledger.CommitAsync(new LedgerCommit(after.Agency, id.Year, changes, []), cancellation) is LedgerOutcome.Committed;
    }
}
