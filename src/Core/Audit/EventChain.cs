using System.Globalization;
using Lianxin.Core.Access;
using Lianxin.Core.Items;

namespace Lianxin.Core.Audit;

/// <summary>
/// Makes and proves the chain of events of an item. Each hash is SHA-256 over every field, each written with its length so that
/// no two different events give the same text, and over the hash before.
/// </summary>
public static class EventChain
{
    /// <summary>The event that follows the item's last one.</summary>
    public static ItemEvent Next(
        Item item,
        string kind,
        Actor by,
        DateTimeOffset at,
        DateTimeOffset recordedAt,
        ItemStatus? from,
        string reason,
        IReadOnlyDictionary<string, string>? details = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(by);
        var draft = new ItemEvent(
            item.Id,
            item.EventCount + 1,
            kind,
            at.ToUniversalTime(),
            recordedAt.ToUniversalTime(),
            by.Account,
            by.Name,
            Names.Of(by.Role),
            from,
            item.Status,
            reason,
            details ?? new Dictionary<string, string>(StringComparer.Ordinal),
            item.LastEventHash,
            "");
        return draft with { Hash = HashOf(draft) };
    }

    /// <summary>Number of the first event that does not follow from the ones before, or null when the chain holds.</summary>
    public static int? FirstBreak(IReadOnlyList<ItemEvent> events) => FirstFault(events)?.Number;

    /// <summary>The first event that does not follow from the ones before, with what was expected of it; null when the chain holds.</summary>
    public static ChainFault? FirstFault(IReadOnlyList<ItemEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var previous = "";
        for (var i = 0; i < events.Count; i++)
        {
            var e = events[i];
            var hash = HashOf(e);
            if (ChainFault.Of(i + 1, e.Number, previous, e.PreviousHash, hash, e.Hash) is { } fault)
            {
                return fault;
            }

            previous = e.Hash;
        }

        return null;
    }

    private static string HashOf(ItemEvent e) => ChainHash.Of(
    [
        e.ItemId,
        e.Number.ToString(CultureInfo.InvariantCulture),
        e.Kind,
        ChainHash.Of(e.At),
        ChainHash.Of(e.RecordedAt),
        e.By,
        e.ByName,
        e.ByRole,
        e.From is { } from ? Names.Of(from) : "",
        Names.Of(e.To),
        e.Reason,
        .. ChainHash.Of(e.Details),
        e.PreviousHash,
    ]);
}
