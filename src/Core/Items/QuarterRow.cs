using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>
/// What an item says about a quarter: the tiny row that lets a quarter's duties be answered from one range per register year. It lies in
/// the quarter in which the item's period ends, or else in which its information was formed.
/// </summary>
/// <param name="Status">As the world sees it.</param>
/// <param name="DueOn">The deadline of the first version once it is out, else of the version on its way.</param>
/// <param name="OutAt">When it first went out to those it is for: the public, or the Party for what stays inside; null before.</param>
/// <param name="Version">The last published version, or the first one on its way.</param>
/// <param name="PublishOn">The day an approved item waits for.</param>
public sealed record QuarterRow(
    string Id,
    string Title,
    string Entry,
    string Office,
    string? Village,
    string? Period,
    ItemStatus Status,
    DateOnly FormedOn,
    DateOnly? DueOn,
    DateTimeOffset? OutAt,
    DateOnly? PublishOn,
    bool NilReturn,
    Audience Audience,
    int Version)
{
    public static QuarterRow Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var first = item.Releases.Count == 0 ? null : item.Releases[0];
        return new QuarterRow(
            item.Id,
            item.Content.Title,
            item.Entry,
            item.Office,
            item.Content.Village,
            item.Content.Period,
            item.OutwardStatus,
            item.Content.FormedOn,
            first is null ? item.DueOn : first.DueOn,
            first?.PublishedAt ?? (item.Audience == Audience.PartyOnly ? item.PartyReleasedAt : null),
            item.PublishOn,
            item.NilReturn,
            item.Audience,
            item.Released?.Version ?? item.Version);
    }

    /// <summary>Whether it is out and still up.</summary>
    public bool IsUp => OutAt is not null && Status is not (ItemStatus.Withdrawn or ItemStatus.Expired);

    /// <summary>The quarter whose range an item's row lies in.</summary>
    public static Calendar.Period QuarterOf(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Calendar.Period.TryParse(item.Content.Period, out var period) ? period.Quarter : Calendar.Period.QuarterOf(item.Content.FormedOn);
    }
}
