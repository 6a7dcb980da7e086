using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Handover;
using Lianxin.Documents.OpenData;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.UseCases.Handovers;

/// <summary>A sheet, and the open data behind it; null for a withdrawal.</summary>
public sealed record ReadyHandover(HandoverSheet Sheet, OpenItem? Item, string Name);

/// <summary>
/// 移交包, made when somebody fetches it from what the register says then: a publication costs nothing for it, and no old package can lie
/// about. What the public may not see has none: Party-only items never, party-first ones before their day, village lists masked.
/// </summary>
public sealed class HandoverPackages(
    IRegister register, IDocumentStore documents, HandoverBook book, PortalLinks links, PortalSettings settings, ReferenceData reference)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Null where there is nothing to hand over, or not for this person.</summary>
    public async Task<ReadyHandover?> FindAsync(Actor actor, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await register.FindAsync(id, cancellation) is not { Item: var item } || Visibility.Of(item, actor) != View.Full)
        {
            return null;
        }

        switch (Visibility.Of(item, Actor.Anyone(item.Agency)))
        {
            case View.Released when reference.Catalogue.Entry(item.Entry) is not null:
                var open = OpenItem.From(AttachmentRules.PublicOnly(item), reference.Catalogue, links, settings.AgencyName);
                return new ReadyHandover(HandoverSheet.Of(open), open, NameOf(item.Id, open.Version));
            case View.Gone when await book.FindAsync(item.Agency, id, cancellation) is { Handover: var done }:
                var taken = (await register.HistoryAsync(id, cancellation)).LastOrDefault(e => e.To is ItemStatus.Withdrawn or ItemStatus.Expired);
                var why = item.Status == ItemStatus.Expired ? "公示期满，按规定撤下" : item.WithdrawalReason ?? "";
                var notice = new WithdrawnPageModel(item.Id, item.IndexNumber, ChinaTime.DateOf(taken?.At ?? done.TickedAt), why);
                return new ReadyHandover(HandoverSheet.Withdrawal(notice, done.Address), null, item.Id + "-withdrawal");
            default:
                return null;
        }
    }

    /// <summary>A link to the package, good for a quarter of an hour; null as above.</summary>
    public async Task<Uri?> LinkAsync(Actor actor, string id, CancellationToken cancellation)
    {
        if (await FindAsync(actor, id, cancellation) is not { } ready)
        {
            return null;
        }

        var bytes = await HandoverPackage.WriteAsync(
            ready.Sheet, ready.Item, async file => (await documents.FindAsync(Containers.Attachments, file.Sha256, cancellation))?.Bytes, cancellation);
        await documents.PutAsync(Containers.Handover, FileOf(ready.Name), bytes, HandoverPackage.MediaType, cancellation);
        return await documents.LinkAsync(Containers.Handover, FileOf(ready.Name), Lifetime, FileOf(ready.Name), cancellation);
    }

    /// <summary>The package of a version, where somebody fetched one; it goes with what it holds.</summary>
    public static string FileOf(string id, int version) => FileOf(NameOf(id, version));

    private static string FileOf(string name) => name + ".zip";

    private static string NameOf(string id, int version) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}-v{version}");
}
