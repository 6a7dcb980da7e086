using Lianxin.Functions.Input;

namespace Lianxin.Functions.Access;

/// <summary>
/// Refuses a changing request that a foreign page makes a signed-in browser send (cross-site request forgery). The session
/// cookie's SameSite=Strict does most of it; this is the second lock, and also guards the sign-in itself. Programs without a
/// browser send neither header and are let through: they have no session that somebody else could ride on.
/// </summary>
public sealed class OriginCheck(RequestDelegate next, LianxinOptions options)
{
    private readonly HashSet<string> allowed = AllowedBy(options);

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.Request;
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        var rides = request.Cookies.ContainsKey(SessionCookie.CookieName) || request.Path == Permissions.SignIn.Template;
        return safe || !rides || IsOurs(request)
            ? next(context)
            : new Problem(StatusCodes.Status403Forbidden, ProblemCodes.CrossOrigin, "此请求来自其他网站的页面，已拒绝。").WriteAsync(context);
    }

    private bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "same-origin" or "none")
            return true;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
            return site.Length == 0;
        // A browser's word that the page is a foreign one outweighs a Host header that merely looks alike.
        return allowed.Contains(origin) || (site.Length == 0 && IsSameHost(origin, request.Host));
    }

    /// <summary>The host alone is compared: the scheme that the browser saw ends at the Functions host.</summary>
    internal static bool IsSameHost(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Authority.Equals(host.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Origins whose pages may send changing requests.</summary>
    internal static HashSet<string> AllowedBy(LianxinOptions options) => new(
        options.AllowedOrigins
            .Concat(new[] { options.PublicBaseUrl, options.ApiBaseUrl }.OfType<Uri>().Select(u => u.AbsoluteUri))
            .Select(Origin)
            .OfType<string>(),
        StringComparer.OrdinalIgnoreCase);

    private static string? Origin(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null;
}
