using System.Text;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Search;
using Lianxin.Documents.Tests.Pages;
using Lianxin.Tests.Pages;

namespace Lianxin.Documents.Tests.Search;

/// <summary>The page that searches: our scripts alone, and a page that leads on without them.</summary>
public class SearchPageTests
{
    [Fact]
    public async Task It_lets_in_our_files_by_hash_and_address_and_nothing_else()
    {
        var page = PageRules.Parse(await HtmlAsync());
        var scripts = PageRules.Named(page, "script").ToList();
        scripts.Select(s => PageRules.Value(s, "src")).ShouldBe(["/open/" + PortalScript.Reading.Path, "/open/" + SearchScript.Path]);
        PageRules.Value(scripts[1], "integrity").ShouldBe(SearchScript.Script.Integrity);
        var policy = PageRules.Named(page, "meta").Single(m => PageRules.Value(m, "http-equiv") == "Content-Security-Policy").Attribute("content")!.Value;
        policy.ShouldContain($"'{SearchScript.Script.Integrity}' https://town.example/open/{SearchScript.Path}; connect-src 'self';");
        policy.ShouldContain(" 'self'; base-uri 'none'");
        PortalPages.Assets.ShouldContain(f => f.Path == SearchScript.Path);
    }

    [Fact]
    public async Task Without_its_script_it_leads_to_the_lists()
    {
        var html = await HtmlAsync();
        var page = PageRules.ShouldBeSound(html, PortalSamples.Site, PortalSamples.Api);
        PageRules.Named(page, "a").Select(a => PageRules.Value(a, "href")).ShouldContain("/open/list/2026.html");
        PageRules.Named(page, "p").Single(p => PageRules.Value(p, "role") == "status").Value.ShouldBe("");
        html.Length.ShouldBeLessThan(20 * 1024);
        SearchScript.File.Bytes.Length.ShouldBeLessThan(20 * 1024);
    }

    [Fact]
    public void The_script_writes_text_only_and_asks_nobody_else()
    {
        foreach (var word in new[] { "innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(", "http:", "https:", "localStorage", "cookie", "setAttribute" })
        {
            SearchScript.Text.ShouldNotContain(word);
        }
    }

    private static async Task<string> HtmlAsync() => Encoding.UTF8.GetString(await PortalSamples.Pages.SearchAsync([2026, 2014], TestContext.Current.CancellationToken));
}
