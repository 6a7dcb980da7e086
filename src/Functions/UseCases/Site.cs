using System.Security.Cryptography;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases.Handovers;

namespace Lianxin.Functions.UseCases;

/// <summary>The frame of the static site in <c>$web</c> and the pages of single items, with their files. Lists are <see cref="SiteLists"/>.</summary>
public sealed class Site(
    IRegister register, IDocumentStore documents, PortalPages pages, VersionPages versions, Clarifications clarifications, ReferenceData reference, BusinessClock business)
{
    /// <summary>Style, 404 page and robots: what every page needs.</summary>
    public async Task WriteFrameAsync(CancellationToken cancellation)
    {
        foreach (var file in PortalPages.Assets)
        {
            await documents.PutAsync(Containers.Site, file.Path, file.Bytes, file.MediaType, cancellation);
        }

        await documents.PutAsync(Containers.Site, PortalPaths.NotFound, await pages.NotFoundAsync(cancellation), PortalPages.MediaType, cancellation);
        await documents.PutAsync(Containers.Site, PortalPaths.Robots, pages.Robots(), "text/plain; charset=utf-8", cancellation);
    }

    /// <summary>Publishes the newest version: what it adds to the pages of earlier ones, its files, its own page. Answers what was written.</summary>
    public async Task<PublicationRecord> WriteNewestAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        var added = Visibility.IsPublic(item) ? await versions.WriteNewestAsync(item, cancellation) : [];
        return new PublicationRecord([PortalPaths.Item(item.Id), .. added], await WriteItemAsync(item, cancellation));
    }

    /// <summary>The page of an item and those of all its earlier versions.</summary>
    public async Task WriteEveryVersionAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (Visibility.IsPublic(item))
        {
            await versions.WriteAllAsync(item, cancellation);
        }

        await WriteItemAsync(item, cancellation);
    }

    /// <summary>
    /// The page of an item as the public may see it: its last version, or the stub once it was taken down, or nothing; in the last two
    /// cases its earlier versions and its files go too. Answers the hash of the page, empty where there is none.
    /// </summary>
    public async Task<string> WriteItemAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        byte[] page;
        switch (Visibility.Of(item, Core.Access.Actor.Anyone(item.Agency)))
        {
            case View.Released:
                var links = await clarifications.LinksAsync(item, cancellation);
                var model = ItemPageModel.From(AttachmentRules.PublicOnly(item), reference.Catalogue);
                model = model with { Clarifies = links.Clarifies, ClarifiedBy = links.ClarifiedBy };
                page = await pages.ItemAsync(model, cancellation);
                await CopyFilesAsync(item, cancellation);
                await versions.WritePartsAsync(item, model, cancellation);
                break;
            case View.Gone:
                page = await pages.WithdrawnAsync(
                    new WithdrawnPageModel(item.Id, item.IndexNumber, await WithdrawnOnAsync(item, cancellation), item.Status == ItemStatus.Expired ? pages.Texts.Stub.ReasonExpired : item.WithdrawalReason ?? "")
                    {
                        Title = item.Status == ItemStatus.Expired ? PublicCopy.TitleOf(item) : null,
                        Summary = ListSummary.Of(item, reference.Catalogue.Entry(item.Entry)),
                    },
                    cancellation);
                await RemoveRestAsync(item, cancellation);
                break;
            default:
                await documents.DeleteAsync(Containers.Site, PortalPaths.Item(item.Id), cancellation);
                await RemoveRestAsync(item, cancellation);
                return "";
        }

        await documents.PutAsync(Containers.Site, PortalPaths.Item(item.Id), page, PortalPages.MediaType, cancellation);
        return Convert.ToHexStringLower(SHA256.HashData(page));
    }

    /// <summary>The day of the taking down as the record has it: a stub that is written again another day still says the same.</summary>
    private async Task<DateOnly> WithdrawnOnAsync(Item item, CancellationToken cancellation) =>
        (await register.HistoryAsync(item.Id, cancellation)).LastOrDefault(e => e.To is ItemStatus.Withdrawn or ItemStatus.Expired) is { } taken
            ? Core.Calendar.ChinaTime.DateOf(taken.At)
            : business.Today;

    private async Task CopyFilesAsync(Item item, CancellationToken cancellation)
    {
        foreach (var file in AttachmentRules.PublicOnly(item).Released!.Content.Attachments)
        {
            var stored = await documents.FindAsync(Containers.Attachments, file.Sha256, cancellation);
            if (stored is not null)
            {
                await documents.PutAsync(Containers.Site, PathOf(item, file), stored.Bytes, file.MediaType, cancellation);
            }
        }

        // What was public before a masked copy took its place.
        var replaced = AttachmentRules.Replaced(item);
        foreach (var file in item.Releases.SelectMany(r => r.Content.Attachments).Where(a => replaced.Contains(a.Sha256)).DistinctBy(a => (a.Sha256, a.Name)))
        {
            await documents.DeleteAsync(Containers.Site, PathOf(item, file), cancellation);
        }
    }

    /// <summary>
    /// Takes down earlier versions, the files of every version that went out, and the packages that were made of them. A version that is approved but not recorded as published
    /// counts too: whoever was publishing it may have come as far as its files.
    /// </summary>
    private async Task RemoveRestAsync(Item item, CancellationToken cancellation)
    {
        await versions.RemoveAsync(item, cancellation);
        foreach (var path in item.Releases.Select(r => r.Content).Append(item.Content).SelectMany(c => c.Attachments).Select(a => PathOf(item, a)).Distinct(StringComparer.Ordinal))
        {
            await documents.DeleteAsync(Containers.Site, path, cancellation);
        }

        foreach (var release in item.Releases)
        {
            await documents.DeleteAsync(Containers.Handover, HandoverPackages.FileOf(item.Id, release.Version), cancellation);
        }
    }

    private static string PathOf(Item item, Attachment file) => PortalPaths.Attachment(item.Id, file.Sha256, file.Name);
}
