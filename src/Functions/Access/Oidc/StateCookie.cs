using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace Lianxin.Functions.Access.Oidc;

/// <summary>What this browser must bring back from the issuer.</summary>
/// <param name="Verifier">PKCE's secret (RFC 7636); only its hash went to the issuer.</param>
/// <param name="Next">The page of the desk that was asked for; null for the first one.</param>
/// <param name="Until">Machine instant after which the sign-in must begin anew.</param>
public sealed record PendingSignIn(string Provider, string State, string Nonce, string Verifier, string? Next, DateTimeOffset Until);

/// <summary>
/// Binds a sign-in that is under way to the browser which began it: sealed, unreadable for scripts and for ten minutes. It is Lax, because
/// the way back from the issuer is a navigation that another site began.
/// </summary>
public sealed class StateCookie(IDataProtectionProvider protection, SessionCookie session, TimeProvider machine)
{
    public const string CookieName = "lianxin-oidc";

    public const string CookiePath = "/api/session/oidc";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("Lianxin.Oidc.State");

    public PendingSignIn Begin(HttpContext context, OidcProvider provider, string? next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(provider);
        var pending = new PendingSignIn(provider.Key, Random(), Random(), Random(), next, machine.GetUtcNow() + Lifetime);
        context.Response.Cookies.Append(CookieName, protector.Protect(JsonSerializer.Serialize(pending, OidcJson.Default.PendingSignIn)), Options(context));
        return pending;
    }

    /// <summary>Takes what was begun, and the cookie away with it; null when this browser began nothing, or too long ago.</summary>
    public PendingSignIn? Take(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Cookies[CookieName] is not { Length: > 0 } text)
            return null;
        context.Response.Cookies.Delete(CookieName, Options(context));
        try
        {
            var pending = JsonSerializer.Deserialize(protector.Unprotect(text), OidcJson.Default.PendingSignIn);
            return pending is not null && pending.Until > machine.GetUtcNow() ? pending : null;
        }
        catch (CryptographicException failure) when (failure.InnerException is not Core.Items.StorageUnavailableException)
        {
            return null;
        }
    }

    private CookieOptions Options(HttpContext context) => new()
    {
        Path = CookiePath,
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = session.Build(context, machine.GetUtcNow()).Secure,
    };

    private static string Random() => Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PendingSignIn))]
internal sealed partial class OidcJson : JsonSerializerContext;
