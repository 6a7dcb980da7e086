using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lianxin.Core.Access;
using Lianxin.Functions.Tests.Http;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Access;

/// <summary>Accounts over HTTP: made by the administrator, taken over by their owners, with a second factor, and never told too much.</summary>
public sealed partial class AccountsTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private const string Chosen = "村东头那棵老槐树有一百岁了";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_account_does_nothing_before_its_owner_has_chosen_a_password()
    {
        var first = await CreatedAsync("new-clerk");
        using var clerk = town.NewClient();
        (await clerk.SignInAsync("new-clerk", first)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await CodeAsync(await GetAsync(clerk, "/api/items"), HttpStatusCode.Forbidden)).ShouldBe("password-change-needed");
        using var desk = await GetAsync(clerk, "/desk/items/new");
        desk.Headers.Location!.OriginalString.ShouldBe("/desk/account");
        using var own = await GetAsync(clerk, "/desk/account");
        (await own.Content.ReadAsStringAsync(Cancellation)).ShouldContain("请先修改密码");
        (await CodeAsync(await PostAsync(clerk, "/api/session/password", new { current = "wrong", password = Chosen }), HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
        (await PostAsync(clerk, "/api/session/password", new { current = first, password = Chosen })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await GetAsync(clerk, "/api/items")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var again = town.NewClient();
        (await again.SignInAsync("new-clerk", first)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await again.SignInAsync("new-clerk", Chosen)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task With_a_second_factor_the_password_alone_opens_nothing_and_a_code_opens_once()
    {
        using var clerk = await OwnerAsync("coded");
        var begun = await JsonAsync(await PostAsync(clerk, "/api/session/second-factor", new { current = Chosen }));
        var secret = Bytes(begun.GetProperty("secret").GetString()!);
        begun.GetProperty("address").GetString()!.ShouldStartWith("otpauth://totp/");
        (await PostAsync(clerk, "/api/session/second-factor/confirmation", new { code = "000000" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var confirmed = await JsonAsync(await PostAsync(clerk, "/api/session/second-factor/confirmation", new { code = Code() }));
        (confirmed.GetProperty("confirmed").GetBoolean(), confirmed.GetProperty("secret").ValueKind).ShouldBe((true, JsonValueKind.Null));

        town.Clock.Advance(TimeSpan.FromSeconds(30));
        using var next = town.NewClient();
        (await CodeAsync(await next.SignInAsync("coded", Chosen), HttpStatusCode.Unauthorized)).ShouldBe("second-factor-needed");
        (await CodeAsync(await next.SignInAsync("coded", "wrong-password", Code()), HttpStatusCode.Unauthorized)).ShouldBe("sign-in-failed");
        var code = Code();
        (await next.SignInAsync("coded", Chosen, code)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await next.SignInAsync("coded", Chosen, code)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var stored = (await town.Room.Accounts.FindAsync("ligang", "coded", Cancellation))!.Account.SecondFactor!;
        stored.Sealed.ShouldNotContain(Convert.ToBase64String(secret)[..12]);

        string Code() => TimeBasedCodes.CodeAt(secret, town.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_like_wrong_passwords()
    {
        using var clerk = await OwnerAsync("guessed");
        var secret = Bytes((await JsonAsync(await PostAsync(clerk, "/api/session/second-factor", new { current = Chosen }))).GetProperty("secret").GetString()!);
        (await PostAsync(clerk, "/api/session/second-factor/confirmation", new { code = TimeBasedCodes.CodeAt(secret, town.Clock.GetUtcNow()) })).EnsureSuccessStatusCode();
        using var thief = town.NewClient();
        for (var i = 0; i < 5; i++)
        {
            (await thief.SignInAsync("guessed", Chosen, "12345a")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await thief.SignInAsync("guessed", Chosen, "123456")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task The_password_of_an_open_session_is_not_to_be_guessed_on_its_own_page()
    {
        using var owner = await OwnerAsync("left-open");
        for (var i = 0; i < 5; i++)
        {
            (await PostAsync(owner, "/api/session/second-factor", new { current = "wrong-guess" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await PostAsync(owner, "/api/session/second-factor", new { current = Chosen })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var next = town.NewClient();
        (await next.SignInAsync("left-open", Chosen)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Correcting_a_name_does_not_open_a_closed_account_again()
    {
        using var gone = await OwnerAsync("gone");
        (await SendAsync(town.Admin, HttpMethod.Put, "/api/accounts/gone", JsonContent.Create(new { name = "示例人", role = "clerk", office = "caizheng", disabled = true }))).EnsureSuccessStatusCode();

        var corrected = await JsonAsync(await SendAsync(town.Admin, HttpMethod.Put, "/api/accounts/gone", JsonContent.Create(new { name = "改正人", role = "clerk", office = "caizheng" })));

        (corrected.GetProperty("name").GetString(), corrected.GetProperty("disabled").GetBoolean()).ShouldBe(("改正人", true));
    }

    [Fact]
    public async Task A_change_of_role_or_a_reset_ends_the_sessions_at_once()
    {
        using var clerk = await OwnerAsync("moved");
        var changed = await JsonAsync(await SendAsync(town.Admin, HttpMethod.Put, "/api/accounts/moved", JsonContent.Create(new { name = "示例人", role = "reviewer", office = "caizheng" })));
        changed.GetProperty("changes").EnumerateArray().Last().GetProperty("what").GetString()!.ShouldContain("角色由 clerk 改为 reviewer");
        (await clerk.WhoAsync()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var reset = await JsonAsync(await PostAsync(town.Admin, "/api/accounts/moved/password", new { }));
        using var next = town.NewClient();
        (await next.SignInAsync("moved", Chosen)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await next.SignInAsync("moved", reset.GetProperty("initialPassword").GetString()!)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Wrong_wishes_are_told_by_field_and_nobody_resets_themselves()
    {
        using var wrong = await PostAsync(town.Admin, "/api/accounts", new { account = "X", role = "king", office = "nowhere" });
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await JsonAsync(wrong)).GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldContain("role");
        (await CodeAsync(await PostAsync(town.Admin, "/api/accounts/admin/password", new { }), HttpStatusCode.Conflict)).ShouldBe("own-account");
        (await CodeAsync(await PostAsync(town.Admin, "/api/accounts/nobody/password", new { }), HttpStatusCode.NotFound)).ShouldBe("unknown-account");
        (await CodeAsync(await SendAsync(town.Admin, HttpMethod.Put, "/api/accounts/admin", JsonContent.Create(new { name = "某admin", role = "clerk", office = "dangzheng" })), HttpStatusCode.Conflict))
            .ShouldBe("last-admin");
    }

    [Fact]
    public async Task No_list_and_no_page_shows_a_hash_a_stamp_or_a_secret()
    {
        using var owner = await OwnerAsync("shown");
        (await PostAsync(owner, "/api/session/second-factor", new { current = Chosen })).EnsureSuccessStatusCode();
        var account = (await town.Room.Accounts.FindAsync("ligang", "shown", Cancellation))!.Account;
        foreach (var path in new[] { "/api/accounts", "/api/accounts/shown", "/desk/accounts", "/desk/accounts/shown" })
        {
            using var answer = await GetAsync(town.Admin, path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            text.ShouldContain("shown");
            text.ShouldNotContain(account.PasswordHash);
            text.ShouldNotContain(account.Stamp);
            text.ShouldNotContain(account.SecondFactor!.Sealed);
        }
    }

    [Fact]
    public async Task The_administrator_makes_an_account_by_form_and_sees_its_password_once()
    {
        using var refused = await town.Admin.PostFormAsync("/api/accounts", ("account", "by-form"), ("name", ""), ("role", "leader"), ("office", "caizheng"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await refused.Content.ReadAsStringAsync(Cancellation);
        page.ShouldContain("value=\"by-form\"");
        page.ShouldContain("请填写姓名");

        using var made = await town.Admin.PostFormAsync("/api/accounts", ("account", "by-form"), ("name", "示例人"), ("role", "leader"), ("office", "caizheng"));
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        made.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var password = Issued().Match(await made.Content.ReadAsStringAsync(Cancellation)).Groups[1].Value;
        using var leader = town.NewClient();
        (await leader.SignInAsync("by-form", password)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpClient> OwnerAsync(string name)
    {
        var first = await CreatedAsync(name);
        var client = town.NewClient();
        (await client.SignInAsync(name, first)).EnsureSuccessStatusCode();
        (await PostAsync(client, "/api/session/password", new { current = first, password = Chosen })).EnsureSuccessStatusCode();
        return client;
    }

    private async Task<string> CreatedAsync(string name)
    {
        using var answer = await PostAsync(town.Admin, "/api/accounts", new { account = name, name = "示例人", role = "clerk", office = "caizheng" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await JsonAsync(answer)).GetProperty("initialPassword").GetString()!;
    }

    private static byte[] Bytes(string spelled)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var (bits, count, bytes) = (0, 0, new List<byte>());
        foreach (var letter in spelled.Where(c => c != ' '))
        {
            bits = ((bits << 5) | alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xfff;
            count += 5;
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex("<p class=\"big\"><code>([^<]+)</code>")]
    private static partial Regex Issued();
}
