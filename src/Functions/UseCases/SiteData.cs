using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.OpenData;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Search;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// Open data and search index of the static site. They follow the lists and may be a moment late, like feed and site map: written once an
/// item's lists are, from the register alone. The JSON file of a year is read back, so that a changed item costs one reading of an item.
/// </summary>
/// <remarks>
/// Of the files of one year, CSV and search index come first and the JSON file under its fence last: whoever loses that race writes all of
/// them again from a later look at the register. A year without a file, or with files of another form, is written whenever one is noticed.
/// </remarks>
public sealed class SiteData(IRegister register, IDocumentStore documents, PortalPages pages, PortalSettings settings, ReferenceData reference)
{
    private const int AtOnce = 16;

    /// <summary>The files of one year, and what leads to them.</summary>
    public async Task WriteAsync(string agency, int year, CancellationToken cancellation)
    {
        var index = await documents.FindAsync(Containers.Site, OpenDataPaths.Index, cancellation) is { } stored ? OpenJson.ReadIndex(stored.Bytes) : null;
        var known = index?.Years.Select(y => y.Year).ToList() ?? [];
        var years = await new PublishedRows(register, agency, PublishedRows.AsRegistered).YearsAsync(cancellation);
        foreach (var each in years.Except(known).Append(year).Distinct())
        {
            await WriteAsync(agency, [new(OpenDataPaths.Json(each), OpenJson.MediaType, (rows, stop) => YearAsync(each, rows, stop))], cancellation);
        }

        // The index goes last: as long as it does not name a year, the pages that do are written again.
        List<FencedPage<PublishedRows>> leading = [new(OpenDataPaths.NewestJson, OpenJson.MediaType, NewestAsync), new(OpenDataPaths.Index, OpenJson.MediaType, IndexAsync)];
        leading.InsertRange(1, index is not null && years.SequenceEqual(known) ? [] : [DataPage, SearchPage]);
        await WriteAsync(agency, leading, cancellation);
    }

    /// <summary>The pages that lead to data and search, before anything was published.</summary>
    public Task WriteFrameAsync(string agency, CancellationToken cancellation) => WriteAsync(agency, [DataPage, SearchPage], cancellation);

    private FencedPage<PublishedRows> DataPage =>
        new(OpenDataPaths.Page, PortalPages.MediaType, async (rows, stop) => await pages.OpenDataAsync(await rows.YearsAsync(stop), stop));

    private FencedPage<PublishedRows> SearchPage =>
        new(PortalPaths.Search, PortalPages.MediaType, async (rows, stop) => await pages.SearchAsync(await rows.YearsAsync(stop), stop));

    private Task WriteAsync(string agency, IReadOnlyList<FencedPage<PublishedRows>> wanted, CancellationToken cancellation) =>
        FencedPages.WriteAsync(documents, () => new PublishedRows(register, agency, PublishedRows.AsRegistered), wanted, cancellation);

    private async Task<byte[]?> YearAsync(int year, PublishedRows rows, CancellationToken cancellation)
    {
        var known = (await ReadAsync(OpenDataPaths.Json(year), cancellation)).ToDictionary(i => i.Id, StringComparer.Ordinal);
        var items = new List<OpenItem>();
        foreach (var some in (await rows.OfYearAsync(year, cancellation)).Chunk(AtOnce))
        {
            items.AddRange((await Task.WhenAll(some.Select(row =>
                known.GetValueOrDefault(row.Id) is { } same && same.Shows(row) ? Task.FromResult<OpenItem?>(same) : ReadItemAsync(row.Id, cancellation)))).OfType<OpenItem>());
        }

        await documents.PutAsync(Containers.Site, OpenDataPaths.Csv(year), OpenCsv.Write(items), OpenCsv.MediaType, cancellation);
        await documents.PutAsync(Containers.Site, SearchShard.Path(year), SearchShard.Write(items), SearchShard.MediaType, cancellation);
        return OpenJson.Write(new OpenItems(OpenJson.Format, settings.AgencyName, settings.Texts.Data.Licence, items));
    }

    /// <summary>The item as the public may see it now; null when it may not, or when its entry has left the catalogue.</summary>
    private async Task<OpenItem?> ReadItemAsync(string id, CancellationToken cancellation) =>
        await register.FindAsync(id, cancellation) is { } stored && Visibility.IsPublic(stored.Item) && reference.Catalogue.Entry(stored.Item.Entry) is not null
            ? OpenItem.From(AttachmentRules.PublicOnly(stored.Item), reference.Catalogue, pages.Links, settings.AgencyName)
            : null;

    /// <summary>The newest of all years, taken from the files of the years.</summary>
    private async Task<byte[]?> NewestAsync(PublishedRows rows, CancellationToken cancellation)
    {
        var newest = new List<OpenItem>();
        foreach (var year in (await rows.YearsAsync(cancellation)).TakeWhile(_ => newest.Count < OpenJson.NewestItems))
        {
            newest.AddRange((await ReadAsync(OpenDataPaths.Json(year), cancellation)).Reverse());
        }

        var shown = newest.Take(OpenJson.NewestItems).ToList();
        await documents.PutAsync(Containers.Site, OpenDataPaths.NewestCsv, OpenCsv.Write(shown), OpenCsv.MediaType, cancellation);
        return OpenJson.Write(new OpenItems(OpenJson.Format, settings.AgencyName, settings.Texts.Data.Licence, shown));
    }

    private async Task<byte[]?> IndexAsync(PublishedRows rows, CancellationToken cancellation)
    {
        var years = new List<OpenYear>();
        foreach (var year in await rows.YearsAsync(cancellation))
        {
            var count = (await rows.OfYearAsync(year, cancellation)).Count;
            years.Add(new OpenYear(year, count, pages.Links.Absolute(OpenDataPaths.Json(year)), pages.Links.Absolute(OpenDataPaths.Csv(year))));
        }

        var newest = new OpenNewest(
            Math.Min(years.Sum(y => y.Items), OpenJson.NewestItems), pages.Links.Absolute(OpenDataPaths.NewestJson), pages.Links.Absolute(OpenDataPaths.NewestCsv));
        return OpenJson.Write(new OpenIndex(OpenJson.Format, settings.AgencyName, settings.Texts.Data.Licence, pages.Links.Absolute(OpenDataPaths.Page), newest, years));
    }

    private async Task<IReadOnlyList<OpenItem>> ReadAsync(string path, CancellationToken cancellation) =>
        await documents.FindAsync(Containers.Site, path, cancellation) is { } stored ? OpenJson.ReadItems(stored.Bytes)?.Items ?? [] : [];
}
