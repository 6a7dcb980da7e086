using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Tests.Accounts;

public class AccountCommandsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DisclosureCatalogue Catalogue = new("1", [], [Of("dangzheng", "党政办公室"), Of("caizheng", "财政所")]);
    private static readonly Actor Admin = new("admin", "示例管理员", Role.Admin, "ligang", "dangzheng");
    private static readonly Account TheAdmin = Make("admin", Role.Admin);

    [Fact]
    public void A_new_account_must_choose_its_own_password_and_says_who_made_it()
    {
        var made = Create(new AccountWish("clerk-1", "示例经办人", Role.Clerk, "caizheng", false)).Value!;

        (made.Name, made.DisplayName, made.Role, made.Office, made.MustChangePassword).ShouldBe(("clerk-1", "示例经办人", Role.Clerk, "caizheng", true));
        made.Changes.ShouldBe([new AccountChange("admin", "新建账号", Now)]);
    }

    [Theory]
    [InlineData("Clerk", "账号应为")]
    [InlineData("1clerk", "账号应为")]
    [InlineData("c", "账号应为")]
    [InlineData("clerk-", "账号应为")]
    [InlineData("cl/erk", "账号应为")]
    [InlineData("经办人", "账号应为")]
    [InlineData(null, "账号应为")]
    [InlineData("admin", "已经有人用了")]
    public void A_login_name_that_will_not_do_is_named(string? name, string message) =>
        Create(new AccountWish(name, "示例", Role.Clerk, "caizheng", false)).Refusal!.Errors["account"].Single().ShouldContain(message);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        Create(new AccountWish("x", " ", null, "nowhere", false)).Refusal!.Errors.Keys.ShouldBe(["name", "role", "office", "account"], ignoreOrder: true);

    [Theory]
    [InlineData(Role.Public)]
    [InlineData(Role.Machine)]
    public void Nobody_can_be_made_the_public_or_a_machine(Role role) =>
        Create(new AccountWish("clerk-1", "示例", role, "caizheng", false)).Refusal!.Errors.ShouldContainKey("role");

    [Theory]
    [InlineData(Role.Clerk, false)]
    [InlineData(Role.Admin, true)]
    public void The_last_administrator_stays(Role role, bool disabled)
    {
        var wish = new AccountWish(null, "示例管理员", role, "dangzheng", disabled);

        Change(TheAdmin, wish, TheAdmin, Make("clerk", Role.Clerk), Make("gone", Role.Admin) with { Disabled = true }).Refusal!.Code.ShouldBe("last-admin");
        Change(TheAdmin, wish, TheAdmin, Make("other", Role.Admin)).Accepted.ShouldBeTrue();
    }

    [Fact]
    public void Another_role_office_or_state_ends_the_sessions_and_another_name_does_not()
    {
        var clerk = Make("clerk", Role.Clerk);

        Stamp(new AccountWish(null, "改名的", Role.Clerk, "dangzheng", false)).ShouldBe("old");
        Stamp(new AccountWish(null, clerk.DisplayName, Role.Reviewer, "dangzheng", false)).ShouldBe("new");
        Stamp(new AccountWish(null, clerk.DisplayName, Role.Clerk, "caizheng", false)).ShouldBe("new");
        Stamp(new AccountWish(null, clerk.DisplayName, Role.Clerk, "dangzheng", true)).ShouldBe("new");

        string Stamp(AccountWish wish) => Change(clerk, wish, clerk, TheAdmin).Value!.Stamp;
    }

    [Fact]
    public void A_change_that_changes_nothing_leaves_no_record() =>
        Change(TheAdmin, new AccountWish(null, TheAdmin.DisplayName, Role.Admin, "dangzheng", false), TheAdmin).Value.ShouldBe(TheAdmin);

    [Fact]
    public void A_reset_unlocks_and_may_take_the_lost_telephone_away()
    {
        var locked = Make("clerk", Role.Clerk) with { FailedCount = 5, LockedUntil = Now.AddMinutes(10), SecondFactor = new SecondFactor("x", true, 7) };

        var kept = AccountCommands.Reset(locked, "hash", "new", withSecondFactor: false, Admin, Now);
        (kept.FailedCount, kept.LockedUntil, kept.MustChangePassword, kept.Stamp, kept.SecondFactor).ShouldBe((0, null, true, "new", locked.SecondFactor));
        AccountCommands.Reset(locked, "hash", "new", withSecondFactor: true, Admin, Now).SecondFactor.ShouldBeNull();
    }

    [Theory]
    [InlineData("短", "密码应有")]
    [InlineData("my-clerk-name-7", "不要有账号或姓名")]
    [InlineData("示例人的门牌号码是三", "不要有账号或姓名")]
    [InlineData("aaaabbbbaaaa", "重复的字符")]
    [InlineData("abcdefghijkl", "太常见")]
    [InlineData("9876543210", "太常见")]
    [InlineData("password123", "太常见")]
    public void A_weak_password_is_refused_and_told_why(string password, string why)
    {
        var clerk = Make("clerk", Role.Clerk) with { DisplayName = "示例人" };

        Choose(clerk, password).Refusal!.Errors["password"].ShouldContain(e => e.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_is_a_password_and_the_old_one_is_none()
    {
        var clerk = Make("clerk", Role.Clerk) with { MustChangePassword = true };
        var chosen = Choose(clerk, "村东头那棵老槐树有一百岁了").Value!;

        (chosen.MustChangePassword, chosen.PasswordHash, chosen.Stamp).ShouldBe((false, "hashed", "new"));
        Choose(clerk, "村东头那棵老槐树有一百岁了", same: true).Accepted.ShouldBeFalse();
    }

    [Fact]
    public void Ended_sessions_are_remembered_until_their_cookies_are_over_and_too_many_end_them_all()
    {
        var account = Make("clerk", Role.Clerk) with { EndedSessions = [new EndedSession("old", Now.AddMinutes(-1))] };

        account = AccountCommands.EndSession(account, "s0", Now.AddHours(1), "new", Now);
        account.EndedSessions.Select(s => s.Id).ShouldBe(["s0"]);
        for (var i = 1; i < 20; i++)
        {
            account = AccountCommands.EndSession(account, $"s{i}", Now.AddHours(1), "new", Now);
        }

        (account.EndedSessions.Count, account.Stamp).ShouldBe((20, "old"));
        account = AccountCommands.EndSession(account, "s20", Now.AddHours(1), "new", Now);
        (account.EndedSessions.Count, account.Stamp).ShouldBe((0, "new"));
    }

    private static Office Of(string code, string title) => new(code, title, false, "", "", "", "");

    private static Account Make(string name, Role role) => new("ligang", name, "某" + name, role, "dangzheng", "hash", "old", false, 0, null);

    private static Decision<Account> Create(AccountWish wish) =>
        AccountCommands.Create(wish, Make("", Role.Public) with { DisplayName = "" }, [TheAdmin], Catalogue, Admin, Now);

    private static Decision<Account> Change(Account account, AccountWish wish, params Account[] all) =>
        AccountCommands.Change(account, wish, all, Catalogue, "new", Admin, Now);

    private static Decision<Account> Choose(Account account, string password, bool same = false) =>
        AccountCommands.ChoosePassword(account, password, same, _ => "hashed", "new", Admin, Now);
}
