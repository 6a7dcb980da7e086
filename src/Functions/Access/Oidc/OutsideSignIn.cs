using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Lianxin.Functions.Access.Oidc;

/// <summary>A sign-in that an issuer vouches for.</summary>
/// <param name="Next">The page of the desk that was asked for at the beginning.</param>
public sealed record VouchedSignIn(OutsidePerson Person, string? Next);

/// <summary>
/// The authorization code flow with PKCE (OpenID Connect Core 3.1, RFC 7636, RFC 9207): leads a browser to the issuer, and examines what it brings back.
/// </summary>
public sealed class OutsideSignIn(LianxinOptions options, IssuerMetadata metadata, CodeExchange exchange, TokenCheck tokens, StateCookie cookie, TimeProvider machine)
{
    private const int MostCharacters = 4096;

    /// <summary>States that came back, until they would be over. Codes are good once by the issuer's own rule; this is the second lock, per process.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new(StringComparer.Ordinal);

    public OidcProvider? Find(string? key) => options.Oidc.FirstOrDefault(p => p.Key == key);

    /// <summary>The issuer's address to which the browser is led; the state lies in a cookie of the answer.</summary>
    public async Task<OidcResult<string>> BeginAsync(HttpContext context, OidcProvider provider, string? next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(provider);
        var read = await metadata.ReadAsync(provider, false, context.RequestAborted);
        if (read.Value is not { } issuer)
            return new OidcResult<string>(null, read.Fault!.Value, read.Reason);
        var pending = cookie.Begin(context, provider, next);
        return QueryHelpers.AddQueryString(issuer.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = provider.ClientId,
            ["redirect_uri"] = CallbackOf(context, provider),
            ["scope"] = provider.Scope,
            ["state"] = pending.State,
            ["nonce"] = pending.Nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(pending.Verifier))),
            ["code_challenge_method"] = "S256",
        });
    }

    public async Task<OidcResult<VouchedSignIn>> CompleteAsync(HttpContext context, OidcProvider provider)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(provider);
        var query = context.Request.Query;
        var pending = cookie.Take(context);
        if (pending is null || pending.Provider != provider.Key || !Same(pending.State, query["state"].ToString()) || !IsFirstUse(pending))
            return new OidcResult<VouchedSignIn>(null, OidcFault.StateUnknown, "its state is not this browser's, is over or was used");
        // Mixed-up issuers (RFC 9207): an answer that names its issuer must name the one that was asked.
        if (query.TryGetValue("iss", out var named) && named != provider.IssuerName)
            return new OidcResult<VouchedSignIn>(null, OidcFault.TokenInvalid, "the answer names another issuer");
        var code = query["code"].ToString();
        if (code.Length is 0 or > MostCharacters)
            return new OidcResult<VouchedSignIn>(null, OidcFault.Declined, "it gave no code");
        var read = await metadata.ReadAsync(provider, false, context.RequestAborted);
        if (read.Value is not { } issuer)
            return new OidcResult<VouchedSignIn>(null, read.Fault!.Value, read.Reason);
        var redeemed = await exchange.RedeemAsync(provider, issuer, code, pending.Verifier, CallbackOf(context, provider), context.RequestAborted);
        if (redeemed.Value is not { } idToken)
            return new OidcResult<VouchedSignIn>(null, redeemed.Fault!.Value, redeemed.Reason);
        var checkedToken = await tokens.ReadAsync(provider, provider.ClientId, idToken, context.RequestAborted);
        if (checkedToken.Value is not { } token)
            return new OidcResult<VouchedSignIn>(null, checkedToken.Fault!.Value, checkedToken.Reason);
        return !Same(pending.Nonce, Text(token, "nonce")) || !IsForUs(provider, token) || TokenCheck.PersonOf(provider, token) is not { } person
            ? new OidcResult<VouchedSignIn>(null, OidcFault.TokenInvalid, "its ID token is not the one that was asked for")
            : new VouchedSignIn(person, pending.Next);
    }

    /// <summary>By the outer address where it is set: the handler itself is called on loopback.</summary>
    private string CallbackOf(HttpContext context, OidcProvider provider)
    {
        var own = options.ApiBaseUrl?.AbsoluteUri.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}";
        return own + provider.CallbackPath;
    }

    private bool IsFirstUse(PendingSignIn pending)
    {
        var now = machine.GetUtcNow();
        foreach (var over in used.Where(u => u.Value <= now).ToList())
            used.TryRemove(over);
        return used.TryAdd(pending.State, pending.Until);
    }

    /// <summary>A token for several parties must say that it was issued to us (OpenID Connect Core 3.1.3.7, rules 4 and 5).</summary>
    private static bool IsForUs(OidcProvider provider, JsonWebToken token) =>
        Text(token, "azp") is { Length: > 0 } party ? party == provider.ClientId : token.Audiences.Count() == 1;

    private static string Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : "";

    private static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
