using Lianxin.Core.Calendar;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Core.Reports;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Pages.Texts;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// The pages that list what is out: months, years, front page, feed and site map, and after them the lists by category, entry, village and
/// quarter (<see cref="ItemLists"/>), all under their fences (<see cref="FencedPages"/>).
/// </summary>
public sealed class SiteLists(IRegister register, IReportArchive archive, IDocumentStore documents, PortalPages pages, ReferenceData reference)
{
    private const int FeedRows = 50;

    private readonly ItemLists byKind = new(documents, pages, reference);

    /// <summary>The month's list, the year's and the front page, with this item as it will stand.</summary>
    public Task WriteAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        return WriteAsync([item], cancellation);
    }

    /// <summary>The lists that these items of one agency stand in, each written once, with the items as they will stand.</summary>
    public async Task WriteAsync(IReadOnlyList<Item> items, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(items);
        var released = items.Where(i => i.PublishedAt is not null).ToList();
        if (released.Count == 0)
        {
            return;
        }

        var agency = released[0].Agency;
        var standing = released.ToDictionary(i => i.Id, i => Visibility.IsPublic(i) ? PublicationRows.Of(i) : null, StringComparer.Ordinal);
        var wanted = new List<FencedPage<PublishedRows>>();
        foreach (var ofYear in released.Select(i => YearMonth.Of(ChinaTime.DateOf(i.PublishedAt!.Value))).Distinct().GroupBy(m => m.Year))
        {
            var others = new PublishedRows(register, agency, standing.ToDictionary(s => s.Key, _ => (PublicationRow?)null, StringComparer.Ordinal));
            var before = (await others.OfYearAsync(ofYear.Key, cancellation)).Select(r => YearMonth.Of(r.PublishedOn)).Distinct().OrderBy(m => m.Month).ToList();
            // The first item of a month, or its last one going: the neighbours lead to it, or past it.
            var neighbours = ofYear.Where(month => !before.Contains(month)).SelectMany(month =>
                before.Where(m => m.Month < month.Month).TakeLast(1).Concat(before.Where(m => m.Month > month.Month).Take(1)));
            wanted.AddRange(ofYear.Concat(neighbours).Distinct().Select(Month));
            wanted.Add(Year(ofYear.Key));
            if (before.Count == 0)
            {
                var years = await others.YearsAsync(cancellation);
                wanted.AddRange(years.Where(y => y < ofYear.Key).Take(1).Concat(years.Where(y => y > ofYear.Key).TakeLast(1)).Select(Year));
            }
        }

        await WriteAsync(agency, standing, [.. wanted, Home(agency)], cancellation);
    }

    /// <summary>Every list of a year at once: after an import.</summary>
    public async Task WriteYearAsync(string agency, int year, CancellationToken cancellation)
    {
        await WriteAsync(
            agency,
            PublishedRows.AsRegistered,
            [.. Enumerable.Range(1, 12).Select(month => Month(new YearMonth(year, month))), Year(year), Home(agency)],
            cancellation);
        await WriteFollowersOfYearAsync(agency, year, cancellation);
    }

    /// <summary>Every list of a year that something stands in or that is on the site, from the register alone: for the check after a crash.</summary>
    public async Task WriteAgainAsync(string agency, int year, CancellationToken cancellation)
    {
        var ever = await new PublishedRows(register, agency, PublishedRows.AsRegistered).EverOfYearAsync(year, cancellation);
        var filled = ever.Select(r => YearMonth.Of(r.PublishedOn)).ToHashSet();
        var wanted = new List<FencedPage<PublishedRows>> { Home(agency) };
        foreach (var page in Enumerable.Range(1, 12).Select(m => new YearMonth(year, m)).Where(m => !filled.Contains(m)).Select(Month).Append(Year(year)))
        {
            if (await documents.FenceAsync(Containers.Site, page.Path, cancellation) is not null)
            {
                wanted.Add(page);
            }
        }

        wanted.AddRange(filled.Select(Month));
        wanted.AddRange(ever.Count > 0 ? [Year(year)] : []);
        wanted.AddRange(byKind.Fronts());
        await WriteAsync(agency, PublishedRows.AsRegistered, [.. wanted.DistinctBy(p => p.Path)], cancellation);
        await WriteFollowersOfYearAsync(agency, year, cancellation);
    }

    /// <summary>What follows the lists, for everything that went out in a year: its lists by category, entry, village and quarter, feed and site map.</summary>
    public async Task WriteFollowersOfYearAsync(string agency, int year, CancellationToken cancellation)
    {
        var planned = await byKind.OfYearAsync(new PublishedRows(register, agency, PublishedRows.AsRegistered), year, cancellation);
        await WriteAsync(agency, PublishedRows.AsRegistered, [.. planned, Feed, Sitemap], cancellation);
    }

    public Task WriteHomeAsync(string agency, CancellationToken cancellation) => WriteAsync(agency, PublishedRows.AsRegistered, [Home(agency)], cancellation);

    /// <summary>
    /// The lists by category, entry, village and quarter that an item stands in, feed and site map: they follow the others and may be a moment late.
    /// </summary>
    public async Task WriteFollowersAsync(Item changed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var planned = await byKind.OfItemAsync(new PublishedRows(register, changed.Agency, PublishedRows.AsRegistered), changed, cancellation);
        await WriteAsync(changed.Agency, PublishedRows.AsRegistered, [.. planned, Feed, Sitemap], cancellation);
    }

    /// <summary>Empty lists, so that what leads to them never leads nowhere; those that are there stay.</summary>
    public Task WriteMissingAsync(string agency, CancellationToken cancellation) =>
        byKind.WriteMissingAsync(new PublishedRows(register, agency, PublishedRows.AsRegistered), cancellation);

    private Task WriteAsync(
        string agency, IReadOnlyDictionary<string, PublicationRow?> standing, IReadOnlyList<FencedPage<PublishedRows>> wanted, CancellationToken cancellation) =>
        FencedPages.WriteAsync(documents, () => new PublishedRows(register, agency, standing), wanted, cancellation);

    private FencedPage<PublishedRows> Month(YearMonth month) => new(PortalPaths.Month(month), PortalPages.MediaType, async (rows, cancellation) =>
    {
        var ofYear = await rows.OfYearAsync(month.Year, cancellation);
        var months = ofYear.Select(r => YearMonth.Of(r.PublishedOn)).Distinct().OrderBy(m => m.Month).ToList();
        var cut = ItemList.Cut((await rows.EverOfYearAsync(month.Year, cancellation)).Where(r => YearMonth.Of(r.PublishedOn) == month));
        var newest = cut.TakeLast(2).SelectMany(p => p.Rows).Where(PublicationRows.IsPublic).Reverse().Select(Line).ToList();
        var before = months.Where(m => m.Month < month.Month).ToList();
        var after = months.Where(m => m.Month > month.Month).ToList();
        var model = new MonthPageModel(month, newest, before.Count > 0 ? before[^1] : null, after.Count > 0 ? after[0] : null)
        {
            Parts = [.. cut.SkipLast(1).Select(p => p.Part)],
            Total = ofYear.Count(r => YearMonth.Of(r.PublishedOn) == month),
        };
        return await pages.MonthAsync(model, cancellation);
    });

    private FencedPage<PublishedRows> Year(int year) => new(PortalPaths.Year(year), PortalPages.MediaType, async (rows, cancellation) =>
    {
        var months = (await rows.OfYearAsync(year, cancellation))
            .GroupBy(r => YearMonth.Of(r.PublishedOn))
            .OrderBy(g => g.Key.Month)
            .Select(g => new MonthCount(g.Key, g.GroupBy(r => r.StatisticClass, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Count(), StringComparer.Ordinal)))
            .ToList();
        var years = await rows.YearsAsync(cancellation);
        var before = years.Where(y => y < year).ToList();
        var after = years.Where(y => y > year).ToList();
        return await pages.YearAsync(new YearPageModel(year, months, before.Count > 0 ? before[0] : null, after.Count > 0 ? after[^1] : null), cancellation);
    });

    private FencedPage<PublishedRows> Home(string agency) => new(PortalPaths.Home, PortalPages.MediaType, async (rows, cancellation) =>
    {
        var newest = (await rows.NewestAsync(PortalPages.HomeRows, cancellation)).Select(Line).ToList();
        var reports = (await archive.ListAsync(agency, cancellation))
            .Where(r => r.Editions.Count > 0)
            .Select(r => new PublishedReport(r.Year, r.Editions[^1].Number, ChinaTime.DateOf(r.Editions[^1].ApprovedAt)))
            .ToList();
        var categories = PublicCatalogue.Of(reference.Catalogue).Select(c => new CategoryTitle(c.Code, c.Title)).ToList();
        return await pages.HomeAsync(new HomePageModel(newest, await rows.YearsAsync(cancellation), reports, categories), cancellation);
    });

    private FencedPage<PublishedRows> Feed => new(PortalPaths.Feed, "application/atom+xml; charset=utf-8", async (rows, cancellation) =>
    {
        var entries = (await rows.NewestAsync(FeedRows, cancellation))
            .Select(r => (Row: r, Line: Line(r)))
            .Select(r => new FeedEntry(r.Row.Id, r.Row.Title, SummaryOf(r.Row, r.Line), r.Line.CategoryTitle, r.Row.PublishedAt, r.Row.PublishedAt))
            .ToList();
        return pages.Feed(entries, entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Max(e => e.UpdatedAt));
    });

    /// <summary>The site map, or its index once its parts are written: the file that every reader begins with goes last, under its fence.</summary>
    private FencedPage<PublishedRows> Sitemap => new(PortalPaths.Sitemap, "application/xml; charset=utf-8", async (rows, cancellation) =>
    {
        var addresses = new List<SitemapEntry>(SiteColumn.Fixed.Select(p => new SitemapEntry(p, null)));
        foreach (var year in (await rows.YearsAsync(cancellation)).Order())
        {
            addresses.Add(new SitemapEntry(PortalPaths.Year(year), null));
            addresses.AddRange((await rows.OfYearAsync(year, cancellation)).Select(r => new SitemapEntry(PortalPaths.Item(r.Id), r.PublishedOn)));
        }

        var files = pages.Sitemap(addresses);
        foreach (var part in files.Where(f => f.Path != PortalPaths.Sitemap))
        {
            await documents.PutAsync(Containers.Site, part.Path, part.Bytes, part.MediaType, cancellation);
        }

        return files.Single(f => f.Path == PortalPaths.Sitemap).Bytes;
    });

    private ListRow Line(PublicationRow row) => ListRow.From(row, reference.Catalogue);

    /// <summary>What a reader of the feed needs to tell whether the item is for them; the rows carry no body.</summary>
    private string SummaryOf(PublicationRow row, ListRow line) =>
        pages.Texts.Feed.Summary.With(line.EntryTitle, line.OfficeTitle, ChinaText.Day(row.FormedOn), row.IndexNumber);
}
