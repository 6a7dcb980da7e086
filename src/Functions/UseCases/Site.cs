using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases;

/// <summary>The frame of the static site in <c>$web</c> and the pages of single items, with their files. Lists are <see cref="SiteLists"/>.</summary>
public sealed class Site(IRegister register, IDocumentStore documents, PortalPages pages, ReferenceData reference, BusinessClock business)
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

    /// <summary>The page of an item as the public may see it: its last version, or the stub once it was taken down, or nothing.</summary>
    public async Task WriteItemAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        byte[] page;
        switch (Visibility.Of(item, Core.Access.Actor.Anyone(item.Agency)))
        {
            case View.Released:
                page = await pages.ItemAsync(WithOpenFiles(ItemPageModel.From(item, reference.Catalogue), item), cancellation);
                await CopyFilesAsync(item, cancellation);
                await RemoveFilesAsync(item, PublicCopy.Of(item, item.Released!).Attachments, cancellation);
                break;
            case View.Gone:
                page = await pages.WithdrawnAsync(
                    new WithdrawnPageModel(item.Id, item.IndexNumber, await WithdrawnOnAsync(item, cancellation), item.Status == ItemStatus.Expired ? "公示期满，按规定撤下" : item.WithdrawalReason ?? ""), cancellation);
                await RemoveFilesAsync(item, [], cancellation);
                break;
            default:
                await documents.DeleteAsync(Containers.Site, PortalPaths.Item(item.Id), cancellation);
                await RemoveFilesAsync(item, [], cancellation);
                return;
        }

        await documents.PutAsync(Containers.Site, PortalPaths.Item(item.Id), page, PortalPages.MediaType, cancellation);
    }

    /// <summary>Only files that were read for personal data leave the house (README, Limits).</summary>
    private static ItemPageModel WithOpenFiles(ItemPageModel model, Item item)
    {
        var open = PublicCopy.Of(item, item.Released!).Attachments.Where(AttachmentRules.MayLeave).Select(a => a.Sha256).ToHashSet(StringComparer.Ordinal);
        return model with { Attachments = [.. model.Attachments.Where(a => open.Any(h => a.Path.Contains(h, StringComparison.Ordinal)))] };
    }

    /// <summary>The day of the taking down as the record has it: a stub that is written again another day still says the same.</summary>
    private async Task<DateOnly> WithdrawnOnAsync(Item item, CancellationToken cancellation) =>
        (await register.HistoryAsync(item.Id, cancellation)).LastOrDefault(e => e.To is ItemStatus.Withdrawn or ItemStatus.Expired) is { } taken
            ? Core.Calendar.ChinaTime.DateOf(taken.At)
            : business.Today;

    private async Task CopyFilesAsync(Item item, CancellationToken cancellation)
    {
        foreach (var file in PublicCopy.Of(item, item.Released!).Attachments.Where(AttachmentRules.MayLeave))
        {
            var stored = await documents.FindAsync(Containers.Attachments, file.Sha256, cancellation);
            if (stored is not null)
            {
                await documents.PutAsync(Containers.Site, PortalPaths.Attachment(file.Sha256, file.Name), stored.Bytes, file.MediaType, cancellation);
            }
        }
    }

    /// <summary>Takes down the files of every version that went out, but for those that still belong to the page.</summary>
    private async Task RemoveFilesAsync(Item item, IReadOnlyList<Attachment> kept, CancellationToken cancellation)
    {
        var stay = kept.Select(PathOf).ToHashSet(StringComparer.Ordinal);
        foreach (var path in item.Releases.SelectMany(r => r.Content.Attachments).Select(PathOf).Distinct(StringComparer.Ordinal).Where(p => !stay.Contains(p)))
        {
            await documents.DeleteAsync(Containers.Site, path, cancellation);
        }
    }

    private static string PathOf(Attachment file) => PortalPaths.Attachment(file.Sha256, file.Name);
}
