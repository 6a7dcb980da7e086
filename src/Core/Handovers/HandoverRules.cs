using Lianxin.Core.Items;

namespace Lianxin.Core.Handovers;

/// <summary>What the county should have of an item today.</summary>
/// <param name="From">First day on which it can have been handed over.</param>
public sealed record WantedHandover(string ItemId, HandoverKind Kind, int Version, DateOnly From);

/// <summary>
/// What waits to be handed over follows from the register alone, so that a publication writes nothing for it and nothing is lost: every
/// public version that no tick speaks of, and every taking down of what was once ticked.
/// </summary>
public static class HandoverRules
{
    /// <summary>How often the nightly sweep looks for one that does not show.</summary>
    public const int MostTries = 7;

    /// <summary>Null where the county neither has nor should have anything of the item.</summary>
    public static WantedHandover? WantedOf(PublicationRow row, Handover? done)
    {
        ArgumentNullException.ThrowIfNull(row);
        return PublicationRows.IsPublic(row) ? new WantedHandover(row.Id, HandoverKind.Publication, row.Version, row.PublishedOn)
            : done is not null ? new WantedHandover(row.Id, HandoverKind.Withdrawal, row.Version, row.PublishedOn)
            : null;
    }

    public static HandoverStatus StatusOf(WantedHandover wanted, Handover? done)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return !IsDone(wanted, done) ? HandoverStatus.Waiting : done!.Check?.Result switch
        {
            null => HandoverStatus.HandedOver,
            CheckResult.Shown => HandoverStatus.Shown,
            CheckResult.NotShown => HandoverStatus.NotShown,
            CheckResult.Unreachable => HandoverStatus.Unreachable,
            CheckResult.Gone => HandoverStatus.Gone,
            _ => HandoverStatus.StillShown,
        };
    }

    /// <summary>Whether the nightly sweep looks again.</summary>
    public static bool IsOpen(Handover done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return done.Check?.Result is not (CheckResult.Shown or CheckResult.Gone) && done.Tries < MostTries;
    }

    internal static bool IsDone(WantedHandover wanted, Handover? done) => done is not null && done.Kind == wanted.Kind && done.Version == wanted.Version;
}
