using System.Globalization;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.UseCases.Checks;

/// <summary>What a year's register has on the site beside the pages of its items: strangers among those, and every list.</summary>
public sealed class CheckedYears(IRegister register, IDocumentStore documents, SiteWriters writers, Publishing publishing, InService service)
{
    /// <summary>Where pages of items that the register does not know are kept: they may be the last that is left of them.</summary>
    public const string KeptUnder = "found-on-site/";

    /// <summary>Pages and files on the site under ids of this year that are nobody's.</summary>
    internal async Task StrangersAsync(string agency, int year, Action<CheckFinding> note, CancellationToken cancellation)
    {
        var front = string.Create(CultureInfo.InvariantCulture, $"{agency}-{year:D4}-");
        string[] names =
        [
            .. await documents.NamesAsync(Containers.Site, "items/" + front, cancellation),
            .. await documents.NamesAsync(Containers.Site, "files/" + front, cancellation),
        ];
        foreach (var ofItem in names.GroupBy(n => n.Split('/')[1].Replace(".html", "", StringComparison.Ordinal), StringComparer.Ordinal))
        {
            if (await IsKnownAsync(ofItem.Key, cancellation))
            {
                continue;
            }

            foreach (var name in ofItem)
            {
                if (await documents.FindAsync(Containers.Site, name, cancellation) is { } found)
                {
                    await documents.PutAsync(Containers.Sealed, KeptUnder + name, found.Bytes, found.MediaType, cancellation);
                    await documents.DeleteAsync(Containers.Site, name, cancellation);
                }
            }

            note(new CheckFinding(CheckKind.ItemGone, ofItem.Key, $"网页已撤下，留存于 sealed/{KeptUnder}"));
        }
    }

    /// <summary>Lists, open data and search of what went out in a year, and in the newest year what is one for all.</summary>
    internal async Task ListsAsync(string agency, int year, Action<CheckFinding> note, CancellationToken cancellation)
    {
        var mended = new MendedSite(documents, note);
        using var over = writers.Over(mended);
        await publishing.AloneAsync(() => over.Lists.WriteAgainAsync(agency, year, cancellation), cancellation);
        await over.Data.WriteAsync(agency, year, cancellation);
        // Otherwise written only when a year comes or goes.
        await over.Data.WriteFrameAsync(agency, cancellation);
        foreach (var quarter in (await service.QuartersAsync(agency, cancellation)).Where(q => q.Year == year))
        {
            await over.Coverage.WriteAsync(agency, quarter, cancellation);
        }
    }

    private async Task<bool> IsKnownAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return await register.FindAsync(id, cancellation) is not null;
        }
        catch (InvalidOperationException)
        {
            // There, and unreadable: named with the items.
            return true;
        }
    }
}
