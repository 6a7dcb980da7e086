using Lianxin.Core;
using Lianxin.Core.Access;

namespace Lianxin.Functions.Http.Views;

/// <summary>An account as the administrator sees it: no hash, no secret.</summary>
/// <param name="SecondFactor">Whether a confirmed second factor is asked for.</param>
/// <param name="LockedUntil">Machine instant; null when it is not locked.</param>
public sealed record AccountView(
    string Account,
    string Name,
    string Role,
    string Office,
    bool Disabled,
    bool MustChangePassword,
    bool SecondFactor,
    DateTimeOffset? LockedUntil,
    IReadOnlyList<OutsideIdentityView> Outside,
    IReadOnlyList<AccountChangeView> Changes)
{
    public static AccountView Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new AccountView(
            account.Name, account.DisplayName, Names.Of(account.Role), account.Office, account.Disabled, account.MustChangePassword,
            account.SecondFactor is { Confirmed: true }, account.LockedUntil,
            [.. account.Outside.Select(o => new OutsideIdentityView(o.Issuer, o.Name, o.Subject is not null))],
            [.. account.Changes.Select(c => new AccountChangeView(c.By, c.What, c.At))]);
    }
}

/// <param name="Name">As the administrator entered it.</param>
/// <param name="Bound">Whether a first sign-in has bound the issuer's lasting name.</param>
public sealed record OutsideIdentityView(string Issuer, string Name, bool Bound);

public sealed record AccountChangeView(string By, string What, DateTimeOffset At);

public sealed record AccountListView(IReadOnlyList<AccountView> Items, string? Continuation);

/// <summary>A password that was made for somebody; it is told this once.</summary>
public sealed record IssuedPasswordView(AccountView Account, string InitialPassword);

/// <summary>The secret of a second factor while it is set up; null in <c>Secret</c> and <c>Address</c> afterwards.</summary>
public sealed record SecondFactorView(bool Confirmed, string? Secret, string? Address);
