namespace Lianxin.Core.Items;

/// <summary>
/// 澄清 (S38): an item that clears up false or incomplete information of another one. The clarifying item names the other; the link
/// back is kept at the other by the queue function, because one command changes one item.
/// </summary>
public static class Clarification
{
    /// <summary>Messages of an item that comes out, changes or goes: whoever it is linked with must show it as it is now.</summary>
    internal static IReadOnlyList<OutboxMessage> Messages(Item item) =>
        item.ClarifiedBy.Count > 0 || TargetsOf(item).Count > 0
            ? [new OutboxMessage("publication", "settle-clarifications", item.Id, item.Version)]
            : [];

    /// <summary>Every item that a published version of this one clarified, also those that a later version no longer names.</summary>
    public static IReadOnlyList<string> TargetsOf(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return [.. item.Releases.Select(r => r.Content.Clarifies).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The item that the public is told this one clarifies; null for none, and once this one is not public.</summary>
    public static string? ShownTargetOf(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Visibility.IsPublic(item) ? item.Released!.Content.Clarifies : null;
    }

    /// <summary>Sets or takes away the link back to a clarifying item; null when it is as it should be.</summary>
    public static ItemChange? Mark(Item target, string clarifier, bool stands, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(clarifier);
        ArgumentNullException.ThrowIfNull(context);
        if (target.Releases.Count == 0 || target.ClarifiedBy.Contains(clarifier, StringComparer.Ordinal) == stands)
        {
            return null;
        }

        var others = target.ClarifiedBy.Where(id => !string.Equals(id, clarifier, StringComparison.Ordinal));
        return ItemChanges.Record(
            target with { ClarifiedBy = stands ? [.. others, clarifier] : [.. others] },
            stands ? "clarified" : "clarification-ended",
            target.Status,
            stands ? "本信息已被澄清" : "澄清已撤下或改变",
            context,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = clarifier });
    }
}
