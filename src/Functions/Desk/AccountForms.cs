using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;
using Lianxin.Functions.Access.Oidc;

namespace Lianxin.Functions.Desk;

/// <summary>Makes the forms of the account pages; passwords are never put back into one.</summary>
internal sealed class AccountForms(DisclosureCatalogue catalogue, IReadOnlyDictionary<string, IReadOnlyList<string>>? typed = null, Refusal? refusal = null)
{
    private static readonly IReadOnlyList<FormOption> Roles =
        [.. Enum.GetValues<Role>().Where(r => r is not (Role.Public or Role.Machine)).Select(r => new FormOption(Names.Of(r), Words.Of(r)))];

    public PlainForm New() => new(
        "new", "新建账号", "系统给出一次性密码，只显示一次；本人首次登录时必须改成自己的密码。", "/api/accounts", "新建账号",
        [
            Field("new", "account", "账号", "") with { Required = true, MaxLength = 32, Characters = 24, Hint = "小写字母、数字或连字符，以字母开头" },
            .. Person("new", "", Names.Of(Role.Clerk), ""),
        ],
        []);

    public IReadOnlyList<PlainForm> For(Account account, Actor by, IReadOnlyList<OidcProvider> providers)
    {
        var forms = new List<PlainForm>
        {
            new("change", "修改", "改变角色、站所或停用后，本人正在使用的登录立即失效。", AddressOf(account.Name), "保存修改",
                [
                    .. Person("change", account.DisplayName, Names.Of(account.Role), account.Office),
                    Field("change", "disabled", "状态", account.Disabled ? "true" : "false") with { Kind = FieldKind.Select, Options = [new("false", "可用"), new("true", "停用")] },
                ],
                [new("_method", "PUT")]),
        };
        if (account.Name != by.Account)
        {
            forms.Add(new("reset", "重置密码", "系统给出新的一次性密码，原密码和正在使用的登录立即失效。", AddressOf(account.Name) + "/password", "重置密码",
                [
                    Field("reset", "withSecondFactor", "动态验证码", "false") with { Kind = FieldKind.Select, Options = [new("false", "保留"), new("true", "一并取消（手机丢失时）")] },
                ],
                []));
        }

        forms.AddRange(providers.Select(p => Identity(account, p)));
        return forms;
    }

    private PlainForm Identity(Account account, OidcProvider provider)
    {
        var identity = OutsideIdentities.Of(account, provider.IssuerName);
        var scope = "identity-" + provider.Key;
        var state = identity switch
        {
            null => "还没有设置，本人不能用它登录。",
            { Subject: null } => "已设置，等待本人首次登录；首次登录时绑定身份。",
            _ => "已绑定。换人时请重新填写，原来的绑定随之取消。",
        };
        var refused = typed?.GetValueOrDefault("provider") is [var key, ..] && key == provider.Key;
        var own = refused ? this : new AccountForms(catalogue);
        return new PlainForm(scope, "统一身份登录：" + provider.Title, state, AddressOf(account.Name) + "/identity", "保存统一身份",
            [own.Field(scope, "identity", "统一身份登录名", identity?.Name ?? "") with { MaxLength = OutsideIdentities.NameCharacters, Characters = 40, Hint = $"填写对方系统里 {provider.AccountClaim} 的值，留空则取消" }],
            [new("_method", "PUT"), new("provider", provider.Key)]);
    }

    public IReadOnlyList<PlainForm> Own(Account account, OwnForm? refused)
    {
        var own = new AccountForms(catalogue, null, refusal);
        var forms = new List<PlainForm>
        {
            own.Plain(OwnForm.Password, refused, "修改密码", $"至少 {PasswordRules.Least} 个字符，好记的一句话最好。修改后，在别处的登录立即失效。", "password", "修改密码",
                f => [f.Password("current", "当前密码", "current-password"), f.Password("password", "新密码", "new-password")]),
        };
        if (account.MustChangePassword)
            return forms;
        forms.Add(account.SecondFactor switch
        {
            null => own.Plain(OwnForm.Begin, refused, "启用动态验证码", "用手机上的验证器应用，登录时除密码外再输入六位数字。密码泄露时，别人也登录不了。", "second-factor", "开始设置",
                f => [f.Password("current", "当前密码", "current-password")]),
            { Confirmed: false } => own.Plain(OwnForm.Confirm, refused, "完成设置", "在验证器应用里扫描二维码，或者输入上面的密钥，再填写它显示的六位数字。", "second-factor/confirmation", "启用",
                f => [f.Code()]),
            _ => own.Plain(OwnForm.Remove, refused, "停用动态验证码", "更换手机时先停用，再重新设置。", "second-factor/removal", "停用",
                f => [f.Password("current", "当前密码", "current-password")]),
        });
        if (account.SecondFactor is { Confirmed: false })
        {
            forms.Add(own.Plain(OwnForm.Begin, refused, "换一个密钥", "二维码被别人看见时，重新开始。", "second-factor", "重新开始",
                f => [f.Password("current", "当前密码", "current-password")]));
        }

        return forms;
    }

    private PlainForm Plain(OwnForm form, OwnForm? refused, string title, string lead, string route, string button, Func<OwnFields, IReadOnlyList<FormField>> fields)
    {
        var scope = Names.Of(form);
        return new PlainForm(scope, title, lead, "/api/session/" + route, button, fields(new OwnFields(scope, form == refused ? refusal : null)), []);
    }

    private IReadOnlyList<FormField> Person(string scope, string name, string role, string office) =>
    [
        Field(scope, "name", "姓名", name) with { Required = true, MaxLength = 50, Characters = 24 },
        Field(scope, "role", "角色", role) with { Kind = FieldKind.Select, Options = Roles },
        Field(scope, "office", "所属站所", office) with { Kind = FieldKind.Select, Options = [.. catalogue.Offices.Select(o => new FormOption(o.Code, o.Title))] },
    ];

    private FormField Field(string scope, string name, string label, string value) => new(scope, name, label)
    {
        Value = typed?.GetValueOrDefault(name) is [var text, ..] ? text : value,
        Errors = refusal?.Errors.GetValueOrDefault(name) ?? [],
    };

    private static string AddressOf(string account) => "/api/accounts/" + Uri.EscapeDataString(account);

    private sealed record OwnFields(string Scope, Refusal? Refusal)
    {
        public FormField Password(string name, string label, string autocomplete) => new(Scope, name, label)
        {
            Kind = FieldKind.Password,
            Required = true,
            Autocomplete = autocomplete,
            Characters = 24,
            Errors = Refusal?.Errors.GetValueOrDefault(name) ?? [],
        };

        public FormField Code() => new(Scope, "code", "六位验证码")
        {
            Required = true,
            Autocomplete = "one-time-code",
            InputMode = "numeric",
            MaxLength = 8,
            Characters = 10,
            Errors = Refusal?.Errors.GetValueOrDefault("code") ?? [],
        };
    }
}
