using System.Net;
using Lianxin.Functions.Tests.Access;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

public sealed class RememberedFiltersTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    [Theory]
    [InlineData("/desk", "status=submitted")]
    [InlineData("/desk/feedback", "status=received")]
    [InlineData("/desk/cases", "month=2026-03")]
    [InlineData("/desk/records", "year=2025&kind=license")]
    [InlineData("/desk/handovers", "q=%E9%81%93%E8%B7%AF")]
    public async Task A_list_opens_with_the_filters_it_was_left_with_until_they_are_taken_off(string list, string filters)
    {
        using var browser = town.NewClient();
        (await browser.SignInAsync("supervisor")).Dispose();
        (await StatusAsync(browser, list)).ShouldBe((HttpStatusCode.OK, null));
        (await StatusAsync(browser, $"{list}?{filters}&office=")).Status.ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(browser, list)).ShouldBe((HttpStatusCode.SeeOther, $"{list}?{filters}"));
        (await StatusAsync(browser, list == "/desk" ? "/desk/records" : "/desk")).Status.ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(browser, $"{list}?{filters.Split('=')[0]}=")).Status.ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(browser, list)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_next_account_at_the_same_desk_sees_its_own_list()
    {
        using var browser = town.NewClient();
        (await browser.SignInAsync("supervisor")).Dispose();
        (await StatusAsync(browser, "/desk/feedback?status=received")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.SignInAsync("reviewer")).Dispose();
        (await StatusAsync(browser, "/desk/feedback")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("!!")]
    [InlineData("bm9ib2R5Cmh0dHBzOi8vZXZpbC5leGFtcGxl")]
    public async Task A_cookie_that_is_none_of_ours_does_nothing(string cookie)
    {
        using var answer = await SendAsync(town.Supervisor, HttpMethod.Get, "/desk/records", null, ("Cookie", $"lianxin-list-records={cookie}"));
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.SeeOther);
        (answer.Headers.Location?.OriginalString ?? "").ShouldNotContain("evil");
    }

    private static async Task<(HttpStatusCode Status, string? Location)> StatusAsync(HttpClient browser, string path)
    {
        using var answer = await GetAsync(browser, path);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString);
    }
}
