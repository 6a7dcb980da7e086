using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Lianxin.Functions.Tests.Access;

/// <summary>
/// An OpenID Connect issuer on loopback: metadata, keys, authorization and token endpoint, with PKCE and client secret checked and codes
/// good once. A test may bend what it answers.
/// </summary>
internal sealed class FakeIssuer(TimeProvider clock) : IAsyncDisposable
{
    public const string ClientId = "lianxin-desk";

    public const string ClientSecret = "示例-not a real secret/+";

    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, string Callback)> codes = new();
    private WebApplication app = null!;
    private RSA key = RSA.Create(2048);
    private string keyId = "key-1";

    public string Issuer { get; private set; } = "";

    /// <summary>Who signs in next.</summary>
    public Dictionary<string, object> Person { get; } = new() { ["sub"] = "subject-1", ["upn"] = "Wang@example.gov.cn" };

    /// <summary>Overwrites claims of the next ID tokens.</summary>
    public Dictionary<string, object> Bent { get; } = [];

    public bool Unsigned { get; set; }

    public bool Away { get; set; }

    public int KeyReads { get; private set; }

    public static async Task<FakeIssuer> StartAsync(TimeProvider clock)
    {
        var issuer = new FakeIssuer(clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        issuer.app = builder.Build();
        issuer.app.Run(issuer.AnswerAsync);
        await issuer.app.StartAsync(TestContext.Current.CancellationToken);
        issuer.Issuer = issuer.app.Urls.Single();
        return issuer;
    }

    public void ChangeKey()
    {
        key.Dispose();
        key = RSA.Create(2048);
        keyId = "key-" + Guid.NewGuid().ToString("N");
    }

    /// <summary>What a person does at the issuer: signs in, and is sent back with code and state.</summary>
    public string SignInAt(Uri authorization)
    {
        var query = QueryHelpers.ParseQuery(authorization.Query);
        query["response_type"].ToString().ShouldBe("code");
        query["client_id"].ToString().ShouldBe(ClientId);
        query["code_challenge_method"].ToString().ShouldBe("S256");
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (query["nonce"].ToString(), query["code_challenge"].ToString(), query["redirect_uri"].ToString());
        return $"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"].ToString())}";
    }

    /// <summary>A signed token with these claims beside issuer, time and person.</summary>
    public string Token(params (string Name, object Value)[] claims)
    {
        var now = clock.GetUtcNow();
        var body = new Dictionary<string, object>(Person)
        {
            ["iss"] = Issuer,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in claims)
            body[name] = value;
        foreach (var (name, value) in Bent)
            body[name] = value;
        var payload = JsonSerializer.Serialize(body);
        if (Unsigned)
            return $"{Encoded("{\"alg\":\"none\"}")}.{Encoded(payload)}.";
        var signing = new SigningCredentials(new RsaSecurityKey(key) { KeyId = keyId, CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } }, SecurityAlgorithms.RsaSha256);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(payload, signing);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private static string Encoded(string text) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));

    private async Task AnswerAsync(HttpContext context)
    {
        if (Away)
        {
            context.Response.StatusCode = 503;
            return;
        }

        object? answer = context.Request.Path.Value switch
        {
            "/.well-known/openid-configuration" => new Dictionary<string, object>
            {
                ["issuer"] = Issuer,
                ["authorization_endpoint"] = Issuer + "/authorize",
                ["token_endpoint"] = Issuer + "/token",
                ["jwks_uri"] = Issuer + "/keys",
            },
            "/keys" => Keys(),
            "/token" => await RedeemAsync(context),
            _ => null,
        };
        context.Response.StatusCode = answer is null ? 400 : 200;
        await context.Response.WriteAsync(answer is null ? "{\"error\":\"invalid_grant\"}" : JsonSerializer.Serialize(answer));
    }

    private object Keys()
    {
        KeyReads++;
        var shown = key.ExportParameters(false);
        return new { keys = new[] { new { kty = "RSA", use = "sig", kid = keyId, n = WebEncoders.Base64UrlEncode(shown.Modulus!), e = WebEncoders.Base64UrlEncode(shown.Exponent!) } } };
    }

    private async Task<object?> RedeemAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(ClientId)}:{Uri.EscapeDataString(ClientSecret)}"));
        var known = codes.TryRemove(form["code"].ToString(), out var asked)
            && context.Request.Headers.Authorization == "Basic " + basic
            && form["redirect_uri"] == asked.Callback
            && WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == asked.Challenge;
        return known ? new { token_type = "Bearer", access_token = "opaque", id_token = Token(("aud", ClientId), ("nonce", asked.Nonce)) } : null;
    }
}
