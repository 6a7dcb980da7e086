using System.Net;
using System.Net.Http.Json;
using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Lianxin.Functions.Access.Oidc;
using Lianxin.Functions.Tests.Access;
using Lianxin.Functions.Tests.UseCases;

namespace Lianxin.Functions.Tests.Http;

/// <summary>Sign-in by an OpenID Connect issuer, and calls with its tokens, against an issuer on loopback.</summary>
public sealed class OutsideSignInTests : IAsyncLifetime
{
    private const string Begin = "/api/session/oidc/town?next=%2Fdesk%2Fquarters";

    private OpenTownHall town = null!;
    private FakeIssuer issuer = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        issuer = await FakeIssuer.StartAsync(new BorrowedClock(() => town.Clock));
        town = new OpenTownHall
        {
            Settings =
            [
                "Lianxin:Oidc:town:Issuer=" + issuer.Issuer, "Lianxin:Oidc:town:ClientId=" + FakeIssuer.ClientId, "Lianxin:Oidc:town:ClientSecret=" + FakeIssuer.ClientSecret,
                "Lianxin:Oidc:town:Title=示例统一认证", "Lianxin:Oidc:town:AccountClaim=upn", "Lianxin:Oidc:town:Audience=api://lianxin",
                "Lianxin:Oidc:gone:Issuer=http://127.0.0.1:9", "Lianxin:Oidc:gone:ClientId=x", "Lianxin:Oidc:gone:AccountClaim=sub",
            ],
        };
        await town.StartAsync();
        await PutAsync("wang", new OutsideIdentity(issuer.Issuer, "wang@example.gov.cn", null));
    }

    public async ValueTask DisposeAsync()
    {
        await town.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task An_issuer_vouches_and_the_usual_session_opens_without_any_password_of_ours()
    {
        var page = await ReturnAsync(await BeginAsync());
        page.StatusCode.ShouldBe(HttpStatusCode.OK, await TextAsync(page));
        (await TextAsync(page)).ShouldContain("content=\"0;url=/desk/quarters\"");
        page.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("lianxin=", StringComparison.Ordinal) && c.Contains("samesite=strict", StringComparison.OrdinalIgnoreCase));

        // The account was made with a password to be changed: that is no matter of somebody who never uses it.
        (await OpenTownHall.GetAsync(town.Public, "/desk")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TextAsync(await town.Public.WhoAsync())).ShouldContain("\"account\":\"wang\"");
        (await AccountAsync("wang")).Outside.ShouldBe([new OutsideIdentity(issuer.Issuer, "wang@example.gov.cn", "subject-1")]);

        await town.Public.CallAsync("DELETE", "/api/session");
        (await town.Public.WhoAsync()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Once_bound_the_subject_decides_and_a_login_name_that_passed_to_another_opens_nothing()
    {
        await ReturnAsync(await BeginAsync());
        issuer.Person["upn"] = "renamed@example.gov.cn";
        (await ReturnAsync(await BeginAsync())).StatusCode.ShouldBe(HttpStatusCode.OK);
        issuer.Person["sub"] = "subject-2";
        issuer.Person["upn"] = "wang@example.gov.cn";
        await RefusedAsync(await ReturnAsync(await BeginAsync()), HttpStatusCode.Forbidden, "no-account-for-identity");
    }

    [Fact]
    public async Task Whoever_has_no_account_or_a_disabled_one_is_told_so_and_none_is_made()
    {
        await PutAsync("wang", new OutsideIdentity(issuer.Issuer, "wang@example.gov.cn", null), disabled: true);
        await RefusedAsync(await ReturnAsync(await BeginAsync()), HttpStatusCode.Forbidden, "no-account-for-identity");
        issuer.Person["upn"] = "stranger@example.gov.cn";
        var answer = await ReturnAsync(await BeginAsync());
        (await TextAsync(answer)).ShouldContain("请联系管理员");
        (await town.Room.Accounts.ListAsync(TownHall.Agency, Cancellation)).Select(a => a.Name).ShouldBe(["wang"]);
    }

    [Fact]
    public async Task A_state_is_good_once_for_ten_minutes_and_in_the_browser_that_began()
    {
        var back = await BeginAsync();
        (await town.Public.CallAsync("GET", back + "x")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        back = await BeginAsync();
        town.Clock.Advance(StateCookie.Lifetime);
        await RefusedAsync(await ReturnAsync(back), HttpStatusCode.BadRequest, "sign-in-expired");

        using var begun = await town.Public.CallAsync("GET", Begin);
        var copied = begun.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        back = issuer.SignInAt(begun.Headers.Location!);
        using var other = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        await RefusedAsync(await other.GetAsync(new Uri(back), Cancellation), HttpStatusCode.BadRequest, "sign-in-expired");
        (await ReturnAsync(back)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await RefusedAsync(await other.CallAsync("GET", back, ("Cookie", copied)), HttpStatusCode.BadRequest, "sign-in-expired");
    }

    [Theory]
    [InlineData("nonce", "another")]
    [InlineData("iss", "https://evil.example")]
    [InlineData("aud", "another-client")]
    [InlineData("azp", "another-client")]
    [InlineData("exp", 1L)]
    public async Task A_token_with_a_wrong_claim_opens_nothing(string claim, object value)
    {
        issuer.Bent[claim] = value;
        await RefusedAsync(await ReturnAsync(await BeginAsync()), HttpStatusCode.Unauthorized, "token-invalid");
        (await town.Public.WhoAsync()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_unsigned_token_opens_nothing()
    {
        issuer.Unsigned = true;
        await RefusedAsync(await ReturnAsync(await BeginAsync()), HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task A_changed_key_is_read_once_more_and_nonsense_makes_no_further_calls()
    {
        (await ReturnAsync(await BeginAsync())).StatusCode.ShouldBe(HttpStatusCode.OK);
        issuer.ChangeKey();
        town.Clock.Advance(IssuerMetadata.LeastPause);
        (await ReturnAsync(await BeginAsync())).StatusCode.ShouldBe(HttpStatusCode.OK);
        issuer.KeyReads.ShouldBe(2);
        issuer.ChangeKey();
        await RefusedAsync(await ReturnAsync(await BeginAsync()), HttpStatusCode.Unauthorized, "token-invalid");
        issuer.KeyReads.ShouldBe(2);
    }

    [Fact]
    public async Task An_issuer_that_is_away_or_declines_is_told_and_local_sign_in_goes_on()
    {
        using var away = await OpenTownHall.SendAsync(town.Public, HttpMethod.Get, "/api/session/oidc/gone", null);
        await RefusedAsync(away, HttpStatusCode.ServiceUnavailable, "issuer-unavailable");
        away.Headers.RetryAfter.ShouldNotBeNull();
        (await TextAsync(away)).ShouldContain("账号密码登录不受影响");
        var back = await BeginAsync();
        issuer.Away = true;
        await RefusedAsync(await ReturnAsync(back), HttpStatusCode.ServiceUnavailable, "issuer-unavailable");
        issuer.Away = false;
        back = await BeginAsync();
        await RefusedAsync(await ReturnAsync(back.Replace("code=", "error=access_denied&was=", StringComparison.Ordinal)), HttpStatusCode.Unauthorized, "sign-in-declined");
        (await TextAsync(await OpenTownHall.GetAsync(town.Public, "/desk/sign-in?next=/desk/cases"))).ShouldContain("href=\"/api/session/oidc/town?next=%2Fdesk%2Fcases\"");
        (await OpenTownHall.GetAsync(town.Public, "/api/session/oidc/unknown")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("https%3A%2F%2Fevil.example")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("%2Fdesk%5C..%2F%2Fevil.example")]
    public async Task The_way_back_leads_to_no_other_site(string next)
    {
        using var begun = await town.Public.CallAsync("GET", "/api/session/oidc/town?next=" + next);
        (await TextAsync(await ReturnAsync(issuer.SignInAt(begun.Headers.Location!)))).ShouldContain("content=\"0;url=/desk\"");
    }

    [Fact]
    public async Task A_program_calls_with_an_access_token_for_our_audience_and_with_nothing_else()
    {
        (await WithTokenAsync(issuer.Token(("aud", "api://lianxin"), ("scp", "desk")))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await AccountAsync("wang")).Outside.Single().Subject.ShouldBe("subject-1");
        foreach (var wrong in new[]
        {
            issuer.Token(("aud", FakeIssuer.ClientId), ("scp", "desk")),
            issuer.Token(("aud", "api://lianxin"), ("nonce", "of an ID token"), ("scp", "desk")),
            issuer.Token(("aud", "api://lianxin")),
            issuer.Token(("aud", "api://lianxin"), ("scp", "desk"), ("exp", town.Clock.GetUtcNow().AddMinutes(-3).ToUnixTimeSeconds())),
            "nonsense",
        })
        {
            var answer = await WithTokenAsync(wrong);
            (await OpenTownHall.CodeAsync(answer, HttpStatusCode.Unauthorized)).ShouldBe("token-invalid");
            answer.Headers.WwwAuthenticate.ToString().ShouldContain("invalid_token");
        }

        issuer.Person["sub"] = "nobody here";
        (await OpenTownHall.CodeAsync(await WithTokenAsync(issuer.Token(("aud", "api://lianxin"), ("scp", "desk"))), HttpStatusCode.Forbidden)).ShouldBe("no-account-for-identity");
    }

    [Fact]
    public async Task The_administrator_links_an_account_and_no_two_may_be_the_same_person()
    {
        await PutAsync("li", new OutsideIdentity(issuer.Issuer, "admin@example.gov.cn", "subject-li"), role: Role.Admin);
        issuer.Person["sub"] = "subject-li";
        await ReturnAsync(await BeginAsync());
        (await OpenTownHall.CodeAsync(await LinkAsync("WANG@example.gov.cn"), HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
        (await LinkAsync("li@example.gov.cn")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var linked = await AccountAsync("li");
        linked.Outside.ShouldBe([new OutsideIdentity(issuer.Issuer, "li@example.gov.cn", null)]);
        linked.Changes[^1].What.ShouldContain("示例统一认证");
        town.Clock.Advance(AccountCache.Lifetime);
        (await town.Public.WhoAsync()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        async Task<HttpResponseMessage> LinkAsync(string identity) =>
            await OpenTownHall.SendAsync(town.Public, HttpMethod.Put, "/api/accounts/li/identity", JsonContent.Create(new { provider = "town", identity }));
    }

    /// <summary>Begins in the browser of <c>town.Public</c>; answers the address to which the issuer sends it back.</summary>
    private async Task<string> BeginAsync()
    {
        using var begun = await town.Public.CallAsync("GET", Begin);
        begun.StatusCode.ShouldBe(HttpStatusCode.Found, await TextAsync(begun));
        var cookie = begun.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldContain("httponly", Case.Insensitive);
        return issuer.SignInAt(begun.Headers.Location!);
    }

    private Task<HttpResponseMessage> ReturnAsync(string address) => town.Public.CallAsync("GET", address);

    private Task<HttpResponseMessage> WithTokenAsync(string token) => town.Public.CallAsync("GET", "/api/items", ("Authorization", "Bearer " + token));

    private static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await TextAsync(answer);
        answer.StatusCode.ShouldBe(status, text);
        text.ShouldContain(code);
        text.ShouldContain("href=\"/desk/sign-in\"");
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancellation);

    private async Task<Account> AccountAsync(string name) => (await town.Room.Accounts.FindAsync(TownHall.Agency, name, Cancellation))!.Account;

    private async Task PutAsync(string name, OutsideIdentity outside, bool disabled = false, Role role = Role.Clerk)
    {
        var stored = await town.Room.Accounts.FindAsync(TownHall.Agency, name, Cancellation);
        var account = new Account(TownHall.Agency, name, "某" + name, role, "dangzheng", "no hash", "stamp", disabled, 0, null) { MustChangePassword = true, Outside = [outside] };
        (await town.Room.Accounts.SaveAsync(account, stored?.Fence, Cancellation)).ShouldBeTrue();
    }

    /// <summary>The town's clock, which is made after the issuer.</summary>
    private sealed class BorrowedClock(Func<TimeProvider> clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock().GetUtcNow();
    }
}
