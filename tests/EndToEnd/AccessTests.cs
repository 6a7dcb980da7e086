using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

public class AccessTests(SampleSystem sample)
{
    private readonly RunningSystem system = sample.System;

    [Theory]
    [InlineData(null, "POST", "/api/items", 401)]
    [InlineData(null, "GET", "/api/items", 401)]
    [InlineData(null, "GET", "/api/session", 401)]
    [InlineData(null, "POST", "/api/imports", 401)]
    [InlineData(null, "GET", "/api/reports/2014", 401)]
    [InlineData(null, "POST", "/api/reports/2014/build", 401)]
    [InlineData(null, "GET", "/api/jobs/1", 401)]
    [InlineData(null, "GET", "/api/catalogue", 200)]
    [InlineData(null, "GET", "/api/health", 200)]
    [InlineData(null, "GET", "/api/openapi.json", 200)]
    [InlineData(null, "GET", "/api/reports/2014/report.pdf", 302)]
    [InlineData("clerk", "GET", "/api/session", 200)]
    [InlineData("clerk", "POST", "/api/items/ligang-2026-none/review", 403)]
    [InlineData("clerk", "POST", "/api/items/ligang-2026-none/approval", 403)]
    [InlineData("clerk", "POST", "/api/imports", 403)]
    [InlineData("reviewer", "POST", "/api/items", 403)]
    [InlineData("reviewer", "POST", "/api/reports/2014/approval", 403)]
    [InlineData("reviewer", "POST", "/api/items/ligang-2026-none/opinions", 403)]
    [InlineData("leader", "POST", "/api/items/ligang-2026-none/approval", 403)]
    [InlineData("chair", "POST", "/api/items/ligang-2026-none/review", 403)]
    [InlineData("chair", "POST", "/api/reports/2014/build", 403)]
    [InlineData("supervisor", "GET", "/api/items", 200)]
    [InlineData("supervisor", "POST", "/api/items", 403)]
    [InlineData("member", "GET", "/api/items", 403)]
    [InlineData("member", "GET", "/api/items/ligang-2026-none/history", 403)]
    [InlineData("admin", "POST", "/api/items", 403)]
    [InlineData("admin", "POST", "/api/items/ligang-2026-none/withdrawal", 403)]
    public async Task Every_role_gets_what_the_table_gives_it(string? role, string method, string path, int status)
    {
        using var caller = role is null ? system.Anyone() : await system.SignInAsync(role, role is "clerk" ? "caizheng" : null);
        var got = await caller.SendAsync(new HttpMethod(method), path, method is "POST" ? new { } : null);

        got.Answer.StatusCode.ShouldBe((HttpStatusCode)status, got.Body.ToString());
        if (status is 401 or 403)
        {
            got.ShouldBeProblem(status, status is 401 ? "not-signed-in" : "forbidden");
        }
    }

    [Fact]
    public async Task A_clerk_of_another_office_neither_sees_nor_changes_an_item()
    {
        using var owner = await system.SignInAsync("clerk", "caizheng");
        var (_, item) = await owner.PostAsync("/api/items", Bodies.Procurement("别的站所看不到"));
        var id = item.GetProperty("id").GetString()!;
        var tag = await owner.ETagAsync(id);

        using var other = await system.SignInAsync("clerk", "dangzheng");
        (await other.GetAsync($"/api/items/{id}")).ShouldBeProblem(404, "unknown-item");
        ((int)(await other.SendAsync(HttpMethod.Put, $"/api/items/{id}", Bodies.Procurement("改一改"), tag)).Answer.StatusCode).ShouldBeOneOf(403, 404);
        (await other.GetAsync("/api/items?office=caizheng")).ShouldBeProblem(403, "not-own-office");
        (await owner.ETagAsync(id)).ShouldBe(tag);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        var staff = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(system.Data, "demo-staff.json")));
        // Nobody else in these tests signs in as this clerk.
        var person = staff.EnumerateArray().Single(a => a.GetProperty("account").GetString() == "clerk-minzheng");
        var account = person.GetProperty("account").GetString()!;
        using var caller = system.Anyone();
        for (var i = 0; i < 5; i++)
        {
            (await caller.PostAsync("/api/session", new { account, password = $"wrong-{i}" })).ShouldBeProblem(401, "sign-in-failed");
        }

        var locked = await caller.PostAsync("/api/session", new { account, password = person.GetProperty("password").GetString() });
        locked.ShouldBeProblem(429, "account-locked");
        locked.Answer.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15));
        (await caller.PostAsync("/api/session", new { account = "nobody", password = "wrong" })).ShouldBeProblem(401, "sign-in-failed");
    }

    [Fact]
    public async Task The_session_cookie_is_closed_to_scripts_and_foreign_pages_and_ends_with_sign_out()
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        var cookie = clerk.Cookies.GetCookies(system.Address).Single();
        cookie.HttpOnly.ShouldBeTrue();

        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/api/items") { Content = JsonContent.Create(Bodies.Procurement("跨站")) };
        foreign.Headers.Add("Origin", "https://evil.example");
        (await clerk.Http.SendAsync(foreign)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await clerk.SendAsync(HttpMethod.Delete, "/api/session")).Answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await clerk.GetAsync("/api/session")).ShouldBeProblem(401, "not-signed-in");
        using var forged = system.Anyone();
        forged.Cookies.Add(system.Address, new Cookie(cookie.Name, string.Concat(cookie.Value.Reverse())));
        (await forged.GetAsync("/api/items")).ShouldBeProblem(401, "not-signed-in");
    }
}
