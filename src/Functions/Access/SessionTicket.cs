using System.Globalization;
using System.Security.Claims;
using Lianxin.Core.Access;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lianxin.Functions.Access;

/// <summary>
/// What a session's cookie carries: which account, the account's stamp at sign-in, the session's own id and when it was opened. Role and
/// office are read from the account each time, so that a change takes effect without a new sign-in.
/// </summary>
/// <param name="Via">Key of the issuer that vouched for the person; null where our own password was used.</param>
internal sealed record SessionTicket(string Agency, string Account, string Stamp, string Id, DateTimeOffset OpenedAt, string? Via)
{
    private const string AgencyClaim = "agency";
    private const string StampClaim = "stamp";
    private const string IdClaim = "session";
    private const string OpenedClaim = "opened";
    private const string ViaClaim = "via";

    public static ClaimsPrincipal Of(Account account, DateTimeOffset now, string? via) =>
        new(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, account.Name),
                new Claim(AgencyClaim, account.Agency),
                new Claim(StampClaim, account.Stamp),
                new Claim(IdClaim, Guid.NewGuid().ToString("N")),
                new Claim(OpenedClaim, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                .. via is null ? Array.Empty<Claim>() : [new Claim(ViaClaim, via)],
            ],
            CookieAuthenticationDefaults.AuthenticationScheme));

    public static SessionTicket? Read(ClaimsPrincipal? principal) =>
        principal?.FindFirst(ClaimTypes.Name)?.Value is { } account
        && principal.FindFirst(AgencyClaim)?.Value is { } agency
        && principal.FindFirst(StampClaim)?.Value is { } stamp
        && principal.FindFirst(IdClaim)?.Value is { } id
        && long.TryParse(principal.FindFirst(OpenedClaim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var opened)
            ? new SessionTicket(agency, account, stamp, id, DateTimeOffset.FromUnixTimeSeconds(opened), principal.FindFirst(ViaClaim)?.Value)
            : null;
}
