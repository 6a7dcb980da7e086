using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Access;

/// <summary>Lets a request pass to its endpoint only if the table of permissions says so. An endpoint without a line is closed.</summary>
public sealed partial class PermissionGate(RequestDelegate next, ILogger<PermissionGate> log)
{
    public const string SignInPage = "/desk/sign-in";

    public const string OwnAccountPage = "/desk/account";

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // What routing itself makes up (405) is no route endpoint and carries no handler of ours.
        if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<HostOnly>() is not null)
        {
            // A form that stands for PUT is not let to be one without a session, and so finds no address.
            return context.Actor().Role == Role.Public && context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint() is not null and not RouteEndpoint
                ? LostAsync(context, next)
                : next(context);
        }

        if (endpoint.Metadata.GetMetadata<Permission>() is not { } permission)
        {
            LogNoPermission(endpoint.RoutePattern.RawText);
            return Problem.Forbidden().WriteAsync(context);
        }

        if (CurrentActor.AsksForNonsense(context.Request))
            return Problem.From(Refusal.Field("agency", "没有这样的机构代码。")).WriteAsync(context);
        var actor = context.Actor();
        if (CurrentActor.Account(context) is { MustChangePassword: true } && !CurrentActor.IsVouched(context) && !Permissions.BeforePasswordChange.Contains(permission) && !IsOwnAccountPage(context, permission))
        {
            return permission.IsDeskPage
                ? Responses.SeeOther(context, OwnAccountPage)
                : new Problem(StatusCodes.Status403Forbidden, ProblemCodes.PasswordChangeNeeded, "首次登录或密码重置后，请先修改密码。").WriteAsync(context);
        }

        if (Permissions.Allow(actor, permission))
            return next(context);
        if (actor.Role != Role.Public)
            return Problem.Forbidden().WriteAsync(context);
        return permission.IsDeskPage
            ? Responses.SeeOther(context, SignInPage + QueryString.Create("next", context.Request.Path + context.Request.QueryString))
            : LostAsync(context, Problem.NotSignedIn().WriteAsync);
    }

    private static async Task LostAsync(HttpContext context, RequestDelegate otherwise)
    {
        // An app without the desk has no page that a form could be shown on again.
        if (context.RequestServices.GetService<LostForms>() is not { } forms || !await forms.AnswerAsync(context))
            await otherwise(context);
    }

    private static bool IsOwnAccountPage(HttpContext context, Permission permission) =>
        permission == Permissions.Desk && context.Request.Path.Equals(OwnAccountPage, StringComparison.Ordinal);

    [LoggerMessage(Level = LogLevel.Error, Message = "the endpoint {Route} is not in the table of permissions")]
    private partial void LogNoPermission(string? route);
}
