using System.Text;
using Lianxin.Documents.Pages;
using Lianxin.Tests.Pages;

namespace Lianxin.Documents.Tests.Pages;

public class FeedbackPagesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S12_an_item_page_carries_a_form_that_posts_to_the_app_wherever_it_is()
    {
        var page = PageRules.Parse(await PortalSamples.HtmlAsync(PortalSamples.Item()));
        var form = PageRules.Named(page, "form").Single();
        form.Attribute("action")!.Value.ShouldBe(PortalSamples.Api + "/api/items/ligang-2014-0k3m/feedback");
        form.Attribute("method")!.Value.ShouldBe("post");
        PageRules.Named(form, "input").Concat(PageRules.Named(form, "textarea")).Select(f => f.Attribute("name")!.Value).Distinct().ShouldBe(["kind", "contact", "text"]);
        PageRules.Named(page, "a").ShouldContain(a => PageRules.Value(a, "href") == PortalSamples.Api + "/api/feedback/find");
    }

    /// <summary>The app's own pages are read under the app's origin; a bare path there would lead nowhere.</summary>
    [Fact]
    public async Task A_page_that_the_app_serves_names_the_site_in_full_only_where_it_has_another_origin()
    {
        var apart = Encoding.UTF8.GetString(await PortalSamples.Pages.ReceiptAsync(PortalSamples.Receipt(), Cancellation));
        apart.ShouldContain($"<link rel=\"stylesheet\" href=\"{PortalSamples.Site}/{SiteStyle.Path}\"");
        apart.ShouldContain("style-src https://town.example;");
        PageRules.Named(PageRules.Parse(apart), "meta").ShouldContain(m => PageRules.Value(m, "content") == "noindex");
        var together = new PortalPages(PortalSamples.Settings with { ApiBaseUrl = new Uri("https://town.example") });
        var page = Encoding.UTF8.GetString(await together.ReceiptAsync(PortalSamples.Receipt(), Cancellation));
        page.ShouldContain($"href=\"/open/{SiteStyle.Path}\"");
        page.ShouldContain("style-src &#39;self&#39;;");
    }
}
