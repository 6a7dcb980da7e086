using System.Globalization;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// The lists by category, entry, village and quarter. The newest rows stand on a list's front page; what fills a page, or belongs to a year
/// that another followed, is a closed page of its own, numbered from the oldest. So a new item changes one page of each list it stands
/// in, now and then two (decision record 18).
/// </summary>
internal sealed class ItemLists(IDocumentStore documents, PortalPages pages, ReferenceData reference)
{
    /// <summary>The pages that one item stands on, or stood on before it changed or was taken down.</summary>
    public async Task<IReadOnlyList<FencedPage<PublishedRows>>> OfItemAsync(PublishedRows rows, Item item, CancellationToken cancellation)
    {
        if (PublicationRows.Of(item) is not { } row)
        {
            return [];
        }

        var year = row.PublishedOn.Year;
        var ofYear = await rows.EverOfYearAsync(year, cancellation);
        // A new version may have moved it to another village; the old one's list must let it go.
        var lists = item.Releases.SelectMany(r => ItemList.Of(row with { Village = r.Content.Village }, reference.Catalogue)).Distinct();
        var wanted = new List<FencedPage<PublishedRows>>();
        foreach (var list in lists)
        {
            var inList = ofYear.Where(list.Holds).ToList();
            wanted.AddRange(FrontOf(list));
            wanted.AddRange((await PartsAsync(rows, list, inList, row, cancellation)).Select(p => Closed(list, p)));
            if (list.Kind == ListKind.Quarter && !inList.Exists(r => PublicationRows.IsPublic(r) && !string.Equals(r.Id, row.Id, StringComparison.Ordinal)))
            {
                // Alone in its quarter: with it the quarter comes and goes.
                wanted.Add(Content);
            }
        }

        return wanted;
    }

    /// <summary>Every page of the lists that something of a year stands in.</summary>
    public async Task<IReadOnlyList<FencedPage<PublishedRows>>> OfYearAsync(PublishedRows rows, int year, CancellationToken cancellation)
    {
        var ofYear = await rows.EverOfYearAsync(year, cancellation);
        var wanted = new List<FencedPage<PublishedRows>> { Content };
        foreach (var list in ofYear.SelectMany(r => ItemList.Of(r, reference.Catalogue)).Distinct())
        {
            wanted.AddRange(FrontOf(list));
            wanted.AddRange(ItemList.Cut(ofYear.Where(list.Holds)).Select(p => Closed(list, p.Part)));
            if (await LastBeforeAsync(rows, list, year, cancellation) is { } before)
            {
                wanted.Add(Closed(list, before));
            }
        }

        return wanted;
    }

    /// <summary>The front page of every list, whether something stands in it or not.</summary>
    public IEnumerable<FencedPage<PublishedRows>> Fronts() => ItemList.All(reference.Catalogue).Select(Front);

    /// <summary>法定主动公开内容, and a front page for every list that has none yet.</summary>
    public async Task WriteMissingAsync(PublishedRows rows, CancellationToken cancellation)
    {
        await FencedPages.WriteAsync(documents, () => rows, [Content], cancellation);
        foreach (var page in ItemList.All(reference.Catalogue).Select(Front))
        {
            if (await documents.FenceAsync(Containers.Site, page.Path, cancellation) is null && await page.Render(rows, cancellation) is { } bytes)
            {
                // Written by somebody else meanwhile: theirs knows more.
                await documents.TryPutAsync(Containers.Site, page.Path, bytes, page.MediaType, null, cancellation);
            }
        }
    }

    /// <summary>The closed pages that a row stands on, and the one that it closes by beginning the next.</summary>
    private static async Task<IReadOnlyList<ListPart>> PartsAsync(
        PublishedRows rows, ItemList list, List<PublicationRow> inList, PublicationRow row, CancellationToken cancellation)
    {
        var year = row.PublishedOn.Year;
        var place = ItemList.PlaceOf(inList, row.Id);
        if (place < 0)
        {
            // It left this list and everything after it moved up by one place.
            return [.. Enumerable.Range(1, (inList.Count / ItemList.PageRows) + 1).Select(n => new ListPart(year, n))];
        }

        var number = (place / ItemList.PageRows) + 1;
        var parts = new List<ListPart> { new(year, number) };
        if (place % ItemList.PageRows == 0)
        {
            if (number > 1)
            {
                parts.Add(new ListPart(year, number - 1));
            }
            else if (await LastBeforeAsync(rows, list, year, cancellation) is { } before)
            {
                parts.Add(before);
            }
        }

        return parts;
    }

    /// <summary>The last page of a list before a year; null when there is none.</summary>
    private static async Task<ListPart?> LastBeforeAsync(PublishedRows rows, ItemList list, int year, CancellationToken cancellation)
    {
        if (list.IsOfPeriod)
        {
            return null;
        }

        foreach (var earlier in (await rows.YearsAsync(cancellation)).Where(y => y < year))
        {
            var count = (await rows.EverOfYearAsync(earlier, cancellation)).Count(list.Holds);
            if (count > 0)
            {
                return new ListPart(earlier, ((count - 1) / ItemList.PageRows) + 1);
            }
        }

        return null;
    }

    /// <summary>A month's front page is written with the year's, before the item is recorded as out.</summary>
    private IEnumerable<FencedPage<PublishedRows>> FrontOf(ItemList list) => list.Kind == ListKind.Month ? [] : [Front(list)];

    private FencedPage<PublishedRows> Front(ItemList list) => new(PortalPaths.List(list.Kind, list.Code), PortalPages.MediaType, async (rows, cancellation) =>
    {
        var cut = ItemList.Cut(await RowsAsync(rows, list, cancellation));
        return await pages.ListAsync(ModelOf(list, cut.TakeLast(2).SelectMany(p => p.Rows), null, cut), cancellation);
    });

    private FencedPage<PublishedRows> Closed(ItemList list, ListPart part) => new(PortalPaths.List(list.Kind, list.Code, part), PortalPages.MediaType, async (rows, cancellation) =>
    {
        var cut = ItemList.Cut(await RowsAsync(rows, list, cancellation));
        var own = cut.SkipLast(1).FirstOrDefault(p => p.Part == part);
        return own.Rows is null ? null : await pages.ListAsync(ModelOf(list, own.Rows, part, cut), cancellation);
    });

    private FencedPage<PublishedRows> Content => new(PortalPaths.Content, PortalPages.MediaType, async (rows, cancellation) =>
    {
        var years = await rows.YearsAsync(cancellation);
        var quarters = new List<string>();
        foreach (var year in years)
        {
            quarters.AddRange((await rows.OfYearAsync(year, cancellation)).Select(ItemList.QuarterOf).Distinct().OrderDescending(StringComparer.Ordinal));
        }

        var catalogue = reference.Catalogue;
        var model = new ContentPageModel(
            [.. PublicCatalogue.Of(catalogue).Select(c => new CategoryLinks(c.Title, PortalPaths.List(ListKind.Category, c.Code), [.. c.Entries.Select(e => new ListLink(e.Title, PortalPaths.List(ListKind.Entry, e.Code)))]))],
            [.. catalogue.Offices.Where(o => o.IsVillage).Select(o => new ListLink(o.Title, PortalPaths.List(ListKind.Village, o.Code)))],
            quarters,
            years);
        return await pages.ContentAsync(model, cancellation);
    });

    private ListPageModel ModelOf(
        ItemList list, IEnumerable<PublicationRow> shown, ListPart? part, IReadOnlyList<(ListPart Part, IReadOnlyList<PublicationRow> Rows)> cut)
    {
        var catalogue = reference.Catalogue;
        var entry = list.Kind == ListKind.Entry ? catalogue.Entry(list.Code) : null;
        var category = list.Kind == ListKind.Category ? PublicCatalogue.Of(catalogue).FirstOrDefault(c => string.Equals(c.Code, list.Code, StringComparison.Ordinal)) : null;
        return new ListPageModel(
            list.Kind,
            list.Code,
            entry?.Title ?? category?.Title ?? catalogue.Office(list.Code)?.Title ?? list.Code,
            [.. shown.Where(PublicationRows.IsPublic).Reverse().Select(r => ListRow.From(r, catalogue))],
            part,
            [.. cut.SkipLast(1).Select(p => p.Part)])
        {
            Above = list.Kind == ListKind.Month ? new ListLink("", PortalPaths.Month(new YearMonth(cut[0].Part.Year, int.Parse(list.Code.AsSpan(5), CultureInfo.InvariantCulture))))
                : entry is null ? null : new ListLink(catalogue.CategoryOf(entry).Title, PortalPaths.List(ListKind.Category, entry.CategoryCode)),
            Below = category is null ? [] : [.. category.Entries.Select(e => new ListLink(e.Title, PortalPaths.List(ListKind.Entry, e.Code)))],
        };
    }

    private static async Task<IReadOnlyList<PublicationRow>> RowsAsync(PublishedRows rows, ItemList list, CancellationToken cancellation)
    {
        var found = new List<PublicationRow>();
        foreach (var year in (await rows.YearsAsync(cancellation)).Order())
        {
            if (!list.IsOfPeriod || list.Code.StartsWith(year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal))
            {
                found.AddRange((await rows.EverOfYearAsync(year, cancellation)).Where(list.Holds));
            }
        }

        return found;
    }
}
