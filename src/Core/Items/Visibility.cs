using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>How much of an item somebody may see.</summary>
public enum View
{
    /// <summary>There is no such item for this person.</summary>
    None,

    /// <summary>It was public and was taken down.</summary>
    Gone,

    /// <summary>The last published version.</summary>
    Released,

    /// <summary>Everything: the working state too.</summary>
    Full,
}

/// <summary>The one gate for every exit (law 5 of the house): page, list, search, feed, sheet, export, attachment. Closed by default.</summary>
public static class Visibility
{
    public static View Of(Item item, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(actor);
        if (!string.Equals(item.Agency, actor.Agency, StringComparison.Ordinal))
        {
            return View.None;
        }

        if (SeesWorkingState(item.Audience, item.Office, item.Status, actor))
        {
            return View.Full;
        }

        if (ReadsInParty(item.Status, actor))
        {
            return View.Full;
        }

        // What went out stays out while a narrower version is on its way, and vanishes once that is decided and carried out.
        return item.Releases.Count == 0 || item.IsClosedAgain ? View.None
            : item.Status is ItemStatus.Withdrawn or ItemStatus.Expired ? View.Gone
            : View.Released;
    }

    /// <summary>Whether a row of the work list is for this person; the same rule as for the item itself.</summary>
    public static bool Lists(ItemRow row, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(actor);
        return SeesWorkingState(row.Audience, row.Office, row.Status, actor) || ReadsInParty(row.Status, actor);
    }

    /// <summary>Whether the public may see the item today: what page, list, feed and search ask.</summary>
    public static bool IsPublic(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Of(item, Actor.Anyone(item.Agency)) == View.Released;
    }

    /// <summary>党员 reads what went out inside the Party; how it got there is the staff's affair.</summary>
    private static bool ReadsInParty(ItemStatus status, Actor actor) => actor.Role == Role.Member && status == ItemStatus.PublishedToParty;

    private static bool SeesWorkingState(Audience audience, string office, ItemStatus status, Actor actor)
    {
        var closed = audience == Audience.PartyOnly || (audience == Audience.PartyFirst && status != ItemStatus.Published);
        return actor.Role switch
        {
            Role.Machine => true,
            Role.Clerk => string.Equals(office, actor.Office, StringComparison.Ordinal),
            Role.Reviewer or Role.Leader or Role.Chair or Role.Supervisor => true,
            // Running the system is not a reason to read what is kept inside the Party.
            Role.Admin => !closed,
            _ => false,
        };
    }
}
