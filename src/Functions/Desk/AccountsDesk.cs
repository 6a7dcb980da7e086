using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Accounts;

namespace Lianxin.Functions.Desk;

/// <summary>The pages of accounts: the administrator's list, one account, and everybody's own.</summary>
public sealed class AccountsDesk(AccountBook book, OwnAccount own, DeskViews views, ReferenceData reference, TimeProvider machine, LianxinOptions options)
{
    public const string ListPath = "/desk/accounts";

    public static string PathOf(string account) => $"{ListPath}/{Uri.EscapeDataString(account)}";

    public async Task<string> ListAsync(HttpContext context, PostedInput? posted = null, Refusal? refusal = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var forms = new AccountForms(reference.Catalogue, TypedIn(posted), refusal);
        var model = new AccountsModel(await book.ListAsync(context.Actor().Agency, context.RequestAborted), reference.Catalogue, forms.New(), machine.GetUtcNow(), refusal);
        return await views.PagesFor(context).AccountsAsync(model, context.RequestAborted);
    }

    /// <summary>One account; null when there is none of that name.</summary>
    public async Task<string?> AccountAsync(HttpContext context, string name, PostedInput? posted = null, Refusal? refusal = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await book.FindAsync(context.Actor().Agency, name, context.RequestAborted) is not { } account)
            return null;
        var forms = new AccountForms(reference.Catalogue, TypedIn(posted), refusal).For(account, context.Actor(), options.Oidc);
        var done = context.Request.Query["did"] == "changed" ? "已保存。" : null;
        return await views.PagesFor(context).AccountAsync(new AccountModel(account, TitleOf(account), forms, done, refusal), context.RequestAborted);
    }

    public async Task<string?> OwnAsync(HttpContext context, OwnForm? refused = null, Refusal? refusal = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var actor = context.Actor();
        if (await book.FindAsync(actor.Agency, actor.Account, context.RequestAborted) is not { } account)
            return null;
        var done = context.Request.Query["did"].ToString() switch
        {
            "password" => "密码已修改。",
            "begun" => "请用手机扫描二维码，再填写六位数字。",
            "confirmed" => "动态验证码已启用，下次登录时需要。",
            "removed" => "动态验证码已停用。",
            _ => null,
        };
        var pending = own.Pending(account, options.AgencyName);
        var forms = new AccountForms(reference.Catalogue, null, refusal).Own(account, refused);
        var model = new OwnAccountModel(account, TitleOf(account), forms, pending?.Spelled, pending is { } shown ? QrPicture.Of(shown.Address) : null, done, refusal);
        return await views.PagesFor(context).OwnAccountAsync(model, context.RequestAborted);
    }

    public async Task ListAgainAsync(HttpContext context, PostedInput posted, Refusal refusal) =>
        await AgainAsync(context, refusal, await ListAsync(context, posted, refusal));

    public async Task AccountAgainAsync(HttpContext context, PostedInput posted, string name, Refusal refusal) =>
        await AgainAsync(context, refusal, await AccountAsync(context, name, posted, refusal));

    public async Task OwnAgainAsync(HttpContext context, OwnForm form, Refusal refusal) =>
        await AgainAsync(context, refusal, await OwnAsync(context, form, refusal));

    public async Task IssuedAsync(HttpContext context, IssuedPassword issued)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(issued);
        await Responses.HtmlAsync(context, await views.PagesFor(context).IssuedPasswordAsync(new IssuedPasswordModel(issued.Account, issued.Password), context.RequestAborted));
    }

    private async Task AgainAsync(HttpContext context, Refusal refusal, string? page)
    {
        var status = Problem.From(refusal).Status;
        await Responses.HtmlAsync(context, page ?? await views.RefusalAsync(context, status, refusal, "/desk", "回到工作清单"), status);
    }

    private static Dictionary<string, IReadOnlyList<string>>? TypedIn(PostedInput? posted) => posted is null ? null : DeskAnswers.Flat(posted.Root);

    private string TitleOf(Account account) => reference.Catalogue.Office(account.Office)?.Title ?? account.Office;
}
