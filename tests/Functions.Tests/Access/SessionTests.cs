using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Lianxin.Functions.Tests.Hosting;

namespace Lianxin.Functions.Tests.Access;

public sealed class SessionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signing_in_answers_who_i_am_and_opens_a_session()
    {
        await using var app = await StartAsync();
        (await app.Client.WhoAsync()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var answer = await app.Client.SignInAsync("clerk");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var who = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        who.ToString().ShouldBe("""{"account":"clerk","name":"某clerk","role":"clerk","agency":"ligang","office":"office-1"}""");
        (await (await app.Client.WhoAsync()).Content.ReadAsStringAsync(Cancellation)).ShouldBe(who.ToString());
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("Lianxin:ApiBaseUrl=https://gk.example.gov.cn", true)]
    [InlineData("Lianxin:ApiBaseUrl=http://127.0.0.1:7071", false)]
    [InlineData("WEBSITE_HOSTNAME=gk.example.net", true)]
    public async Task The_cookie_is_closed_to_scripts_and_other_sites_and_to_plain_http_off_loopback(string? setting, bool secure)
    {
        await using var app = await StartAsync(setting is null ? [] : [setting]);
        var cookie = (await app.Client.SignInAsync("clerk")).Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("lianxin=");
        cookie.ShouldContain("; httponly", Case.Insensitive);
        cookie.ShouldContain("; samesite=strict", Case.Insensitive);
        cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase).ShouldBe(secure);
    }

    [Theory]
    [InlineData("clerk", "wrong")]
    [InlineData("nobody", "right")]
    [InlineData("disabled", "right")]
    public async Task A_wrong_password_an_unknown_and_a_disabled_account_are_answered_alike(string account, string password)
    {
        await using var app = await StartAsync();
        var answer = await app.Client.SignInAsync(account, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        text.ShouldContain("\"code\":\"sign-in-failed\"");
        text.ShouldContain("账号或密码不正确。");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        app.Lines.ShouldNotContain(l => l.Contains(password + " ", StringComparison.Ordinal) || l.Contains("nobody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_five_wrong_passwords_even_the_right_one_waits_for_fifteen_minutes()
    {
        await using var app = await StartAsync();
        for (var i = 0; i < 5; i++)
            (await app.Client.SignInAsync("clerk", "wrong")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var locked = await app.Client.SignInAsync("clerk");
        locked.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        locked.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(15));
        (await locked.Content.ReadAsStringAsync(Cancellation)).ShouldContain("account-locked");
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        (await app.Client.SignInAsync("clerk")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_is_led_to_the_desk_and_never_to_another_site()
    {
        await using var app = await StartAsync();
        (await LocationAsync("/desk/items?status=draft")).ShouldBe("/desk/items?status=draft");
        (await LocationAsync("https://evil.example")).ShouldBe("/desk");
        (await LocationAsync("/desk\\..//evil.example")).ShouldBe("/desk");
        (await LocationAsync("//evil.example/desk/")).ShouldBe("/desk");
        (await LocationAsync("/desktop")).ShouldBe("/desk");

        async Task<string> LocationAsync(string next)
        {
            var answer = await app.Client.PostFormAsync("/api/session", ("account", "clerk"), ("password", "right"), ("next", next));
            answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            return answer.Headers.Location!.OriginalString;
        }
    }

    [Fact]
    public async Task A_form_with_a_wrong_or_missing_password_is_led_back_with_the_reason()
    {
        await using var app = await StartAsync();
        var wrong = await app.Client.PostFormAsync("/api/session", ("account", "clerk"), ("password", "wrong"), ("next", "/desk/items"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        wrong.Headers.Location!.OriginalString.ShouldBe("/desk/sign-in?error=sign-in-failed&next=%2Fdesk%2Fitems");
        var missing = await app.Client.PostFormAsync("/api/session", ("account", "clerk"));
        missing.Headers.Location!.OriginalString.ShouldBe("/desk/sign-in?error=invalid-input");
    }

    [Fact]
    public async Task Missing_fields_of_a_json_sign_in_are_named()
    {
        await using var app = await StartAsync();
        var answer = await app.Client.PostAsJsonAsync(new Uri("/api/session", UriKind.Relative), new { account = "clerk" }, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errors");
        errors.EnumerateObject().Select(e => e.Name).ShouldBe(["password"]);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_by_method_and_by_form()
    {
        await using var app = await StartAsync();
        await app.Client.SignInAsync("clerk");
        (await app.Client.CallAsync("DELETE", "/api/session")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await app.Client.WhoAsync()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await app.Client.SignInAsync("clerk");
        for (var click = 0; click < 2; click++)
        {
            var answer = await app.Client.PostFormAsync("/api/session", ("_method", "DELETE"));
            answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            answer.Headers.Location!.OriginalString.ShouldBe("/desk/sign-in");
            (await app.Client.WhoAsync()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task A_session_ends_eight_hours_after_its_last_use()
    {
        await using var app = await StartAsync();
        await app.Client.SignInAsync("clerk");
        for (var use = 0; use < 3; use++)
        {
            app.Clock.Advance(TimeSpan.FromHours(5));
            (await app.Client.WhoAsync()).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        app.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromSeconds(1));
        (await app.Client.WhoAsync()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_disabled_account_and_a_changed_password_end_the_session_within_a_minute()
    {
        await using var app = await StartAsync();
        foreach (var change in new Func<Account, Account>[] { a => a with { Disabled = true }, a => a with { Stamp = "new" } })
        {
            var account = app.Accounts.Put("clerk", Role.Clerk);
            app.Clock.Advance(AccountCache.Lifetime);
            await app.Client.SignInAsync("clerk");
            (await app.Client.WhoAsync()).StatusCode.ShouldBe(HttpStatusCode.OK);
            app.Accounts.Put(change(account));
            app.Clock.Advance(AccountCache.Lifetime);
            (await app.Client.WhoAsync()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task Requests_of_a_session_read_the_account_once_a_minute_only()
    {
        await using var app = await StartAsync();
        await app.Client.SignInAsync("clerk");
        var before = app.Accounts.Finds;
        for (var i = 0; i < 5; i++)
            await app.Client.WhoAsync();
        app.Accounts.Finds.ShouldBe(before);
    }

    [Fact]
    public async Task A_session_of_one_instance_is_read_by_another_also_after_the_password_changed()
    {
        await using var first = await StartAsync();
        await using var second = await RunningApp.StartAsync(SessionEndpoints.MapSession, accounts: first.Accounts, documents: first.Documents);
        (await WhoAtSecondAsync()).ShouldBe(HttpStatusCode.OK);
        first.Accounts.Put("clerk", Role.Clerk, "changed");
        (await WhoAtSecondAsync("changed")).ShouldBe(HttpStatusCode.OK);

        async Task<HttpStatusCode> WhoAtSecondAsync(string password = "right")
        {
            var cookie = (await first.Client.SignInAsync("clerk", password)).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
            using var client = second.NewClient();
            return (await client.CallAsync("GET", "/api/session", ("Cookie", cookie))).StatusCode;
        }
    }

    [Fact]
    public async Task A_cookie_that_was_copied_is_worth_nothing_after_its_session_was_signed_out()
    {
        await using var app = await StartAsync();
        var copied = await CookieAsync();
        var other = await CookieAsync();
        using var thief = app.NewClient();
        (await thief.CallAsync("GET", "/api/session", ("Cookie", copied))).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await thief.CallAsync("DELETE", "/api/session", ("Cookie", copied))).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await thief.CallAsync("GET", "/api/session", ("Cookie", copied))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await thief.CallAsync("GET", "/api/session", ("Cookie", other))).StatusCode.ShouldBe(HttpStatusCode.OK);

        async Task<string> CookieAsync()
        {
            using var client = app.NewClient();
            return (await client.SignInAsync("clerk")).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        }
    }

    [Fact]
    public async Task However_much_it_is_used_a_session_is_over_after_a_day()
    {
        await using var app = await StartAsync();
        await app.Client.SignInAsync("clerk");
        for (var hours = 0; hours < 24; hours += 6)
        {
            (await app.Client.WhoAsync()).StatusCode.ShouldBe(HttpStatusCode.OK);
            app.Clock.Advance(TimeSpan.FromHours(6));
        }

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await app.Client.WhoAsync()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task When_storage_is_away_the_answer_is_503_and_says_when_to_come_again()
    {
        await using var app = await StartAsync();
        app.Accounts.Away = true;
        var answer = await app.Client.SignInAsync("clerk");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("storage-unavailable");
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_are_503_and_end_no_session()
    {
        await using var first = await StartAsync();
        var cookie = (await first.Client.SignInAsync("clerk")).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var documents = (DocumentsInMemory)first.Documents;
        documents.Away = true;
        await using var restarted = await RunningApp.StartAsync(SessionEndpoints.MapSession, accounts: first.Accounts, documents: documents);
        using var client = restarted.NewClient();
        (await client.CallAsync("GET", "/api/session", ("Cookie", cookie))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await client.SignInAsync("clerk")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        documents.Away = false;
        (await client.CallAsync("GET", "/api/session", ("Cookie", cookie))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<RunningApp> StartAsync(params string[] settings)
    {
        var app = await RunningApp.StartAsync(SessionEndpoints.MapSession, settings: settings);
        app.Accounts.Put("clerk", Role.Clerk);
        app.Accounts.Put("disabled", Role.Clerk, disabled: true);
        return app;
    }
}
