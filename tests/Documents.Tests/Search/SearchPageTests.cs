using System.Text;
using System.Text.RegularExpressions;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Search;
using Lianxin.Documents.Tests.Pages;
using Lianxin.Tests.Pages;

namespace Lianxin.Documents.Tests.Search;

/// <summary>The one page with a script: that script alone, and a page that is sound without it.</summary>
public partial class SearchPageTests
{
    [Fact]
    public async Task It_lets_in_our_one_file_by_hash_and_address_and_nothing_else()
    {
        var page = PageRules.Parse(await HtmlAsync(PortalSamples.Pages));
        var script = PageRules.Named(page, "script").ShouldHaveSingleItem();
        script.Value.ShouldBe("");
        PageRules.Value(script, "src").ShouldBe("/open/" + SearchScript.Path);
        PageRules.Value(script, "integrity").ShouldBe(SearchScript.Integrity);
        PageRules.Named(page, "meta").Single(m => PageRules.Value(m, "http-equiv") == "Content-Security-Policy").Attribute("content")!.Value.ShouldBe(
            $"default-src 'none'; script-src '{SearchScript.Integrity}' https://town.example/open/{SearchScript.Path}; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'");
        PortalPages.Assets.ShouldContain(f => f.Path == SearchScript.Path);
    }

    [Fact]
    public async Task Without_its_script_it_is_a_sound_page_that_leads_to_the_lists()
    {
        var html = await HtmlAsync(PortalSamples.Pages);
        var plain = Policy().Replace(ScriptElement().Replace(html, ""), "content=\"default-src 'none'\"");
        var page = PageRules.ShouldBeSound(plain, PortalSamples.Site, PortalSamples.Api);
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

    private static async Task<string> HtmlAsync(PortalPages pages) => Encoding.UTF8.GetString(await pages.SearchAsync([2026, 2014], TestContext.Current.CancellationToken));

    [GeneratedRegex("<script [^>]*></script>")]
    private static partial Regex ScriptElement();

    [GeneratedRegex("content=\"default-src[^\"]*\"")]
    private static partial Regex Policy();
}
