using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Lianxin.Functions.Access.Oidc;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases.Accounts;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/accounts</c>: the administrator's list of who may sign in. An account is disabled, never deleted: the register names it.</summary>
public sealed class AccountsResource(AccountBook book, OutsideAccounts outside, OutsideSignIn issuers, AccountsDesk desk)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.Serve(Permissions.ListAccounts, async context =>
        {
            context.Response.Headers.CacheControl = "no-store";
            var all = await book.ListAsync(context.Actor().Agency, context.RequestAborted);
            await Responses.JsonAsync(context, new AccountListView([.. all.Select(AccountView.Of)], null), ApiJson.Default.AccountListView);
        });
        app.Serve(Permissions.ReadAccount, async context =>
        {
            context.Response.Headers.CacheControl = "no-store";
            var account = await book.FindAsync(context.Actor().Agency, NameOf(context), context.RequestAborted);
            await (account is null
                ? Problem.From(Unknown).WriteAsync(context)
                : Responses.JsonAsync(context, AccountView.Of(account), ApiJson.Default.AccountView));
        });
        app.Receive(Permissions.CreateAccount, InputLimits.TextOnly, CreateAsync);
        app.Receive(Permissions.ChangeAccount, InputLimits.TextOnly, ChangeAsync);
        app.Receive(Permissions.ResetPassword, InputLimits.TextOnly, ResetAsync);
        app.Receive(Permissions.LinkAccount, InputLimits.TextOnly, LinkAsync);
    }

    private async Task CreateAsync(HttpContext context, PostedInput posted)
    {
        var wish = WishOf(posted.Fields);
        var decision = posted.Fields.Refusal is { } wrong ? wrong : await book.CreateAsync(context.Actor(), wish, context.RequestAborted);
        await IssuedAsync(context, posted, null, decision, StatusCodes.Status201Created);
    }

    private async Task ChangeAsync(HttpContext context, PostedInput posted)
    {
        var wish = WishOf(posted.Fields);
        var decision = posted.Fields.Refusal is { } wrong ? wrong : await book.ChangeAsync(context.Actor(), NameOf(context), wish, context.RequestAborted);
        await ChangedAsync(context, posted, decision);
    }

    /// <summary>Who the person is to an outside issuer; without a name the link is taken away.</summary>
    private async Task LinkAsync(HttpContext context, PostedInput posted)
    {
        var issuer = issuers.Find(posted.Fields.Text("provider"));
        var name = posted.Fields.Text("identity");
        if (issuer is null)
            posted.Fields.Refuse("provider", "没有这个统一身份认证。");
        var decision = posted.Fields.Refusal is { } wrong ? wrong : await outside.LinkAsync(context.Actor(), NameOf(context), issuer!, name, context.RequestAborted);
        await ChangedAsync(context, posted, decision);
    }

    private async Task ChangedAsync(HttpContext context, PostedInput posted, Decision<Account> decision)
    {
        await ((decision.Accepted, posted.IsForm) switch
        {
            (true, true) => Responses.SeeOther(context, AccountsDesk.PathOf(NameOf(context)) + "?did=changed"),
            (true, false) => Responses.JsonAsync(context, AccountView.Of(decision.Value!), ApiJson.Default.AccountView),
            (false, true) => desk.AccountAgainAsync(context, posted, NameOf(context), decision.Refusal!),
            _ => Problem.From(decision.Refusal!).WriteAsync(context),
        });
    }

    private async Task ResetAsync(HttpContext context, PostedInput posted)
    {
        var withSecondFactor = posted.Fields.Flag("withSecondFactor") ?? false;
        var decision = posted.Fields.Refusal is { } wrong ? wrong : await book.ResetAsync(context.Actor(), NameOf(context), withSecondFactor, context.RequestAborted);
        await IssuedAsync(context, posted, NameOf(context), decision, StatusCodes.Status200OK);
    }

    /// <summary>A form gets a page, not a redirect: the password is told once and is nowhere to be fetched from again.</summary>
    private async Task IssuedAsync(HttpContext context, PostedInput posted, string? name, Decision<IssuedPassword> decision, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!decision.Accepted)
        {
            await (!posted.IsForm ? Problem.From(decision.Refusal).WriteAsync(context)
                : name is null ? desk.ListAgainAsync(context, posted, decision.Refusal)
                : desk.AccountAgainAsync(context, posted, name, decision.Refusal));
            return;
        }

        await (posted.IsForm
            ? desk.IssuedAsync(context, decision.Value)
            : Responses.JsonAsync(
                context, new IssuedPasswordView(AccountView.Of(decision.Value.Account), decision.Value.Password), ApiJson.Default.IssuedPasswordView, status));
    }

    private static AccountWish WishOf(Fields fields)
    {
        Role? role = null;
        if (fields.Text("role") is { } named)
        {
            if (Names.TryRead<Role>(named, out var read))
                role = read;
            else
                fields.Refuse("role", "没有这个角色。");
        }

        return new AccountWish(fields.Text("account"), fields.Text("name"), role, fields.Text("office"), fields.Flag("disabled"));
    }

    private static string NameOf(HttpContext context) => (string)context.Request.RouteValues["account"]!;

    private static Refusal Unknown { get; } = new(RefusalKind.Unknown, "unknown-account", "没有这个账号。");
}
