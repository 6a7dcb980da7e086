namespace Lianxin.Core.Access;

/// <summary>
/// Which account a token of an outside issuer opens. It opens none that the administrator has not linked: roles and offices are the
/// account's own, and no account is made by signing in.
/// </summary>
public static class OutsideIdentities
{
    public const int NameCharacters = 254;

    /// <summary>The account that is bound to the subject, else the one that waits for the name; null when there is none, or more than one waits.</summary>
    /// <param name="name">Value of the naming claim; null when the token has none that may be believed.</param>
    public static Account? Find(IReadOnlyList<Account> all, string issuer, string subject, string? name)
    {
        ArgumentNullException.ThrowIfNull(all);
        if (all.FirstOrDefault(a => Of(a, issuer) is { Subject: { } bound } && string.Equals(bound, subject, StringComparison.Ordinal)) is { } known)
            return known;
        var waiting = all.Where(a => Of(a, issuer) is { Subject: null } identity && Names(identity, subject, name)).Take(2).ToList();
        return waiting is [var one] ? one : null;
    }

    /// <summary>Binds the subject at the first sign-in; an account that is bound to it already comes back unchanged.</summary>
    public static Decision<Account> Bind(Account account, string issuer, string subject, string? name, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (Of(account, issuer) is not { } identity)
            return NoAccount;
        if (identity.Subject is { } bound)
            return string.Equals(bound, subject, StringComparison.Ordinal) ? account : NoAccount;
        if (!Names(identity, subject, name))
            return NoAccount;
        var self = new Actor(account.Name, account.DisplayName, account.Role, account.Agency, account.Office);
        return AccountCommands.Noted(account with { Outside = [.. Others(account, issuer), identity with { Subject = subject }] }, self, "首次统一身份登录，身份已绑定", at);
    }

    /// <summary>The administrator says who the person is to an issuer; an empty name takes it away. Sessions end.</summary>
    /// <param name="all">Every account of the agency: two people cannot be the same one outside.</param>
    /// <param name="title">The issuer's name, for the account's history.</param>
    public static Decision<Account> Link(Account account, IReadOnlyList<Account> all, string issuer, string title, string? name, string stamp, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(all);
        var wanted = name?.Trim() ?? "";
        if (wanted.Length > NameCharacters)
            return Refusal.Field("identity", $"统一身份登录名不能超过 {NameCharacters} 个字符。");
        if (wanted.Length == 0)
        {
            return Of(account, issuer) is null
                ? account
                : AccountCommands.Noted(account with { Outside = Others(account, issuer), Stamp = stamp }, by, $"取消统一身份登录：{title}", at);
        }

        if (all.Any(a => !string.Equals(a.Name, account.Name, StringComparison.Ordinal) && Of(a, issuer) is { } other
            && (Same(other.Name, wanted) || string.Equals(other.Subject, wanted, StringComparison.Ordinal))))
        {
            return Refusal.Field("identity", "这个统一身份已经属于另一个账号。");
        }

        return AccountCommands.Noted(
            account with { Outside = [.. Others(account, issuer), new OutsideIdentity(issuer, wanted, null)], Stamp = stamp }, by, $"设置统一身份登录：{title}", at);
    }

    public static Refusal NoAccount { get; } = new(
        RefusalKind.Forbidden, "no-account-for-identity", "统一身份验证成功，但本系统没有与它对应的可用账号。请联系管理员在“账号”页里为您设置统一身份登录，系统不会自动开户。");

    public static OutsideIdentity? Of(Account account, string issuer)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Outside.FirstOrDefault(o => string.Equals(o.Issuer, issuer, StringComparison.Ordinal));
    }

    private static IReadOnlyList<OutsideIdentity> Others(Account account, string issuer) => [.. account.Outside.Where(o => o.Issuer != issuer)];

    private static bool Names(OutsideIdentity identity, string subject, string? name) =>
        string.Equals(identity.Name, subject, StringComparison.Ordinal) || (name is not null && Same(identity.Name, name));

    /// <summary>Mail addresses and directory names do not tell capital letters apart.</summary>
    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
