using Lianxin.Core.Catalogue;
using Lianxin.Core.Privacy;

namespace Lianxin.Core.Items;

/// <summary>
/// The copy of a version that leaves the house (api.md, the table of audiences): village lists are public with names masked, in full only
/// on the board of the village. Every public exit takes its text from here: page, list, feed, API, comparison, public sheet.
/// </summary>
public static class PublicCopy
{
    /// <summary>Elements that hold a person's name, by their keys in the catalogue.</summary>
    private static readonly HashSet<string> PersonElements = new(
        ["householder", "name", "applicant", "payee", "subject", "beneficiaries", "party", "per_household", "handler", "allocation"], StringComparer.Ordinal);

    /// <summary>The public copy of a released version.</summary>
    public static ItemContent Of(Item item, Release release)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(release);
        return IsMasked(release.Audience, item.MaskProfile) ? Masked(release.Content, release.Audience) : release.Content;
    }

    /// <summary>The title under which the public knows the item: that of its last released version.</summary>
    /// <exception cref="ArgumentException">Nothing of the item was released.</exception>
    public static string TitleOf(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Of(item, item.Released ?? throw new ArgumentException("Nothing of this item was released.", nameof(item))).Title;
    }

    /// <summary>Whether the public gets a masked copy.</summary>
    public static bool IsMasked(Audience audience, string maskProfile) =>
        maskProfile is "name-mask-online" || (audience == Audience.Village && maskProfile is not ("none" or "aggregate-only"));

    private static ItemContent Masked(ItemContent content, Audience audience)
    {
        var names = content.Elements
            .Where(e => PersonElements.Contains(e.Key))
            .SelectMany(e => NameMask.NamesIn(e.Value))
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(n => n.Length)
            .ToList();
        string Mask(string text) => names.Aggregate(NameColumns.Mask(text), (t, name) => t.Replace(name, NameMask.Of(name), StringComparison.Ordinal));
        return content with
        {
            Title = Mask(content.Title),
            Body = Mask(content.Body),
            ChangeNote = content.ChangeNote is { } note ? Mask(note) : null,
            Elements = content.Elements.ToDictionary(
                e => e.Key, e => Mask(PersonElements.Contains(e.Key) ? NameMask.OfList(e.Value) : e.Value), StringComparer.Ordinal),
            // A list that is masked on the page must not lie beside it in full; its own masked copy may.
            Attachments = audience == Audience.Village ? [.. content.Attachments.Where(a => a is { SealedOriginal: not null, NamesMasked: true })] : content.Attachments,
        };
    }
}
