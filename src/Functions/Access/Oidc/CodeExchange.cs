using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Lianxin.Functions.Access.Oidc;

/// <summary>Gives an issuer the code that a browser brought back, and takes the ID token for it.</summary>
public sealed class CodeExchange(OidcHttp http, TimeProvider machine)
{
    private static readonly TimeSpan AssertionLife = TimeSpan.FromMinutes(5);

    /// <returns>The ID token as it came, not yet checked.</returns>
    public async Task<OidcResult<string>> RedeemAsync(
        OidcProvider provider, OpenIdConnectConfiguration issuer, string code, string verifier, string callback, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(issuer);
        using var request = new HttpRequestMessage(HttpMethod.Post, issuer.TokenEndpoint);
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = callback,
            ["code_verifier"] = verifier,
            ["client_id"] = provider.ClientId,
        };
        Prove(provider, issuer, request, form);
        request.Content = new FormUrlEncodedContent(form);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var answer = await http.Client.SendAsync(request, cancellation);
            if ((int)answer.StatusCode >= 500)
                return new OidcResult<string>(null, OidcFault.IssuerAway, $"its token endpoint answered {(int)answer.StatusCode}");
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
            return answer.IsSuccessStatusCode && body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty("id_token", out var token) && token.ValueKind == JsonValueKind.String
                    ? token.GetString()!
                    : new OidcResult<string>(null, OidcFault.TokenInvalid, $"its token endpoint answered {(int)answer.StatusCode} without an ID token");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new OidcResult<string>(null, OidcFault.IssuerAway, "its token endpoint gave no answer: " + failure.GetType().Name);
        }
    }

    private void Prove(OidcProvider provider, OpenIdConnectConfiguration issuer, HttpRequestMessage request, Dictionary<string, string> form)
    {
        switch (provider.Credential)
        {
            case OidcCredential.Secret secret when issuer.TokenEndpointAuthMethodsSupported.Contains("client_secret_post"):
                form["client_secret"] = secret.Value;
                break;
            case OidcCredential.Secret secret:
                // What an issuer must understand that lists nothing (OpenID Connect Discovery, section 3); both parts are form-encoded (RFC 6749, 2.3.1).
                var pair = Uri.EscapeDataString(provider.ClientId) + ":" + Uri.EscapeDataString(secret.Value);
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
                break;
            case OidcCredential.Certificate certificate:
                form["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
                form["client_assertion"] = Assertion(provider, issuer, certificate);
                break;
            default:
                break;
        }
    }

    /// <summary>A statement about ourselves, signed by the certificate's key (RFC 7523): nothing that could be stolen on the way back.</summary>
    private string Assertion(OidcProvider provider, OpenIdConnectConfiguration issuer, OidcCredential.Certificate source)
    {
        using var certificate = X509Certificate2.CreateFromPemFile(source.File);
        using var key = certificate.GetRSAPrivateKey() ?? throw new InvalidSettingsException($"{LianxinOptions.Section}:Oidc:{provider.Key}:ClientCertificate needs an RSA key.");
        var now = machine.GetUtcNow().UtcDateTime;
        var thumbprint = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(certificate.GetCertHash(System.Security.Cryptography.HashAlgorithmName.SHA256));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = provider.ClientId,
            Audience = issuer.TokenEndpoint,
            Claims = new Dictionary<string, object> { ["sub"] = provider.ClientId, ["jti"] = Guid.NewGuid().ToString("N") },
            IssuedAt = now,
            NotBefore = now,
            Expires = now + AssertionLife,
            AdditionalHeaderClaims = new Dictionary<string, object> { ["x5t#S256"] = thumbprint },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } }, SecurityAlgorithms.RsaSsaPssSha256),
        });
    }
}
