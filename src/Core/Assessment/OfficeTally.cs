using Lianxin.Core.Catalogue;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;

namespace Lianxin.Core.Assessment;

/// <summary>A published item as it is assessed.</summary>
/// <param name="Missing">Labels of required elements that it lacks; null where there is nothing to have, or nothing is known.</param>
/// <param name="Version">The last published version; over 1 it was published again.</param>
/// <param name="Complaints">How many 投诉 there are about it.</param>
public sealed record AssessedItem(string Id, string Title, IReadOnlyList<string>? Missing, int Version, int Complaints)
{
    /// <param name="complaints">Complaints by item id.</param>
    public static AssessedItem Of(PublicationRow row, DisclosureCatalogue catalogue, IReadOnlyDictionary<string, int> complaints)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(complaints);
        ArgumentNullException.ThrowIfNull(catalogue);
        IReadOnlyList<string>? missing = null;
        if (row.Elements is { } elements && catalogue.Entry(row.Entry) is { } entry)
        {
            var there = elements.Split(PublicationRow.ElementSeparator);
            missing = [.. entry.RequiredElements.Where(e => !there.Contains(e.Key, StringComparer.Ordinal)).Select(e => e.Label)];
        }

        return new AssessedItem(row.Id, row.Title, missing, row.Version, complaints.GetValueOrDefault(row.Id));
    }
}

/// <summary>What an office or village is assessed by.</summary>
/// <param name="Due">Its duties whose due day is over and that nobody waived.</param>
/// <param name="Published">What it published in the time that is assessed.</param>
public sealed record OfficeTally(Office Office, IReadOnlyList<DutyStanding> Due, IReadOnlyList<AssessedItem> Published)
{
    /// <summary>Lays what was found beside the offices, in the catalogue's order; offices without anything are there too.</summary>
    /// <param name="today">The business day: a duty counts from the day after its due day, whether it was met early, late or never.</param>
    public static IReadOnlyList<OfficeTally> Of(
        DisclosureCatalogue catalogue,
        IEnumerable<DutyStanding> duties,
        IEnumerable<PublicationRow> published,
        IReadOnlyDictionary<string, int> complaints,
        DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var due = duties.Where(d => d.State is not (DutyState.Waived or DutyState.Pending) && d.Duty.DueOn < today).ToLookup(d => d.Duty.Office, StringComparer.Ordinal);
        var items = published.ToLookup(r => r.Office, StringComparer.Ordinal);
        return [.. catalogue.Offices.Select(o => new OfficeTally(o, [.. due[o.Code]], [.. items[o.Code].Select(r => AssessedItem.Of(r, catalogue, complaints))]))];
    }
}
