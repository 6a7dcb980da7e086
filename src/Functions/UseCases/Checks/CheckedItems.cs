using System.Globalization;
using System.Security.Cryptography;
using Lianxin.Core.Access;
using Lianxin.Core.Audit;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases.Privacy;

namespace Lianxin.Functions.UseCases.Checks;

/// <summary>One item of the register: its chain, its index rows, its files, its pages.</summary>
public sealed class CheckedItems(IRegister register, IDocumentStore documents, SiteWriters writers, Publishing publishing, BusinessClock business)
{
    private const string Desk = "工作列表";
    private const string Published = "公开列表";

    /// <param name="row">As the work list has it.</param>
    internal async Task CheckAsync(ItemRow row, Action<CheckFinding> note, CancellationToken cancellation)
    {
        StoredItem? stored;
        try
        {
            stored = await register.FindAsync(row.Id, cancellation);
        }
        catch (InvalidOperationException unreadable)
        {
            note(new CheckFinding(CheckKind.TextGone, row.Id, unreadable.Message));
            return;
        }

        if (stored is null)
        {
            note(new CheckFinding(CheckKind.IndexDiffers, row.Id, $"{Desk}有，信息没有"));
            return;
        }

        await ChainAsync(stored.Item, note, cancellation);
        await IndexAsync(row, stored, note, cancellation);
        await FilesAsync(stored.Item, note, cancellation);
        await PagesAsync(stored, note, cancellation);
    }

    private async Task ChainAsync(Item item, Action<CheckFinding> note, CancellationToken cancellation)
    {
        var events = await register.HistoryAsync(item.Id, cancellation);
        if (events.Count > item.EventCount)
        {
            // A step that was taken while this looked: only the ones the item knows of count.
            events = [.. events.Take(item.EventCount)];
        }

        if (EventChain.FirstFault(events) is { } fault)
        {
            note(new CheckFinding(CheckKind.ChainBroken, item.Id, $"第{Number(fault.Number)}步：应为{fault.Expected}，实为{fault.Found}"));
        }
        else if (events.Count < item.EventCount || !string.Equals(events.Count == 0 ? "" : events[^1].Hash, item.LastEventHash, StringComparison.Ordinal))
        {
            note(new CheckFinding(CheckKind.ChainBroken, item.Id, $"应有{Number(item.EventCount)}步，只有{Number(events.Count)}步，或者最后一步不符"));
        }
    }

    private async Task IndexAsync(ItemRow row, StoredItem stored, Action<CheckFinding> note, CancellationToken cancellation)
    {
        var item = stored.Item;
        var differs = row.Status != item.OutwardStatus || !string.Equals(row.Title, item.Content.Title, StringComparison.Ordinal);
        var published = true;
        if (PublicationRows.Of(item) is { } expected)
        {
            published = await register.PublicationsAsync(item.Agency, expected.PublishedOn, expected.PublishedOn, cancellation)
                .AnyAsync(r => r == expected, cancellation);
        }

        // What was changed between the two readings is no difference.
        if ((differs || !published) && (await register.FindAsync(item.Id, cancellation))?.Fence == stored.Fence)
        {
            note(new CheckFinding(CheckKind.IndexDiffers, item.Id, differs ? Desk : Published));
        }
    }

    private async Task FilesAsync(Item item, Action<CheckFinding> note, CancellationToken cancellation)
    {
        var files = item.Releases.Select(r => r.Content).Append(item.Content).SelectMany(c => c.Attachments).ToList();
        foreach (var file in files.DistinctBy(f => f.Sha256))
        {
            if (await documents.FenceAsync(Containers.Attachments, file.Sha256, cancellation) is not null)
            {
                continue;
            }

            // The public copy has the same bytes, or it is no copy.
            if (await documents.FindAsync(Containers.Site, PortalPaths.Attachment(item.Id, file.Sha256, file.Name), cancellation) is { } copy
                && string.Equals(Convert.ToHexStringLower(SHA256.HashData(copy.Bytes)), file.Sha256, StringComparison.Ordinal))
            {
                await documents.PutAsync(Containers.Attachments, file.Sha256, copy.Bytes, file.MediaType, cancellation);
                note(new CheckFinding(CheckKind.FileRestored, item.Id, file.Name));
            }
            else
            {
                note(new CheckFinding(CheckKind.FileGone, item.Id, file.Name));
            }
        }

        foreach (var file in files.Where(f => f.SealedOriginal is not null).DistinctBy(f => f.SealedOriginal))
        {
            if (await documents.FenceAsync(Containers.Sealed, PublicCopies.OriginalOf(file.SealedOriginal!), cancellation) is null)
            {
                note(new CheckFinding(CheckKind.OriginalGone, item.Id, file.Name));
            }
        }
    }

    private async Task PagesAsync(StoredItem stored, Action<CheckFinding> note, CancellationToken cancellation)
    {
        var item = stored.Item;
        if (IsGoingOut(item))
        {
            // On its way out at this moment: whoever publishes it writes its pages, and the sweep sends it if nobody does.
            return;
        }

        var there = await NamesOfAsync(item.Id, cancellation);
        if (there.Count == 0 && Visibility.Of(item, Actor.Anyone(item.Agency)) == View.None)
        {
            return;
        }

        var mended = new MendedSite(documents, note);
        using var over = writers.Over(mended);
        await publishing.AloneAsync(() => over.Publishing.RenderAsync(item.Id, cancellation), cancellation);
        if (item.Content.Clarifies is not null || item.ClarifiedBy.Count > 0)
        {
            await publishing.SettleClarificationsAsync(item.Id, cancellation);
        }

        var files = Visibility.IsPublic(item)
            ? AttachmentRules.PublicOnly(item).Releases.SelectMany(r => r.Content.Attachments).Select(a => PortalPaths.Attachment(item.Id, a.Sha256, a.Name)).ToHashSet(StringComparer.Ordinal)
            : [];
        var left = (await NamesOfAsync(item.Id, cancellation)).Where(n => !mended.Written.Contains(n) && !files.Contains(n)).ToList();
        if (left.Count == 0 || await register.FindAsync(item.Id, cancellation) is not { } now || now.Fence != stored.Fence || IsGoingOut(now.Item))
        {
            return;
        }

        foreach (var name in left)
        {
            await mended.DeleteAsync(Containers.Site, name, cancellation);
        }

        // Whoever publishes writes pages before the row: what came out while this looked is written once more.
        if (await register.FindAsync(item.Id, cancellation) is { } after && (after.Fence != stored.Fence || IsGoingOut(after.Item)))
        {
            await publishing.RenderAsync(item.Id, cancellation);
        }
    }

    /// <summary>Its day has come, to the public or after the stage inside the Party.</summary>
    private bool IsGoingOut(Item item) => item.Status is ItemStatus.Approved or ItemStatus.PublishedToParty && item.PublishOn <= business.Today;

    private async Task<IReadOnlyList<string>> NamesOfAsync(string id, CancellationToken cancellation) =>
    [
        .. await documents.NamesAsync(Containers.Site, PortalPaths.Item(id), cancellation),
        .. await documents.NamesAsync(Containers.Site, $"items/{id}/", cancellation),
        .. await documents.NamesAsync(Containers.Site, $"files/{id}/", cancellation),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
