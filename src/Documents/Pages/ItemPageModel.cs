using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Documents.Pages;

/// <summary>One line of the elements table: label from the catalogue, value as submitted.</summary>
public sealed record ElementLine(string Label, string Value);

/// <param name="Path">Relative to the site's root (see <see cref="PortalPaths.Attachment"/>).</param>
/// <param name="Size">Bytes.</param>
public sealed record AttachmentLink(string Name, long Size, string Path);

/// <summary>A version that went out, with what changed.</summary>
/// <param name="IsCorrection">更正: it put an error right.</param>
public sealed record VersionLine(int Version, DateTimeOffset PublishedAt, string? ChangeNote, bool IsCorrection = false)
{
    public static VersionLine Of(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return new VersionLine(release.Version, release.PublishedAt, release.Content.ChangeNote, release.Content.IsCorrection);
    }
}

/// <summary>Another item that this one clarifies 澄清, or is clarified by (S38). Only what is public stands in a link.</summary>
public sealed record ItemLink(string Id, string Title);

/// <summary>One page of an item's long body.</summary>
/// <param name="Part">From 1.</param>
public sealed record ItemPart(ItemPageModel Item, int Part);

/// <summary>有效性 of the version on a page.</summary>
public enum Validity
{
    InForce,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>A newer version took its place.</summary>
    Superseded,
}

/// <summary>Everything a reader sees of an item (portal.md §2; 条例 Art. 12).</summary>
/// <param name="StatisticClass">统计类别, for example 工作动态类.</param>
/// <param name="Basis">公开依据.</param>
/// <param name="Versions">Oldest first; the last one is shown.</param>
public sealed record ItemPageModel(
    string Id,
    string IndexNumber,
    string Title,
    string CategoryTitle,
    string EntryTitle,
    string StatisticClass,
    string OfficeTitle,
    DateOnly FormedOn,
    string? Period,
    string? VillageTitle,
    string Basis,
    Validity Validity,
    string Body,
    IReadOnlyList<ElementLine> Elements,
    IReadOnlyList<AttachmentLink> Attachments,
    IReadOnlyList<VersionLine> Versions)
{
    private const int SummaryCharacters = 100;

    /// <summary>The body as it is spread over pages; the first part stands on the item's own page.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Parts => LongText.Parts(Body);

    /// <summary>The page of a part, from 1.</summary>
    public string PathOf(int part) => (part, SupersededBy) switch
    {
        (1, null) => PortalPaths.Item(Id),
        (1, _) => PortalPaths.Version(Id, Newest.Version),
        (_, null) => PortalPaths.ItemPart(Id, part),
        _ => PortalPaths.VersionPart(Id, Newest.Version, part),
    };

    /// <summary>The item that this one clarifies 澄清; null for none.</summary>
    public ItemLink? Clarifies { get; init; }

    /// <summary>The items that clarify this one.</summary>
    public IReadOnlyList<ItemLink> ClarifiedBy { get; init; } = [];

    /// <summary>文号; null where the item has none of its own.</summary>
    public string? DocumentNumber { get; init; }

    public string CategoryCode { get; init; } = "";

    public string EntryCode { get; init; } = "";

    /// <summary>Code of the village that it is about; null for none.</summary>
    public string? VillageCode { get; init; }

    /// <summary>内容概述 (条例 Art. 12); null where nobody wrote one.</summary>
    public string? Summary { get; init; }

    /// <summary>The version that came after the one on this page; null on the page of the newest.</summary>
    public int? SupersededBy { get; init; }

    public VersionLine Newest => Versions[^1];

    public YearMonth Month => YearMonth.Of(ChinaText.Date(Versions[0].PublishedAt));

    /// <summary>
    /// The last released version of an item. Whether it may be shown at all is the visibility predicate's answer, asked before.
    /// </summary>
    /// <exception cref="ArgumentException">Nothing of the item was released, or its entry is not in the catalogue.</exception>
    public static ItemPageModel From(Item item, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Of(item, item.Releases, catalogue);
    }

    /// <summary>An earlier version as it was published, for its own page.</summary>
    /// <param name="index">Place of the version in the item's releases; not the last.</param>
    public static ItemPageModel Earlier(Item item, int index, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Of(item, [.. item.Releases.Take(index + 1)], catalogue) with { SupersededBy = item.Releases[index + 1].Version, Validity = Validity.Superseded };
    }

    private static ItemPageModel Of(Item item, IReadOnlyList<Release> releases, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var content = releases.Count > 0 ? releases[^1].Content : throw new ArgumentException("Nothing of this item was released.", nameof(item));
        var entry = catalogue.Entry(item.Entry) ?? throw new ArgumentException($"Entry {item.Entry} is not in the catalogue.", nameof(catalogue));
        return new ItemPageModel(
            item.Id,
            item.IndexNumber,
            content.Title,
            catalogue.CategoryOf(entry).Title,
            entry.Title,
            item.StatisticClass,
            catalogue.Office(item.Office)?.Title ?? item.Office,
            content.FormedOn,
            content.Period,
            content.Village is { } village ? catalogue.Office(village)?.Title ?? village : null,
            entry.Basis,
            item.Status == ItemStatus.Expired ? Validity.Expired : Validity.InForce,
            content.Body,
            ElementsOf(content, entry),
            [.. content.Attachments.Select(a => new AttachmentLink(a.Name, a.Size, PortalPaths.Attachment(item.Id, a.Sha256, a.Name)))],
            [.. releases.Select(VersionLine.Of)])
        {
            DocumentNumber = ElementOf(content, "doc_no") ?? ElementOf(content, "decision_no"),
            Summary = ElementOf(content, "summary") is { } summary ? DisplayText.Summary(summary, SummaryCharacters) : null,
            CategoryCode = item.Category,
            EntryCode = item.Entry,
            VillageCode = content.Village is { } code && catalogue.Office(code) is not null ? code : null,
        };
    }

    /// <summary>The element under one of the catalogue's keys.</summary>
    private static string? ElementOf(ItemContent content, string key) =>
        content.Elements.GetValueOrDefault(key) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>In the catalogue's order; a value whose element has left the catalogue keeps its key as label rather than vanish.</summary>
    internal static List<ElementLine> ElementsOf(ItemContent content, CatalogueEntry entry)
    {
        var lines = entry.RequiredElements
            .Where(e => content.Elements.ContainsKey(e.Key))
            .Select(e => new ElementLine(e.Label, content.Elements[e.Key]))
            .ToList();
        var known = entry.RequiredElements.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        lines.AddRange(content.Elements.Where(p => !known.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new ElementLine(p.Key, p.Value)));
        return lines;
    }
}
