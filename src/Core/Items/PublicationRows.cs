using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>The projection of an item into what went out when.</summary>
public static class PublicationRows
{
    /// <summary>An index row stays small; the whole reason stands in the item's history.</summary>
    private const int LongestException = 300;

    /// <summary>The row of an item of which something went out, or null. What was taken down keeps its row: it did go out, and is counted.</summary>
    public static PublicationRow? Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item is not { Released: { } released, PublishedAt: { } publishedAt })
        {
            return null;
        }

        return new PublicationRow(
            item.Id,
            item.IndexNumber,
            PublicCopy.Of(item, released).Title,
            item.Entry,
            item.Category,
            item.StatisticClass,
            item.Office,
            Names.Of(item.IsClosedAgain ? item.Audience : released.Audience),
            Names.Of(item.Regime),
            ChinaTime.DateOf(publishedAt),
            publishedAt,
            released.Content.FormedOn,
            item.Releases[0].DueOn,
            released.Version,
            item.Status,
            item.NilReturn ? null : string.Join(PublicationRow.ElementSeparator, released.Content.Elements.Where(e => !string.IsNullOrWhiteSpace(e.Value)).Select(e => e.Key).Order(StringComparer.Ordinal)),
            released.Content.Village,
            item.PrivacyOverride is { } exception ? Clipped($"{exception.Article}：{exception.Reason}") : null);
    }

    private static string Clipped(string text) => text.Length <= LongestException ? text : text[..LongestException] + "…";

    /// <summary>Whether the public may see the row: the same rule as for the item.</summary>
    public static bool IsPublic(PublicationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        // A party-first item has a row only once it went out to all.
        return row.Status is not (ItemStatus.Withdrawn or ItemStatus.Expired)
            && Names.TryRead<Audience>(row.Audience, out var audience)
            && audience != Audience.PartyOnly;
    }
}
