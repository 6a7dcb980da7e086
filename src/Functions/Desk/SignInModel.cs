using Lianxin.Functions.Access.Oidc;

namespace Lianxin.Functions.Desk;

/// <param name="Account">As typed before; the password is never shown again.</param>
/// <param name="Error">Why the last try was refused, in Chinese; null at first.</param>
/// <param name="Next">The page of the desk that was asked for; whether it is one is judged when the form comes back.</param>
public sealed record SignInModel(string Account = "", string? Error = null, string Next = "")
{
    /// <summary>Issuers beside the local accounts.</summary>
    public IReadOnlyList<OidcProvider> Providers { get; init; } = [];

    /// <summary>A link and not a form: a page's policy says where its forms may lead, and issuers are no part of it.</summary>
    public string AddressOf(OidcProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return provider.Path + (Next.Length > 0 ? QueryString.Create("next", Next) : QueryString.Empty);
    }

    /// <summary>A form that was sent when its session was over, as text; see <see cref="Access.LostForm"/>.</summary>
    public string? Carried { get; init; }

    public IReadOnlyList<FormField> Fields =>
    [
        new("in", "account", "账号") { Value = Account, Required = true, Autocomplete = "username", Characters = 24 },
        new("in", "password", "密码") { Kind = FieldKind.Password, Required = true, Autocomplete = "current-password", Characters = 24 },
        new("in", "code", "动态验证码") { InputMode = "numeric", MaxLength = 8, Autocomplete = "one-time-code", Characters = 10, TellsOptional = false, Hint = "启用了的账号填写，其他的不填" },
    ];
}
