using Microsoft.AspNetCore.DataProtection;

namespace Lianxin.Functions.Access;

/// <summary>
/// Reads the keys before the first session is looked at. The framework takes a session whose keys cannot be read for none, so
/// that storage being away would look like "not signed in"; here it is a 503 and the session goes on afterwards.
/// </summary>
public sealed class SessionKeys(RequestDelegate next, IDataProtectionProvider protection)
{
    private volatile bool known;

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!known && context.Request.Cookies.ContainsKey(SessionCookie.CookieName))
        {
            protection.CreateProtector(nameof(SessionKeys)).Protect([]);
            known = true;
        }

        return next(context);
    }
}
