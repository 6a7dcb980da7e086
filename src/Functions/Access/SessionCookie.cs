using System.Net;

namespace Lianxin.Functions.Access;

/// <summary>
/// The session's cookie: unreadable for scripts, never sent from a foreign page, and sent over plain HTTP only where nothing
/// but the machine itself can listen.
/// </summary>
public sealed class SessionCookie : CookieBuilder
{
    public const string CookieName = "lianxin";

    private readonly string? outerHost;

    /// <param name="options">The outer address decides, for the handler itself is always called over plain HTTP on loopback.</param>
    /// <param name="siteName">The platform's own name for the app (<c>WEBSITE_HOSTNAME</c>), used where no address is set.</param>
    public SessionCookie(LianxinOptions options, string? siteName)
    {
        ArgumentNullException.ThrowIfNull(options);
        outerHost = options.ApiBaseUrl?.Host ?? (string.IsNullOrEmpty(siteName) ? null : new HostString(siteName).Host);
        Name = CookieName;
        Path = "/";
        HttpOnly = true;
        SameSite = SameSiteMode.Strict;
        IsEssential = true;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cookie = base.Build(context, expiresFrom);
        cookie.Secure = !IsLoopback(outerHost ?? context.Request.Host.Host);
        return cookie;
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
