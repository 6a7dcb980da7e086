using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>The projection of an item into what went out when.</summary>
public static class PublicationRows
{
    /// <summary>The row of a released item, or null while nothing of it is out or once it was taken down.</summary>
    public static PublicationRow? Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.PublishedAt is not { } publishedAt || item.Status is ItemStatus.Withdrawn or ItemStatus.Expired)
        {
            return null;
        }

        return new PublicationRow(
            item.Id,
            item.IndexNumber,
            item.Released!.Content.Title,
            item.Entry,
            item.Category,
            item.StatisticClass,
            item.Office,
            Names.Of(item.Audience),
            Names.Of(item.Regime),
            ChinaTime.DateOf(publishedAt),
            publishedAt,
            item.Releases[0].Content.FormedOn,
            item.DueOn,
            item.Released.Version);
    }

    /// <summary>Whether the public may see the row: the same rule as for the item.</summary>
    public static bool IsPublic(PublicationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        // A party-first item has a row only once it went out to all.
        return Names.TryRead<Audience>(row.Audience, out var audience) && audience != Audience.PartyOnly;
    }
}
