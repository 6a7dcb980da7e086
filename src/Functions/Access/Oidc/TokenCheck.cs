using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Lianxin.Functions.Access.Oidc;

/// <summary>
/// Checks a signed token of an issuer: signature by one of its present keys and an asymmetric algorithm, issuer, audience and time. When
/// the key is unknown the issuer's keys are read once more: they are changed without notice.
/// </summary>
public sealed class TokenCheck(IssuerMetadata metadata, TimeProvider machine)
{
    /// <summary>Clocks of two houses may differ by so much.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private const int MostCharacters = 16 * 1024;

    private static readonly IReadOnlyList<string> Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MostCharacters };

    public async Task<OidcResult<JsonWebToken>> ReadAsync(OidcProvider provider, string audience, string token, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(provider);
        for (var keyIsUnknown = false; ; keyIsUnknown = true)
        {
            var read = await metadata.ReadAsync(provider, keyIsUnknown, cancellation);
            if (read.Value is not { } configuration)
                return new OidcResult<JsonWebToken>(null, read.Fault!.Value, read.Reason);
            var result = await handler.ValidateTokenAsync(token, Parameters(provider, audience, configuration));
            if (result.IsValid)
                return (JsonWebToken)result.SecurityToken;
            if (keyIsUnknown || result.Exception is not SecurityTokenSignatureKeyNotFoundException)
                return new OidcResult<JsonWebToken>(null, OidcFault.TokenInvalid, result.Exception.GetType().Name);
        }
    }

    /// <summary>The person of a token that holds; null when it names nobody.</summary>
    public static OutsidePerson? PersonOf(OidcProvider provider, JsonWebToken token)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(token);
        if (string.IsNullOrEmpty(token.Subject))
            return null;
        var name = token.Claims.FirstOrDefault(c => c.Type == provider.AccountClaim)?.Value;
        // Whoever may write any address into their profile elsewhere is not its owner before the issuer says so.
        var believed = provider.AccountClaim != JwtRegisteredClaimNames.Email || IsTrue(token, "email_verified");
        return new OutsidePerson(provider, token.Subject, believed && !string.IsNullOrWhiteSpace(name) ? name : null);
    }

    private TokenValidationParameters Parameters(OidcProvider provider, string audience, OpenIdConnectConfiguration configuration) => new()
    {
        ValidIssuer = provider.IssuerName,
        ValidAudience = audience,
        IssuerSigningKeys = configuration.SigningKeys,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateIssuerSigningKey = true,
        LifetimeValidator = (from, until, _, _) => IsPresent(from, until),
    };

    private bool IsPresent(DateTime? from, DateTime? until)
    {
        var now = machine.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Skew && (from is not { } start || now > start - Skew);
    }

    private static bool IsTrue(JsonWebToken token, string claim) =>
        token.Claims.FirstOrDefault(c => c.Type == claim) is { } found && bool.TryParse(found.Value, out var value) && value;
}
