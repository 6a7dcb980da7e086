using System.Net.Http.Headers;
using Lianxin.Functions.Input;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Lianxin.Functions.Access.Oidc;

/// <summary>
/// Programs call with <c>Authorization: Bearer</c> instead of a session (api.md, "Who may call"). The token comes from a configured issuer
/// for our audience, and opens the account that the administrator linked; a call with a token that does not hold is refused, whatever
/// cookie comes with it.
/// </summary>
public sealed partial class BearerTokens(RequestDelegate next, LianxinOptions options, TokenCheck tokens, OutsideAccounts accounts, ILogger<BearerTokens> log)
{
    private const string Scheme = "Bearer";

    private const int MostCharacters = 16 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var header = context.Request.Headers.Authorization.ToString();
        if (!AuthenticationHeaderValue.TryParse(header, out var sent) || !sent.Scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        var read = await ReadAsync(sent.Parameter ?? "", context.RequestAborted);
        if (read.Value is not { } person)
        {
            if (read.Reason.Length > 0)
                LogRefused(read.Reason);
            await (read.Fault == OidcFault.IssuerAway ? Away() : Invalid(context)).WriteAsync(context);
            return;
        }

        var account = await accounts.FindAsync(person, context.RequestAborted);
        if (!account.Accepted)
        {
            await Problem.From(account.Refusal).WriteAsync(context);
            return;
        }

        CurrentActor.SetVouched(context, account.Value);
        await next(context);
    }

    private async Task<OidcResult<OutsidePerson>> ReadAsync(string token, CancellationToken cancellation)
    {
        var invalid = new OidcResult<OutsidePerson>(null, OidcFault.TokenInvalid, "the token names no issuer of ours");
        if (token.Length is 0 or > MostCharacters || IssuerOf(token) is not { } issuer
            || options.Oidc.FirstOrDefault(p => p.IssuerName == issuer) is not { Audience: { } audience } provider)
        {
            return invalid;
        }

        var read = await tokens.ReadAsync(provider, audience, token, cancellation);
        if (read.Value is not { } held)
            return new OidcResult<OutsidePerson>(null, read.Fault!.Value, read.Reason);
        return IsForCalls(held) && TokenCheck.PersonOf(provider, held) is { } person
            ? person
            : new OidcResult<OutsidePerson>(null, OidcFault.TokenInvalid, "the token is no access token");
    }

    /// <summary>Before anything is proved: only tells whose keys to ask.</summary>
    private static string? IssuerOf(string token)
    {
        try
        {
            return new JsonWebToken(token).Issuer;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>An ID token tells a client who signed in; it must not open the API, even where both have the same audience.</summary>
    private static bool IsForCalls(JsonWebToken token) =>
        string.Equals(token.Typ, "at+jwt", StringComparison.OrdinalIgnoreCase)
        || (!token.TryGetClaim("nonce", out _) && (token.TryGetClaim("scp", out _) || token.TryGetClaim("scope", out _) || token.TryGetClaim("roles", out _)));

    private static Problem Invalid(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return new Problem(StatusCodes.Status401Unauthorized, ProblemCodes.TokenInvalid, "访问令牌无效、已过期，或不是发给本系统的。");
    }

    private static Problem Away() => new(StatusCodes.Status503ServiceUnavailable, ProblemCodes.IssuerUnavailable, "统一身份认证暂时联系不上，令牌无法核验，请稍后再试。")
    {
        RetryAfter = IssuerMetadata.LeastPause,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "a bearer token was refused: {Reason}")]
    private partial void LogRefused(string reason);
}
