namespace Lianxin.Functions.Access.Oidc;

/// <summary>One issuer of OpenID Connect beside the local accounts, from <c>Lianxin:Oidc:{key}</c> (decision record 24).</summary>
/// <param name="Key">Names it in addresses and settings.</param>
/// <param name="Issuer">Exactly as its metadata and its tokens name it.</param>
/// <param name="AccountClaim">The claim whose value the administrator enters on an account.</param>
public sealed record OidcProvider(string Key, Uri Issuer, string IssuerName, string ClientId, string Title, string AccountClaim)
{
    /// <summary>Shared with the issuer; null for a public client, which PKCE alone protects.</summary>
    public OidcCredential? Credential { get; init; }

    /// <summary>Audience of the tokens with which programs call the API; null accepts none.</summary>
    public string? Audience { get; init; }

    /// <summary>What is asked for, <c>openid</c> among it.</summary>
    public string Scope { get; init; } = "openid profile email";

    /// <summary>On this machine alone; only then may plain HTTP be used.</summary>
    public bool IsLoopback => Issuer.IsLoopback;

    public Uri Metadata => new(IssuerName.TrimEnd('/') + "/.well-known/openid-configuration");

    /// <summary>Path at which the issuer's sign-in begins.</summary>
    public string Path => $"/api/session/oidc/{Key}";

    public string CallbackPath => Path + "/callback";
}

/// <summary>How this app proves to an issuer who it is. Never printed.</summary>
public abstract class OidcCredential
{
    private OidcCredential()
    {
    }

    public sealed class Secret(string value) : OidcCredential
    {
        public string Value { get; } = value;
    }

    /// <param name="file">PEM file with certificate and key, read at each use so that a renewed one is taken up.</param>
    public sealed class Certificate(string file) : OidcCredential
    {
        public string File { get; } = file;
    }
}
