using System.Text;
using System.Xml.Linq;
using Lianxin.Documents.Pages;
using Lianxin.Tests.Pages;

namespace Lianxin.Documents.Tests.Pages;

public class SiteFilesTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly DateTimeOffset Noon = new(2014, 11, 5, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_feed_holds_the_newest_fifty_with_whole_addresses()
    {
        var entries = Enumerable.Range(0, 60).Select(i => new FeedEntry($"ligang-2014-{i}", $"标题{i}", "正文", "中心工作", Noon.AddHours(i), Noon.AddHours(i))).ToList();
        var feed = Read(PortalSamples.Pages.Feed(entries, Noon));
        feed.Elements(Atom + "entry").Count().ShouldBe(50);
        feed.Element(Atom + "updated")!.Value.ShouldBe("2014-11-07T23:00:00+08:00");
        feed.Elements(Atom + "entry").First().Element(Atom + "id")!.Value.ShouldBe("https://town.example/open/items/ligang-2014-59.html");
    }

    [Fact]
    public void A_feed_without_entries_is_dated_and_whole()
    {
        var feed = Read(PortalSamples.Pages.Feed([], Noon));
        feed.Element(Atom + "updated")!.Value.ShouldBe("2014-11-05T12:00:00+08:00");
        feed.Element(Atom + "author")!.Element(Atom + "name")!.Value.ShouldBe("立岗镇人民政府");
    }

    [Fact]
    public void A_feed_escapes_what_people_type()
    {
        var entry = new FeedEntry("ligang-2014-1", PageRules.Hostile, PageRules.Hostile + "\nzwei", "中心工作", Noon, Noon);
        var feed = Read(PortalSamples.Pages.Feed([entry], Noon)).Element(Atom + "entry")!;
        feed.Element(Atom + "title")!.Value.ShouldBe(PageRules.HostileShown);
        feed.Element(Atom + "summary")!.Value.ShouldBe(PageRules.HostileShown + " zwei");
    }

    [Fact]
    public void The_sitemap_names_whole_addresses_and_days()
    {
        var file = PortalSamples.Pages.Sitemap([new(PortalPaths.Home, null), new(PortalPaths.Month(new(2014, 11)), new DateOnly(2014, 11, 30))]).Single();
        file.Path.ShouldBe("sitemap.xml");
        var urls = Read(file.Bytes).Elements(Map + "url").ToList();
        urls[0].Element(Map + "loc")!.Value.ShouldBe("https://town.example/open/");
        urls[1].Element(Map + "loc")!.Value.ShouldBe("https://town.example/open/list/2014-11.html");
        urls[1].Element(Map + "lastmod")!.Value.ShouldBe("2014-11-30");
    }

    [Fact]
    public void More_addresses_than_one_sitemap_holds_are_split_under_an_index()
    {
        var entries = Enumerable.Range(0, 50_001).Select(i => new SitemapEntry(PortalPaths.Item($"a-{i}"), null)).ToList();
        var files = PortalSamples.Pages.Sitemap(entries);
        files.Select(f => f.Path).ShouldBe(["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        Read(files[0].Bytes).Elements(Map + "url").Count().ShouldBe(50_000);
        Read(files[1].Bytes).Elements(Map + "url").Count().ShouldBe(1);
        Read(files[2].Bytes).Elements(Map + "sitemap").Count().ShouldBe(2);
    }

    [Fact]
    public void Robots_are_kept_off_the_desk_where_it_shares_the_origin()
    {
        Encoding.UTF8.GetString(PortalSamples.Pages.Robots()).ShouldBe("User-agent: *\nAllow: /\n\nSitemap: https://town.example/open/sitemap.xml\n");
        var together = new PortalPages(PortalSamples.Settings with { ApiBaseUrl = new Uri("https://town.example/") });
        Encoding.UTF8.GetString(together.Robots()).ShouldContain("Disallow: /desk\n");
    }

    [Fact]
    public void File_names_cannot_climb_out_of_their_folder()
    {
        PortalPaths.Attachment("a-1", "ab", "../../x.html").ShouldBe("files/a-1/ab/_._.._x.html");
        PortalPaths.Attachment("../a", "ab", "..").ShouldBe("files/_._a/ab/_.");
        PortalPaths.Item("a/../b").ShouldBe("items/a_.._b.html");
        new PortalLinks(PortalSamples.Settings).Page(PortalPaths.Attachment("a-1", "ab", "表 1#?.pdf")).ShouldBe("/open/files/a-1/ab/%E8%A1%A8%201%23%3F.pdf");
    }

    private static XElement Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return XDocument.Load(stream).Root!;
    }
}
