using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Core.Reports;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// The static site in <c>$web</c>: rendered from the register when something changes. Lists are written with If-Match after a fresh
/// reading of the rows, so that of two writers the later one always knows what the earlier one knew.
/// </summary>
public sealed class Site(IRegister register, IReportArchive archive, IDocumentStore documents, PortalPages pages, ReferenceData reference, BusinessClock business)
{
    private const int Attempts = 10;
    private const int FeedRows = 50;
    private const string SitemapMediaType = "application/xml; charset=utf-8";

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
                await RemoveFilesAsync(item, item.Released!.Content.Attachments, cancellation);
                break;
            case View.Gone:
                page = await pages.WithdrawnAsync(
                    new WithdrawnPageModel(item.Id, item.IndexNumber, await WithdrawnOnAsync(item, cancellation), item.WithdrawalReason ?? ""), cancellation);
                await RemoveFilesAsync(item, [], cancellation);
                break;
            default:
                await documents.DeleteAsync(Containers.Site, PortalPaths.Item(item.Id), cancellation);
                await RemoveFilesAsync(item, [], cancellation);
                return;
        }

        await documents.PutAsync(Containers.Site, PortalPaths.Item(item.Id), page, PortalPages.MediaType, cancellation);
    }

    /// <summary>The month's list, the year's and the front page, with this item as it will stand.</summary>
    public async Task WriteListsAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.PublishedAt is not { } publishedAt)
        {
            return;
        }

        var shown = Visibility.IsPublic(item) ? PublicationRows.Of(item) : null;
        var day = Core.Calendar.ChinaTime.DateOf(publishedAt);
        await WriteMonthAsync(item.Agency, YearMonth.Of(day), item.Id, shown, cancellation);
        await WriteYearAsync(item.Agency, day.Year, item.Id, shown, cancellation);
        await WriteHomeAsync(item.Agency, item.Id, shown, cancellation);
    }

    /// <summary>Every list of a year at once: after an import.</summary>
    public async Task WriteYearListsAsync(string agency, int year, CancellationToken cancellation)
    {
        for (var month = 1; month <= 12; month++)
        {
            await WriteMonthAsync(agency, new YearMonth(year, month), "", null, cancellation);
        }

        await WriteYearAsync(agency, year, "", null, cancellation);
        await WriteHomeAsync(agency, "", null, cancellation);
        await WriteFeedsAsync(agency, cancellation);
    }

    public Task WriteHomeAsync(string agency, CancellationToken cancellation) => WriteHomeAsync(agency, "", null, cancellation);

    /// <summary>Feed and site map: they follow the lists and may be a moment late.</summary>
    public async Task WriteFeedsAsync(string agency, CancellationToken cancellation)
    {
        await WriteAsync(PortalPaths.Feed, "application/atom+xml; charset=utf-8", async () =>
        {
            var newest = await NewestAsync(agency, FeedRows, "", null, cancellation);
            var entries = newest.Select(r => (r.Row, Line: ListRow.From(r.Row, reference.Catalogue)))
                .Select(r => new FeedEntry(r.Row.Id, r.Row.Title, SummaryOf(r.Row, r.Line), r.Line.CategoryTitle, r.Row.PublishedAt, r.Row.PublishedAt))
                .ToList();
            return pages.Feed(entries, entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Max(e => e.UpdatedAt));
        }, cancellation);

        await WriteAsync(PortalPaths.Sitemap, SitemapMediaType, () => SitemapAsync(agency, cancellation), cancellation);
    }

    /// <summary>The site map, or its index once its parts are written: the file that every reader begins with goes last, under its fence.</summary>
    private async Task<byte[]> SitemapAsync(string agency, CancellationToken cancellation)
    {
        var addresses = new List<SitemapEntry> { new(PortalPaths.Home, null) };
        foreach (var year in (await YearsAsync(agency, cancellation)).Order())
        {
            addresses.Add(new SitemapEntry(PortalPaths.Year(year), null));
            addresses.AddRange((await RowsOfYearAsync(agency, year, "", null, cancellation)).Select(r => new SitemapEntry(PortalPaths.Item(r.Id), r.PublishedOn)));
        }

        var files = pages.Sitemap(addresses);
        foreach (var part in files.Where(f => f.Path != PortalPaths.Sitemap))
        {
            await documents.PutAsync(Containers.Site, part.Path, part.Bytes, part.MediaType, cancellation);
        }

        return files.Single(f => f.Path == PortalPaths.Sitemap).Bytes;
    }

    /// <summary>What a reader of the feed needs to tell whether the item is for them; the rows carry no body.</summary>
    private static string SummaryOf(PublicationRow row, ListRow line) =>
        $"{line.EntryTitle}；{line.OfficeTitle}；{ChinaText.Day(row.FormedOn)}成文；索引号{row.IndexNumber}";

    private async Task WriteMonthAsync(string agency, YearMonth month, string id, PublicationRow? shown, CancellationToken cancellation) =>
        await WriteAsync(PortalPaths.Month(month), PortalPages.MediaType, async () =>
        {
            var rows = await RowsOfYearAsync(agency, month.Year, id, shown, cancellation);
            var months = rows.Select(r => YearMonth.Of(r.PublishedOn)).Distinct().ToList();
            var inMonth = rows.Where(r => YearMonth.Of(r.PublishedOn) == month).Reverse().Select(r => ListRow.From(r, reference.Catalogue)).ToList();
            var before = months.Where(m => m.Month < month.Month).OrderBy(m => m.Month).ToList();
            var after = months.Where(m => m.Month > month.Month).OrderBy(m => m.Month).ToList();
            return await pages.MonthAsync(
                new MonthPageModel(month, inMonth, before.Count > 0 ? before[^1] : null, after.Count > 0 ? after[0] : null), cancellation);
        }, cancellation);

    private async Task WriteYearAsync(string agency, int year, string id, PublicationRow? shown, CancellationToken cancellation) =>
        await WriteAsync(PortalPaths.Year(year), PortalPages.MediaType, async () =>
        {
            var months = (await RowsOfYearAsync(agency, year, id, shown, cancellation))
                .GroupBy(r => YearMonth.Of(r.PublishedOn))
                .OrderBy(g => g.Key.Month)
                .Select(g => new MonthCount(g.Key, g.GroupBy(r => r.StatisticClass, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Count(), StringComparer.Ordinal)))
                .ToList();
            var years = await YearsAsync(agency, cancellation);
            return await pages.YearAsync(
                new YearPageModel(year, months, Nearest(years.Where(y => y < year), true), Nearest(years.Where(y => y > year), false)), cancellation);
        }, cancellation);

    private async Task WriteHomeAsync(string agency, string id, PublicationRow? shown, CancellationToken cancellation) =>
        await WriteAsync(PortalPaths.Home, PortalPages.MediaType, async () =>
        {
            var newest = (await NewestAsync(agency, PortalPages.HomeRows, id, shown, cancellation)).Select(r => ListRow.From(r.Row, reference.Catalogue)).ToList();
            var years = new SortedSet<int>(await YearsAsync(agency, cancellation));
            if (shown is not null)
            {
                years.Add(shown.PublishedOn.Year);
            }

            var reports = (await archive.ListAsync(agency, cancellation))
                .Where(r => r.Editions.Count > 0)
                .Select(r => new PublishedReport(r.Year, r.Editions[^1].Number, Core.Calendar.ChinaTime.DateOf(r.Editions[^1].ApprovedAt)))
                .ToList();
            var categories = reference.Catalogue.Categories.Select(c => new CategoryTitle(c.Code, c.Title)).ToList();
            return await pages.HomeAsync(new HomePageModel(newest, [.. years.Reverse()], reports, categories), cancellation);
        }, cancellation);

    /// <summary>Reads the fence, then the rows, then writes under the fence; a lost race starts over.</summary>
    private async Task WriteAsync(string path, string mediaType, Func<Task<byte[]>> render, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var fence = await documents.FenceAsync(Containers.Site, path, cancellation);
            if (await documents.TryPutAsync(Containers.Site, path, await render(), mediaType, fence, cancellation) is not null)
            {
                return;
            }
        }

        throw new InvalidOperationException($"{path} changed under every attempt to write it.");
    }

    private async Task<List<PublicationRow>> RowsOfYearAsync(string agency, int year, string id, PublicationRow? shown, CancellationToken cancellation)
    {
        var rows = new List<PublicationRow>();
        await foreach (var row in register.PublicationsAsync(agency, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), cancellation))
        {
            if (PublicationRows.IsPublic(row) && !string.Equals(row.Id, id, StringComparison.Ordinal))
            {
                rows.Add(row);
            }
        }

        if (shown is not null && shown.PublishedOn.Year == year)
        {
            rows.Add(shown);
            rows.Sort((a, b) => a.PublishedAt.CompareTo(b.PublishedAt) is var byTime and not 0 ? byTime : string.CompareOrdinal(a.Id, b.Id));
        }

        return rows;
    }

    private async Task<List<(PublicationRow Row, int Year)>> NewestAsync(string agency, int count, string id, PublicationRow? shown, CancellationToken cancellation)
    {
        var newest = new List<(PublicationRow, int)>();
        var years = new SortedSet<int>(await YearsAsync(agency, cancellation));
        if (shown is not null)
        {
            years.Add(shown.PublishedOn.Year);
        }

        foreach (var year in years.Reverse())
        {
            var rows = await RowsOfYearAsync(agency, year, id, shown, cancellation);
            newest.AddRange(Enumerable.Reverse(rows).Take(count - newest.Count).Select(r => (r, year)));
            if (newest.Count >= count)
            {
                break;
            }
        }

        return newest;
    }

    /// <summary>Years in which something went out. An item of December's register may go out in January, so the year after counts too.</summary>
    private async Task<IReadOnlyList<int>> YearsAsync(string agency, CancellationToken cancellation)
    {
        var years = new List<int>();
        foreach (var year in (await register.YearsAsync(agency, cancellation)).SelectMany(y => new[] { y, y + 1 }).Distinct().OrderDescending())
        {
            await foreach (var row in register.PublicationsAsync(agency, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), cancellation))
            {
                if (PublicationRows.IsPublic(row))
                {
                    years.Add(year);
                    break;
                }
            }
        }

        return years;
    }

    private static int? Nearest(IEnumerable<int> years, bool largest)
    {
        var list = years.ToList();
        return list.Count == 0 ? null : largest ? list.Max() : list.Min();
    }

    /// <summary>Only files that were read for personal data leave the house (README, Limits).</summary>
    private static ItemPageModel WithOpenFiles(ItemPageModel model, Item item)
    {
        var open = item.Released!.Content.Attachments.Where(AttachmentRules.MayLeave).Select(a => a.Sha256).ToHashSet(StringComparer.Ordinal);
        return model with { Attachments = [.. model.Attachments.Where(a => open.Any(h => a.Path.Contains(h, StringComparison.Ordinal)))] };
    }

    /// <summary>The day of the taking down as the record has it: a stub that is written again another day still says the same.</summary>
    private async Task<DateOnly> WithdrawnOnAsync(Item item, CancellationToken cancellation) =>
        (await register.HistoryAsync(item.Id, cancellation)).LastOrDefault(e => e.To is ItemStatus.Withdrawn) is { } taken
            ? Core.Calendar.ChinaTime.DateOf(taken.At)
            : business.Today;

    private async Task CopyFilesAsync(Item item, CancellationToken cancellation)
    {
        foreach (var file in item.Released!.Content.Attachments.Where(AttachmentRules.MayLeave))
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
