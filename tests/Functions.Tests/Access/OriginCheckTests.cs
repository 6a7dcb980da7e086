using System.Net;
using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Input;
using Lianxin.Functions.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Functions.Tests.Access;

public sealed class OriginCheckTests
{
    [Theory]
    [InlineData(null, null, true)]
    [InlineData("same-origin", null, true)]
    [InlineData("same-origin", "null", true)]
    [InlineData("none", null, true)]
    [InlineData("cross-site", "https://evil.example", false)]
    [InlineData("same-site", "https://evil.example", false)]
    [InlineData("cross-site", null, false)]
    [InlineData("cross-site", "https://gk.example.gov.cn", true)]
    [InlineData("cross-site", "https://partner.example", true)]
    [InlineData(null, "https://evil.example", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, "https://gk.example.gov.cn", true)]
    public async Task A_changing_request_of_a_session_must_come_from_our_own_pages(string? site, string? origin, bool allowed)
    {
        await using var app = await StartAsync();
        await app.Client.SignInAsync("clerk");
        (string, string)[] headers = [.. Header("Sec-Fetch-Site", site), .. Header("Origin", origin)];
        var answer = await app.Client.CallAsync("POST", "/api/items", headers);
        answer.StatusCode.ShouldBe(allowed ? HttpStatusCode.Created : HttpStatusCode.Forbidden);
        (await app.Client.CallAsync("GET", "/api/session", headers)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_apps_own_address_is_ours_for_a_browser_that_sends_the_origin_alone()
    {
        await using var app = await StartAsync();
        await app.Client.SignInAsync("clerk");
        var answer = await app.Client.CallAsync("POST", "/api/items", ("Origin", app.Address.GetLeftPart(UriPartial.Authority)));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_foreign_page_cannot_sign_somebody_in()
    {
        await using var app = await StartAsync();
        var answer = await app.Client.CallAsync("POST", "/api/session", ("Origin", "https://evil.example"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("cross-origin");
    }

    [Fact]
    public async Task A_form_reaches_a_put_by_its_hidden_field_only_with_a_session()
    {
        await using var app = await StartAsync();
        (await app.Client.PostFormAsync("/api/items/7", ("_method", "PUT"), ("title", "x"))).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        await app.Client.SignInAsync("clerk");
        var answer = await app.Client.PostFormAsync("/api/items/7", ("_method", "PUT"), ("title", "x"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("x");
    }

    [Theory]
    [InlineData("/api/catalogue", "ligang")]
    [InlineData("/api/catalogue?agency=other-town", "other-town")]
    [InlineData("/api/catalogue?agency=", null)]
    [InlineData("/api/catalogue?agency=a'%20or%201", null)]
    [InlineData("/api/catalogue?agency=aa&agency=bb", null)]
    public async Task The_public_may_ask_for_an_agency_but_not_for_nonsense(string path, string? agency)
    {
        await using var app = await StartAsync();
        var answer = await app.Client.CallAsync("GET", path);
        answer.StatusCode.ShouldBe(agency is null ? HttpStatusCode.BadRequest : HttpStatusCode.OK);
        if (agency is not null)
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(agency);
    }

    private static async Task<RunningApp> StartAsync()
    {
        var app = await RunningApp.StartAsync(
            routes =>
            {
                routes.MapSession();
                routes.Serve(Permissions.Catalogue, context => context.Response.WriteAsync(context.Actor().Agency, context.RequestAborted));
                routes.Receive(Permissions.SubmitItem, InputLimits.TextOnly, (context, _) =>
                {
                    context.Response.StatusCode = StatusCodes.Status201Created;
                    return Task.CompletedTask;
                });
                routes.Receive(Permissions.ChangeItem, InputLimits.TextOnly, (context, input) =>
                    context.Response.WriteAsync(input.Fields.Text("title")!, context.RequestAborted));
            },
            settings: ["Lianxin:PublicBaseUrl=https://gk.example.gov.cn/site", "Lianxin:AllowedOrigins=https://partner.example"]);
        app.Accounts.Put("clerk", Role.Clerk);
        return app;
    }

    private static (string, string)[] Header(string name, string? value) => value is null ? [] : [(name, value)];
}
