namespace Lianxin.Documents.Pages;

/// <summary>Sitemaps as of sitemaps.org: at most 50,000 addresses a file.</summary>
internal static class SitemapWriter
{
    private const int MostAddresses = 50_000;
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string MediaType = "application/xml; charset=utf-8";

    public static IReadOnlyList<PortalFile> Write(PortalLinks links, IReadOnlyList<SitemapEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count <= MostAddresses)
            return [new PortalFile(PortalPaths.Sitemap, MediaType, Addresses(links, entries))];

        var parts = entries.Chunk(MostAddresses)
            .Select((chunk, i) => new PortalFile(PortalPaths.SitemapPart(i + 1), MediaType, Addresses(links, chunk)))
            .ToList();
        var index = List("sitemapindex", "sitemap", parts.Select(p => (links.Absolute(p.Path), (DateOnly?)null)));
        return [.. parts, new PortalFile(PortalPaths.Sitemap, MediaType, index)];
    }

    private static byte[] Addresses(PortalLinks links, IEnumerable<SitemapEntry> entries) =>
        List("urlset", "url", entries.Select(e => (links.Absolute(e.Path), e.ChangedOn)));

    private static byte[] List(string root, string element, IEnumerable<(string Address, DateOnly? ChangedOn)> entries) =>
        XmlBytes.Write(xml =>
        {
            xml.WriteStartElement(root, Namespace);
            foreach (var (address, changedOn) in entries)
            {
                xml.WriteStartElement(element, Namespace);
                xml.WriteElementString("loc", Namespace, address);
                if (changedOn is { } day)
                    xml.WriteElementString("lastmod", Namespace, ChinaText.Day(day));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });
}
