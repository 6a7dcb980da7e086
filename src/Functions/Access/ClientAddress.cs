using System.Net;

namespace Lianxin.Functions.Access;

/// <summary>Where a request came from.</summary>
public static class ClientAddress
{
    /// <summary>
    /// The last entry of <c>X-Forwarded-For</c> behind the Functions host (its front end adds what it saw; entries before it are
    /// whatever the caller wrote), otherwise the peer of the connection.
    /// </summary>
    public static string Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var peer = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (!context.RequestServices.GetRequiredService<LianxinOptions>().BehindFunctionsHost)
            return peer;
        var last = context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return IPEndPoint.TryParse(last, out var seen) ? seen.Address.ToString() : peer;
    }
}
