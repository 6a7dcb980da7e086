using System.Security.Claims;
using Lianxin.Core.Access;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lianxin.Functions.Access;

/// <summary>
/// What a session's cookie carries: which account, and the account's stamp at sign-in. Role and office are read from the
/// account each time, so that a change takes effect without a new sign-in.
/// </summary>
internal sealed record SessionTicket(string Agency, string Account, string Stamp)
{
    private const string AgencyClaim = "agency";
    private const string StampClaim = "stamp";

    public static ClaimsPrincipal Of(Account account) =>
        new(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, account.Name),
                new Claim(AgencyClaim, account.Agency),
                new Claim(StampClaim, account.Stamp),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme));

    public static SessionTicket? Read(ClaimsPrincipal? principal) =>
        principal?.FindFirst(ClaimTypes.Name)?.Value is { } account
        && principal.FindFirst(AgencyClaim)?.Value is { } agency
        && principal.FindFirst(StampClaim)?.Value is { } stamp
            ? new SessionTicket(agency, account, stamp)
            : null;
}
