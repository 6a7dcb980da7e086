using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Privacy;

namespace Lianxin.Core.Items;

/// <summary>What remains of a list of persons when its time is over (privacy-and-quality §5): how many, how much, from when to when.</summary>
/// <param name="Persons">Rows of the list, or the count that its elements give; null where neither is there.</param>
/// <param name="Sum">Yuan; null where the list has no amounts.</param>
/// <param name="From">First day of the notice, in China Standard Time.</param>
/// <param name="Until">Last day of the notice.</param>
public sealed record ListSummary(int? Persons, decimal? Sum, DateOnly From, DateOnly Until)
{
    /// <summary>The summary of an item whose notice period ended; null for any other.</summary>
    /// <param name="entry">The item's entry, for the kinds of its elements; null where the catalogue no longer has it.</param>
    public static ListSummary? Of(Item item, CatalogueEntry? entry)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Status != ItemStatus.Expired || item.Released is not { } release || item.ExpiresOn is not { } until)
        {
            return null;
        }

        var rows = PersonRows.In(release.Content.Body);
        var amounts = rows.Where(r => r.Amount is not null).Select(r => r.Amount!.Value).ToList();
        return new ListSummary(
            rows.Count > 0 ? rows.Count : Element(release.Content, entry, ElementType.Count) is { } count && count <= int.MaxValue ? (int)count : null,
            amounts.Count > 0 ? amounts.Sum() : Element(release.Content, entry, ElementType.Money),
            ChinaTime.DateOf(release.PublishedAt),
            until);
    }

    private static decimal? Element(ItemContent content, CatalogueEntry? entry, ElementType type) =>
        entry?.RequiredElements.Where(e => e.Type == type).Select(e => PersonRows.AmountOf(content.Elements.GetValueOrDefault(e.Key, ""))).FirstOrDefault(v => v is not null);
}
