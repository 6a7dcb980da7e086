using Microsoft.Playwright;

namespace Lianxin.EndToEnd.Browser;

/// <summary>The public site in a real browser, as on an office PC, on a phone, and with the letters twice as large.</summary>
[Collection(nameof(RealBrowser))]
public class PublicPagesTests(SampleSystem sample, RealBrowser browser)
{
    /// <summary>Light enough for a slow line: the page itself, without its attachments.</summary>
    private const int PageBytes = 100 * 1024;

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Every_kind_of_public_page_is_open_to_all_light_and_asks_nobody_else(int width)
    {
        await using var visit = await browser.VisitAsync(sample.System.Address, width);
        var barriers = new List<string>();

        var kinds = await Walk.FromAsync(visit, "/", IsPage, async () =>
        {
            // The page is the same at every width, and this costs most.
            barriers.AddRange(width == 1280 ? await visit.BarriersAsync() : []);
            (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0, $"{visit.Page.Url} is wider than {width}");
            (await visit.Page.ContentAsync()).Length.ShouldBeLessThan(PageBytes, visit.Page.Url);
        });

        barriers.ShouldBeEmpty();
        visit.Strangers.ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
        kinds.ShouldContain("/");
        kinds.ShouldContain("/items/#.html");
        kinds.ShouldContain("/list/#.html");
    }

    [Fact]
    public async Task At_200_percent_nothing_is_cut_off()
    {
        // A window of 1280 at 200 % is one of 640 CSS pixels.
        await using var visit = await browser.VisitAsync(sample.System.Address, 640);

        await Walk.FromAsync(visit, "/", IsPage, async () => (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0, visit.Page.Url));
    }

    [Fact]
    public async Task A_villager_without_script_gives_feedback_and_finds_it_by_its_code()
    {
        await using var visit = await browser.VisitAsync(sample.System.Address, 390, script: false);
        var page = visit.Page;
        var (_, address) = await MainWay.PublishNewsAsync(sample.System, "示例六村道路照明安装完成");

        await page.GotoAsync(address.ToString());
        await page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await page.Locator("textarea").FillAsync("  ");
        await page.GetByLabel("联系方式").FillAsync("示例六村村委会转");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        // Nothing was said: the form comes back with what was typed, and tells what is missing.
        await Assertions.Expect(page.Locator("[aria-invalid=true]").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("联系方式")).ToHaveValueAsync("示例六村村委会转");

        await page.Locator("textarea").FillAsync("村口的一盏还没有亮");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("村口的一盏还没有亮");
        page.Url.ShouldContain("/api/feedback/");
    }

    /// <summary>Static pages only: what the function app serves has tests of its own.</summary>
    private static bool IsPage(string path) =>
        !path.StartsWith("/api/", StringComparison.Ordinal) && !path.StartsWith("/desk", StringComparison.Ordinal)
        && (path.EndsWith('/') || path.Split('?')[0].EndsWith(".html", StringComparison.Ordinal));
}
