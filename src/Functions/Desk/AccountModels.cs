using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.Desk;

/// <summary>Which form of 我的账号 was posted.</summary>
public enum OwnForm
{
    Password,
    Begin,
    Confirm,
    Remove,
}

/// <summary>Everybody who may sign in, and the form for one more.</summary>
public sealed record AccountsModel(IReadOnlyList<Account> Accounts, DisclosureCatalogue Catalogue, PlainForm New, DateTimeOffset Now, Refusal? Refusal = null)
{
    public string OfficeTitle(string code) => Catalogue.Office(code)?.Title ?? code;

    public string StateOf(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account switch
        {
            { Disabled: true } => "已停用",
            _ when account.LockedUntil > Now => "暂时锁定",
            { MustChangePassword: true } => "待改密码",
            _ => "可用",
        };
    }
}

/// <summary>One account, with what was done to it.</summary>
public sealed record AccountModel(Account Account, string OfficeTitle, IReadOnlyList<PlainForm> Forms, string? Done, Refusal? Refusal = null);

/// <summary>A password that was just made: shown once.</summary>
public sealed record IssuedPasswordModel(Account Account, string Password);

/// <summary>我的账号.</summary>
/// <param name="Secret">Of the second factor that is being set up; null otherwise.</param>
/// <param name="Code">The same for a camera.</param>
public sealed record OwnAccountModel(Account Account, string OfficeTitle, IReadOnlyList<PlainForm> Forms, string? Secret, QrPicture? Code, string? Done, Refusal? Refusal = null);
