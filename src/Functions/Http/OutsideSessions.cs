using Lianxin.Core;
using Lianxin.Functions.Access;
using Lianxin.Functions.Access.Oidc;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/session/oidc/{provider}</c>: to an issuer of OpenID Connect and back, into the usual session.</summary>
public sealed partial class OutsideSessions(OutsideSignIn flow, OutsideAccounts accounts, DeskViews views, ILogger<OutsideSessions> log)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.Serve(Permissions.BeginOutsideSignIn, BeginAsync);
        app.Serve(Permissions.EndOutsideSignIn, CompleteAsync);
    }

    private async Task BeginAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (flow.Find(KeyOf(context)) is not { } provider)
        {
            await Problem.NotFound().WriteAsync(context);
            return;
        }

        var begun = await flow.BeginAsync(context, provider, SessionEndpoints.LocalPage(context.Request.Query["next"].ToString()));
        if (begun.Value is not { } address)
        {
            await RefuseAsync(context, provider, begun.Fault!.Value, begun.Reason);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = address;
        context.Response.ContentLength = 0;
    }

    private async Task CompleteAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        // The code stands in this page's address: nobody else is told of it.
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (flow.Find(KeyOf(context)) is not { } provider)
        {
            await Problem.NotFound().WriteAsync(context);
            return;
        }

        var completed = await flow.CompleteAsync(context, provider);
        if (completed.Value is not { } vouched)
        {
            await RefuseAsync(context, provider, completed.Fault!.Value, completed.Reason);
            return;
        }

        var account = await accounts.OpenAsync(vouched.Person, context.RequestAborted);
        if (!account.Accepted)
        {
            LogNoAccount(provider.Key, ClientAddress.Of(context));
            await PageAsync(context, Problem.From(account.Refusal).Status, account.Refusal);
            return;
        }

        await SessionEndpoints.OpenAsync(context, account.Value, provider.Key);
        LogAccepted(account.Value.Agency, account.Value.Name, provider.Key, ClientAddress.Of(context));
        // A redirect would still belong to the navigation that the issuer began, and the session's cookie is Strict: a page of ours goes on.
        await Responses.HtmlAsync(context, await views.SignedInAsync(context, SessionEndpoints.LocalPage(vouched.Next) ?? SessionEndpoints.DeskPage));
    }

    private Task RefuseAsync(HttpContext context, OidcProvider provider, OidcFault fault, string reason)
    {
        LogRefused(provider.Key, reason, ClientAddress.Of(context));
        var (status, code, detail) = fault switch
        {
            OidcFault.StateUnknown => (StatusCodes.Status400BadRequest, "sign-in-expired", "这次登录已经过期、已经用过，或者不是在这个浏览器里开始的。请回到登录页，从头再来一次。"),
            OidcFault.Declined => (StatusCodes.Status401Unauthorized, "sign-in-declined", $"{provider.Title}没有完成登录，可能是您取消了，也可能是没有得到许可。可以再试一次，或改用账号密码。"),
            OidcFault.IssuerAway => (StatusCodes.Status503ServiceUnavailable, ProblemCodes.IssuerUnavailable, $"{provider.Title}暂时联系不上。请稍后再试；账号密码登录不受影响。"),
            _ => (StatusCodes.Status401Unauthorized, ProblemCodes.TokenInvalid, $"{provider.Title}返回的身份没有通过核验，没有登录。请再试一次；仍不行的，请联系管理员。"),
        };
        if (status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "60";
        return PageAsync(context, status, new Refusal(RefusalKind.Forbidden, code, detail));
    }

    private async Task PageAsync(HttpContext context, int status, Refusal refusal) =>
        await Responses.HtmlAsync(context, await views.RefusalAsync(context, status, refusal, PermissionGate.SignInPage, "回到登录页"), status);

    private static string? KeyOf(HttpContext context) => context.Request.RouteValues["provider"] as string;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Agency}/{Account} signed in by {Provider} from {Address}")]
    private partial void LogAccepted(string agency, string account, string provider, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "sign-in by {Provider} refused: {Reason}; from {Address}")]
    private partial void LogRefused(string provider, string reason, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Provider} vouched for somebody without an account here, from {Address}")]
    private partial void LogNoAccount(string provider, string address);
}
