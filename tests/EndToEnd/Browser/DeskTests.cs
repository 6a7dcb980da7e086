using Microsoft.Playwright;

namespace Lianxin.EndToEnd.Browser;

/// <summary>The staff desk in a real browser, as every role.</summary>
[Collection(nameof(RealBrowser))]
public class DeskTests(SampleSystem sample, RealBrowser browser)
{
    private static bool IsLong => Environment.GetEnvironmentVariable("LIANXIN_TEST_LONG") == "1";

    [Theory]
    [InlineData("clerk", 1280)]
    [InlineData("reviewer", 390)]
    [InlineData("leader", 1280)]
    [InlineData("chair", 390)]
    [InlineData("supervisor", 1280)]
    [InlineData("member", 390)]
    [InlineData("admin", 1280)]
    public async Task Every_kind_of_desk_page_is_open_to_all_and_asks_nobody_else(string role, int width)
    {
        await using var visit = await browser.VisitAsync(sample.System.Address, width);
        await visit.SignInAsync(sample.System, role);
        var barriers = new List<string>();

        var kinds = await Walk.FromAsync(visit, "/desk", path => path.StartsWith("/desk", StringComparison.Ordinal), async () =>
        {
            // These three see every kind of page between them, and this costs most; the chair's forms are the reviewer's with other words.
            barriers.AddRange(role is "clerk" or "reviewer" or "admin" || (role == "chair" && IsLong) ? await visit.BarriersAsync() : []);
            (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0, $"{visit.Page.Url} is wider than {width}");
        });

        barriers.ShouldBeEmpty();
        visit.Strangers.ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
        kinds.Count.ShouldBeGreaterThan(role == "member" ? 0 : 3, string.Join(' ', kinds));
    }

    [Fact]
    public async Task Signing_in_works_by_keyboard_alone()
    {
        await using var visit = await browser.VisitAsync(sample.System.Address);
        await visit.Page.GotoAsync("/desk");
        await visit.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(visit.Page.Locator(":focus")).ToHaveTextAsync("跳到正文");
    }
}
