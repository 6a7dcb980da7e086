using System.Globalization;
using System.Security.Claims;
using Lianxin.Core.Access;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lianxin.Functions.Access;

/// <summary>
/// What a session's cookie carries: which account, the account's stamp at sign-in, the session's own id and when it was opened. Role and
/// office are read from the account each time, so that a change takes effect without a new sign-in.
/// </summary>
internal sealed record SessionTicket(string Agency, string Account, string Stamp, string Id, DateTimeOffset OpenedAt)
{
    private const string AgencyClaim = "agency";
    private const string StampClaim = "stamp";
    private const string IdClaim = "session";
    private const string OpenedClaim = "opened";

    public static ClaimsPrincipal Of(Account account, DateTimeOffset now) =>
        new(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, account.Name),
                new Claim(AgencyClaim, account.Agency),
                new Claim(StampClaim, account.Stamp),
                new Claim(IdClaim, Guid.NewGuid().ToString("N")),
                new Claim(OpenedClaim, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme));

    public static SessionTicket? Read(ClaimsPrincipal? principal) =>
        principal?.FindFirst(ClaimTypes.Name)?.Value is { } account
        && principal.FindFirst(AgencyClaim)?.Value is { } agency
        && principal.FindFirst(StampClaim)?.Value is { } stamp
        && principal.FindFirst(IdClaim)?.Value is { } id
        && long.TryParse(principal.FindFirst(OpenedClaim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var opened)
            ? new SessionTicket(agency, account, stamp, id, DateTimeOffset.FromUnixTimeSeconds(opened))
            : null;
}
