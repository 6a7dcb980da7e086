using System.Net;
using Lianxin.Tests.Pages;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>The page of the funnel (S13): drawn, listed, and followed to the pieces behind a figure.</summary>
public sealed class FunnelDeskTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S13_every_figure_leads_to_the_pieces_behind_it_and_a_clerk_reads_only_the_own_offices()
    {
        await EnterAsync("路灯不亮", "dangzheng");
        await EnterAsync("水渠<script>堵塞", "dangzheng");
        await EnterAsync("账目不清", "caizheng");

        var page = await PageAsync(town.Reviewer, "");
        PageRules.Named(page, "svg").Count().ShouldBe(6);
        var link = PageRules.Named(page, "a").Single(a => a.Value == "3 件" && PageRules.Value(a, "href")!.Contains("stage=collected", StringComparison.Ordinal));
        var behind = PageRules.Text(await PageAsync(town.Reviewer, PageRules.Value(link, "href")!["/desk/funnel".Length..].Split('#')[0]));
        foreach (var text in new[] { "路灯不亮", "水渠<script>堵塞", "账目不清" })
            behind.ShouldContain(text);

        var own = PageRules.Text(await PageAsync(town.ClerkOfFinance, "?stage=collected"));
        own.ShouldContain("账目不清");
        own.ShouldNotContain("路灯不亮");
        own.ShouldContain("另有 2 件不在这里");
        PageRules.Text(await PageAsync(town.Reviewer, "?stage=confirmed")).ShouldContain("“销号”的 0 件");
    }

    [Theory]
    [InlineData("?from=2026-02-30")]
    [InlineData("?from=2026-03-01&to=2026-01-01")]
    [InlineData("?from=0001-01-01&to=9999-12-31")]
    [InlineData("?stage=%00&from=")]
    public async Task Nonsense_is_answered_with_a_page(string query) => (await PageAsync(town.Reviewer, query)).ShouldNotBeNull();

    private async Task EnterAsync(string text, string office)
    {
        using var answer = await PostAsync(town.Reviewer, "/api/feedback", new { channel = "phone", kind = "opinion", text, receivedOn = "2026-03-01", office });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<System.Xml.Linq.XDocument> PageAsync(HttpClient person, string query)
    {
        using var answer = await SendAsync(person, HttpMethod.Get, "/desk/funnel" + query, null, ("Accept", "text/html"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return PageRules.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
