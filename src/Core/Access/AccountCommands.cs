using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Access;

/// <summary>What the administrator wants an account to be.</summary>
/// <param name="Name">Login name; null where it stays.</param>
/// <param name="Office">Code of an office of the catalogue.</param>
/// <param name="Disabled">Null where it stays as it is.</param>
public sealed record AccountWish(string? Name, string? DisplayName, Role? Role, string? Office, bool? Disabled);

/// <summary>
/// Decides about accounts: who may have one, and what may be changed. An account is never deleted, because the register names it; it is
/// disabled. Passwords come hashed; Core never sees one but to judge it.
/// </summary>
public static class AccountCommands
{
    public const int MostChanges = 50;

    /// <summary>An agency's staff fits one page and one read.</summary>
    public const int MostAccounts = 500;

    public static Refusal LastAdmin { get; } = new(RefusalKind.IllegalStep, "last-admin", "这是最后一个可用的管理员账号，不能停用或改作他用。");

    private const int NameCharacters = 50;

    /// <summary>Sessions remembered as ended; more than that, and the stamp changes instead, which ends them all.</summary>
    private const int MostEnded = 20;

    /// <param name="blank">A new account of the agency without anything but hash and stamp.</param>
    /// <param name="all">Every account of the agency.</param>
    public static Decision<Account> Create(AccountWish wish, Account blank, IReadOnlyList<Account> all, DisclosureCatalogue catalogue, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(blank);
        ArgumentNullException.ThrowIfNull(all);
        var errors = Faults(wish, catalogue);
        if (!IsName(wish.Name))
            Add(errors, "account", "账号应为 2 至 32 个小写字母、数字或连字符，以字母开头。");
        else if (all.Any(a => string.Equals(a.Name, wish.Name, StringComparison.Ordinal)))
            Add(errors, "account", "这个账号已经有人用了。");
        if (errors.Count > 0)
            return Wrong(errors);
        if (all.Count >= MostAccounts)
            return new Refusal(RefusalKind.IllegalStep, "too-many-accounts", $"账号已有 {MostAccounts} 个，不能再增加。");
        var fresh = blank with { Name = wish.Name!, DisplayName = wish.DisplayName!, Role = wish.Role!.Value, Office = wish.Office!, MustChangePassword = true };
        return Noted(fresh, by, "新建账号", at);
    }

    /// <summary>Changes name, role, office and state.</summary>
    /// <param name="stamp">A fresh stamp, taken where sessions must end.</param>
    public static Decision<Account> Change(Account account, AccountWish wish, IReadOnlyList<Account> all, DisclosureCatalogue catalogue, string stamp, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(by);
        if (Faults(wish, catalogue) is { Count: > 0 } errors)
            return Wrong(errors);
        var changed = account with { DisplayName = wish.DisplayName!, Role = wish.Role!.Value, Office = wish.Office!, Disabled = wish.Disabled ?? account.Disabled };
        var loses = account is { Role: Role.Admin, Disabled: false } && changed is not { Role: Role.Admin, Disabled: false };
        if (loses && !all.Any(a => a is { Role: Role.Admin, Disabled: false } && !string.Equals(a.Name, account.Name, StringComparison.Ordinal)))
            return LastAdmin;
        var said = WhatChanged(account, changed);
        if (said.Length == 0)
            return account;
        var ends = account.Role != changed.Role || account.Office != changed.Office || changed.Disabled;
        return Noted(ends ? changed with { Stamp = stamp } : changed, by, said, at);
    }

    /// <summary>The administrator gives somebody a new password; its owner must choose another at the next sign-in.</summary>
    /// <param name="withSecondFactor">Takes the second factor away too: the telephone is lost.</param>
    public static Account Reset(Account account, string hash, string stamp, bool withSecondFactor, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(account);
        var fresh = account with
        {
            PasswordHash = hash,
            Stamp = stamp,
            MustChangePassword = true,
            FailedCount = 0,
            LockedUntil = null,
            SecondFactor = withSecondFactor ? null : account.SecondFactor,
        };
        return Noted(fresh, by, withSecondFactor ? "重置密码，取消动态验证码" : "重置密码", at);
    }

    /// <summary>The owner chooses another password; every other session of theirs ends.</summary>
    public static Decision<Account> ChoosePassword(Account account, string password, bool same, Func<string, string> hash, string stamp, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(hash);
        var faults = PasswordRules.Faults(password, account).ToList();
        if (same)
            faults.Add("新密码不能与原来的相同。");
        return faults.Count > 0
            ? Wrong(new(StringComparer.Ordinal) { ["password"] = faults })
            : Noted(account with { PasswordHash = hash(password), Stamp = stamp, MustChangePassword = false }, by, "修改密码", at);
    }

    /// <summary>Signs one session out, copied cookies and all.</summary>
    public static Account EndSession(Account account, string session, DateTimeOffset until, string stamp, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(account);
        var still = account.EndedSessions.Where(s => s.Until > now && s.Id != session).ToList();
        return still.Count < MostEnded
            ? account with { EndedSessions = [.. still, new EndedSession(session, until)] }
            : account with { EndedSessions = [], Stamp = stamp };
    }

    public static Account Noted(Account account, Actor by, string what, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(by);
        return account with { Changes = [.. account.Changes.TakeLast(MostChanges - 1), new AccountChange(by.Account, what, at)] };
    }

    private static Dictionary<string, List<string>> Faults(AccountWish wish, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var errors = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(wish.DisplayName) || wish.DisplayName.Length > NameCharacters)
            Add(errors, "name", $"请填写姓名，不超过 {NameCharacters} 字。");
        if (wish.Role is null or Role.Public or Role.Machine)
            Add(errors, "role", "请选择角色。");
        if (wish.Office is null || catalogue.Office(wish.Office) is null)
            Add(errors, "office", "请选择所属站所。");
        return errors;
    }

    private static bool IsName(string? name) =>
        name is { Length: >= 2 and <= 32 } && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && name[^1] != '-';

    private static string WhatChanged(Account before, Account after) => string.Join("，", new[]
    {
        before.DisplayName == after.DisplayName ? null : "改姓名",
        before.Role == after.Role ? null : $"角色由 {Names.Of(before.Role)} 改为 {Names.Of(after.Role)}",
        before.Office == after.Office ? null : $"站所由 {before.Office} 改为 {after.Office}",
        before.Disabled == after.Disabled ? null : after.Disabled ? "停用" : "启用",
    }.OfType<string>());

    private static void Add(Dictionary<string, List<string>> errors, string field, string message)
    {
        if (!errors.TryGetValue(field, out var messages))
            errors.Add(field, messages = []);
        messages.Add(message);
    }

    private static Refusal Wrong(Dictionary<string, List<string>> errors) =>
        new(RefusalKind.Invalid, "invalid-input", "有字段的内容不符合要求，请改正后再提交。")
        {
            Errors = errors.ToDictionary(e => e.Key, e => (IReadOnlyList<string>)e.Value, StringComparer.Ordinal),
        };
}
