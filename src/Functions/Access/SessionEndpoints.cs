using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Input;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lianxin.Functions.Access;

/// <summary><c>/api/session</c>: sign in, who am I, sign out; for programs as JSON, for people as plain forms.</summary>
public static class SessionEndpoints
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    internal const string DeskPage = "/desk";

    public static void MapSession(this IEndpointRouteBuilder app)
    {
        app.Receive(Permissions.SignIn, InputLimits.TextOnly, SignInAsync);
        app.Serve(Permissions.WhoAmI, WhoAmIAsync);
        app.Serve(Permissions.SignOut, SignOutAsync);
    }

    private static async Task SignInAsync(HttpContext context, PostedInput input)
    {
        // The sign-out form of someone whose session has already ended.
        if (input.MethodOverride == HttpMethods.Delete)
        {
            await Responses.SeeOther(context, PermissionGate.SignInPage);
            return;
        }

        var services = context.RequestServices;
        var agency = input.Fields.Text("agency") ?? services.GetRequiredService<LianxinOptions>().Agency;
        var name = input.Fields.Text("account");
        var password = input.Fields.Secret("password");
        if (name is null || password is null)
        {
            await RefuseAsync(context, input, Problem.From(Missing(name, password)));
            return;
        }

        var outcome = OptionsReader.AgencyCode().IsMatch(agency) && name.Length <= 64
            ? await services.GetRequiredService<SignIn>().TryAsync(agency, name, password, input.Fields.Secret("code"), ClientAddress.Of(context), context.RequestAborted)
            : new SignInOutcome.Refused();
        await (outcome switch
        {
            SignInOutcome.Accepted accepted => OpenAsync(context, input, accepted.Account),
            SignInOutcome.Locked locked => RefuseAsync(
                context, input, Problem.TooMany(locked.RetryAfter, ProblemCodes.AccountLocked, "密码多次输入错误，账号已暂时锁定，请稍后再试。")),
            SignInOutcome.CodeNeeded => RefuseAsync(
                context, input, new Problem(StatusCodes.Status401Unauthorized, ProblemCodes.CodeNeeded, "此账号启用了动态验证码，请连同验证码一起再登录一次。")),
            _ => RefuseAsync(
                context, input, new Problem(StatusCodes.Status401Unauthorized, ProblemCodes.SignInFailed, "账号或密码不正确。")),
        });
    }

    private static async Task OpenAsync(HttpContext context, PostedInput input, Account account)
    {
        await OpenAsync(context, account);
        if (input.IsForm && LostForm.Parse(input.Fields.Secret(LostForm.FieldName)) is { } lost && await context.RequestServices.GetRequiredService<LostForms>().ShowAsync(context, lost, account))
            return;
        if (input.IsForm)
            await Responses.SeeOther(context, LocalPage(input.Fields.Text("next")) ?? DeskPage);
        else
            await Responses.JsonAsync(context, Who.Of(CurrentActor.Of(account)), SessionJson.Default.Who);
    }

    /// <summary>Gives the browser a session of the account. Not persistent: desks are shared, and a closed browser should be a closed session.</summary>
    /// <param name="via">Key of the issuer that vouched for the person; null after our own password.</param>
    internal static Task OpenAsync(HttpContext context, Account account, string? via = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        return context.SignInAsync(Scheme, SessionTicket.Of(account, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), via));
    }

    private static Task RefuseAsync(HttpContext context, PostedInput input, Problem problem)
    {
        if (!input.IsForm)
            return problem.WriteAsync(context);
        if (LostForm.Parse(input.Fields.Secret(LostForm.FieldName)) is { } lost)
        {
            var account = input.Fields.Text("account") is { Length: <= 64 } typed ? typed : "";
            return context.RequestServices.GetRequiredService<LostForms>().SignInAsync(context, lost, problem.Detail, account, problem.Status);
        }

        var query = QueryString.Create("error", problem.Code);
        return Responses.SeeOther(
            context,
            PermissionGate.SignInPage + (LocalPage(input.Fields.Text("next")) is { } next ? query.Add("next", next) : query));
    }

    private static Task WhoAmIAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var actor = context.Actor();
        return actor.Role == Role.Public
            ? Problem.NotSignedIn().WriteAsync(context)
            : Responses.JsonAsync(context, Who.Of(actor), SessionJson.Default.Who);
    }

    private static async Task SignOutAsync(HttpContext context)
    {
        if (CurrentActor.Session(context) is { } session)
            await context.RequestServices.GetRequiredService<OwnAccount>().EndSessionAsync(context.Actor(), session, context.RequestAborted);
        await context.SignOutAsync(Scheme);
        CurrentActor.Clear(context);
        // Only a form comes with a body here.
        await (context.Request.HasFormContentType
            ? Responses.SeeOther(context, PermissionGate.SignInPage)
            : Responses.NoContent(context));
    }

    private static Refusal Missing(string? name, string? password)
    {
        var errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (name is null)
            errors.Add("account", ["请填写账号。"]);
        if (password is null)
            errors.Add("password", ["请填写密码。"]);
        return new Refusal(RefusalKind.Invalid, ProblemCodes.InvalidInput, "请填写账号和密码。") { Errors = errors };
    }

    /// <summary>A page of the desk, or null: a sign-in never leads to another site.</summary>
    internal static string? LocalPage(string? next) =>
        next is not null
        && next.StartsWith(DeskPage, StringComparison.Ordinal)
        && (next.Length == DeskPage.Length || next[DeskPage.Length] is '/' or '?')
        && next.All(c => c is > ' ' and < '\u007f' and not '\\')
            ? next
            : null;
}
