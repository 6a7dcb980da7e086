using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Pages.Texts;

namespace Lianxin.Documents.OpenData;

/// <summary>An element 公开要素 of an item: the label of the catalogue and the value.</summary>
public sealed record OpenElement(string Label, string Value);

/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of the bytes, hexadecimal.</param>
/// <param name="Url">Whole address on the site.</param>
public sealed record OpenFile(string Name, string MediaType, long Size, string Sha256, string Url);

/// <summary>
/// A public item in the open data: all its metadata (portal.md §2) and its text, as the public copy has them. Days are China Standard Time;
/// <see cref="OpenColumn"/> says what each column means.
/// </summary>
public sealed record OpenItem(
    string Id,
    string Url,
    string IndexNumber,
    string? DocumentNumber,
    string Title,
    string Category,
    string CategoryTitle,
    string Entry,
    string EntryTitle,
    string StatisticClass,
    string Issuer,
    string Office,
    string OfficeTitle,
    string? Village,
    string? VillageTitle,
    DateOnly FormedOn,
    string? Period,
    DateOnly PublishedOn,
    DateTimeOffset PublishedAt,
    DateTimeOffset UpdatedAt,
    int Version,
    string? ChangeNote,
    string Mode,
    string Basis,
    string Validity,
    bool NilReturn,
    string Summary,
    string Body,
    IReadOnlyList<OpenElement> Elements,
    IReadOnlyList<OpenFile> Attachments)
{
    private const int SummaryCharacters = 100;

    /// <summary>Elements that hold the document number 文号, by their keys in the catalogue.</summary>
    private static readonly string[] NumberKeys = ["doc_no", "decision_no"];

    /// <summary>The last released version. Whether it may be shown at all is the visibility predicate's answer, asked before.</summary>
    /// <param name="item">The public copy: masked, with the files that may leave.</param>
    /// <exception cref="ArgumentException">Nothing of the item was released, or its entry is not in the catalogue.</exception>
    public static OpenItem From(Item item, DisclosureCatalogue catalogue, PortalLinks links, string issuer)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(links);
        var page = ItemPageModel.From(item, catalogue);
        var content = item.Released!.Content;
        var number = NumberKeys.Select(k => content.Elements.GetValueOrDefault(k)).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
        return new OpenItem(
            item.Id,
            links.Absolute(PortalPaths.Item(item.Id)),
            item.IndexNumber,
            number is null ? null : DisplayText.Clean(number.Trim()),
            DisplayText.Clean(page.Title),
            item.Category,
            page.CategoryTitle,
            item.Entry,
            page.EntryTitle,
            item.StatisticClass,
            issuer,
            item.Office,
            page.OfficeTitle,
            content.Village,
            page.VillageTitle,
            content.FormedOn,
            content.Period,
            ChinaText.Date(item.PublishedAt!.Value),
            item.PublishedAt.Value.ToUniversalTime(),
            item.Released.PublishedAt.ToUniversalTime(),
            item.Released.Version,
            content.ChangeNote is { } note ? DisplayText.Clean(note) : null,
            "主动公开",
            page.Basis,
            PortalTexts.InChinese.Item.Of(page.Validity),
            item.NilReturn,
            DisplayText.Summary(content.Body, SummaryCharacters),
            DisplayText.Clean(content.Body),
            [.. page.Elements.Select(e => new OpenElement(e.Label, DisplayText.Clean(e.Value)))],
            [.. content.Attachments.Select(a => new OpenFile(DisplayText.Clean(a.Name), a.MediaType, a.Size, a.Sha256, links.Absolute(PortalPaths.Attachment(item.Id, a.Sha256, a.Name))))]);
    }

    /// <summary>Whether this is still what the register's row speaks of, so that the item need not be read again.</summary>
    public bool Shows(PublicationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return string.Equals(Id, row.Id, StringComparison.Ordinal)
            && Version == row.Version
            && PublishedAt == row.PublishedAt
            && string.Equals(Title, DisplayText.Clean(row.Title), StringComparison.Ordinal);
    }
}
