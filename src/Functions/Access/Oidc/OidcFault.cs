namespace Lianxin.Functions.Access.Oidc;

/// <summary>Why a sign-in by an outside issuer did not succeed.</summary>
public enum OidcFault
{
    /// <summary>No state of ours in this browser, or it is older than ten minutes, or it was used.</summary>
    StateUnknown,

    /// <summary>The issuer said no, for example because the person broke off.</summary>
    Declined,

    /// <summary>The issuer's token does not hold: signature, issuer, audience, time, nonce.</summary>
    TokenInvalid,

    /// <summary>The issuer cannot be reached or answers nonsense.</summary>
    IssuerAway,
}

/// <summary>A value, or the fault that prevented it. <paramref name="Reason"/> is for the log and holds no secret.</summary>
public readonly record struct OidcResult<T>(T? Value, OidcFault? Fault, string Reason = "")
    where T : class
{
    public static implicit operator OidcResult<T>(T value) => new(value, null);
}

/// <summary>What a token says about a person, after everything about it was checked.</summary>
/// <param name="Name">The naming claim; null when the token has none that may be believed.</param>
public sealed record OutsidePerson(OidcProvider Provider, string Subject, string? Name);
