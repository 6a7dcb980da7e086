using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// The pages of an item's earlier versions and of what changed between neighbours (S15). They do not change once they are written: a
/// publication adds two, and only the taking down touches the others.
/// </summary>
public sealed class VersionPages(IDocumentStore documents, PortalPages pages, ReferenceData reference, IFeedbackQuotes feedback)
{
    /// <summary>What the newest version adds: the page of the one before, and the comparison of the two. Answers their paths.</summary>
    public async Task<IReadOnlyList<string>> WriteNewestAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (AttachmentRules.Replaced(item).Count > 0)
        {
            // Earlier pages lead to a file that a masked copy has replaced.
            await WriteAllAsync(item, cancellation);
        }

        return item.Releases.Count > 1 ? await WritePairAsync(item, item.Releases.Count - 1, cancellation) : [];
    }

    /// <summary>Every earlier version and comparison anew: after an import, or once a quoted feedback reads differently.</summary>
    public async Task WriteAllAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        for (var index = 1; index < item.Releases.Count; index++)
        {
            await WritePairAsync(item, index, cancellation);
        }
    }

    /// <summary>
    /// Takes all of them down. A version that was approved but is not recorded as published counts too: whoever was writing it may have
    /// come as far as its pages.
    /// </summary>
    public async Task RemoveAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        List<int> versions = [.. item.Releases.Select(r => r.Version)];
        if (versions.Count > 0 && item.Version > versions[^1])
        {
            versions.Add(item.Version);
        }

        await RemovePartsAsync(item, part => PortalPaths.ItemPart(item.Id, part), 1, cancellation);
        foreach (var (before, after) in versions.Zip(versions.Skip(1)))
        {
            await RemovePartsAsync(item, part => PortalPaths.VersionPart(item.Id, before, part), 1, cancellation);
            await documents.DeleteAsync(Containers.Site, PortalPaths.Version(item.Id, before), cancellation);
            await documents.DeleteAsync(Containers.Site, PortalPaths.Comparison(item.Id, before, after), cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> WritePairAsync(Item item, int index, CancellationToken cancellation)
    {
        var open = AttachmentRules.PublicOnly(item);
        var answered = open.Releases[index].Content.BecauseOf;
        var quotes = answered.Count > 0 ? await feedback.QuotesAsync(item.Agency, answered, cancellation) : [];
        var earlier = PortalPaths.Version(item.Id, open.Releases[index - 1].Version);
        var comparison = PortalPaths.Comparison(item.Id, open.Releases[index - 1].Version, open.Releases[index].Version);
        var model = ItemPageModel.Earlier(open, index - 1, reference.Catalogue);
        await WritePartsAsync(item, model, cancellation);
        await PutAsync(earlier, await pages.EarlierVersionAsync(model, cancellation), cancellation);
        await PutAsync(comparison, await pages.ComparisonAsync(ComparisonPageModel.Of(open, index, reference.Catalogue, quotes, pages.Texts), cancellation), cancellation);
        return [earlier, comparison];
    }

    /// <summary>The further parts of a long body, and none that a longer version left.</summary>
    public async Task WritePartsAsync(Item item, ItemPageModel model, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        for (var part = 2; part <= model.Parts.Count; part++)
        {
            await PutAsync(model.PathOf(part), await pages.ItemPartAsync(model, part, cancellation), cancellation);
        }

        await RemovePartsAsync(item, model.PathOf, model.Parts.Count, cancellation);
    }

    /// <summary>As many as any version can have had; one more, because a mask may be longer than the name below it.</summary>
    /// <param name="kept">Parts that stay.</param>
    private async Task RemovePartsAsync(Item item, Func<int, string> pathOf, int kept, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        var most = item.Releases.Select(r => r.Content).Append(item.Content).Max(c => LongText.Parts(c.Body).Count);
        for (var part = kept + 1; most > 1 && part <= most + 1; part++)
        {
            await documents.DeleteAsync(Containers.Site, pathOf(part), cancellation);
        }
    }

    private Task PutAsync(string path, byte[] page, CancellationToken cancellation) =>
        documents.PutAsync(Containers.Site, path, page, PortalPages.MediaType, cancellation);
}
