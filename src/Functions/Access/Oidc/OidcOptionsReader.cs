using System.Text.RegularExpressions;

namespace Lianxin.Functions.Access.Oidc;

/// <summary>Reads and checks <c>Lianxin:Oidc:{key}:{Issuer,ClientId,ClientSecret,ClientCertificate,Title,AccountClaim,Audience,Scope}</c>.</summary>
internal static partial class OidcOptionsReader
{
    /// <param name="faults">Takes what is wrong, by the setting's name and without any secret.</param>
    public static IReadOnlyList<OidcProvider> Read(IConfigurationSection section, List<string> faults)
    {
        var providers = new List<OidcProvider>();
        foreach (var one in section.GetChildren())
        {
            void Require(bool lawful, string name, string rule)
            {
                if (!lawful)
                    faults.Add($"{one.Path}:{name} {rule}.");
            }

            var issuer = one["Issuer"] ?? "";
            var lawful = Uri.TryCreate(issuer, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
            Require(Key().IsMatch(one.Key), "Key", "must be 1 to 20 lower-case letters, digits or inner hyphens");
            Require(lawful && address!.Query.Length == 0 && address.Fragment.Length == 0, "Issuer", "must be an https address without query");
            Require(!SharedTenant().IsMatch(issuer), "Issuer", "must name one tenant; common, organizations and consumers let anybody in");
            Require(!string.IsNullOrWhiteSpace(one["ClientId"]), "ClientId", "must not be empty");
            Require(Claim().IsMatch(one["AccountClaim"] ?? ""), "AccountClaim", "must name the claim that an account is found by, for example oid, upn, preferred_username or email");
            Require(string.IsNullOrEmpty(one["ClientSecret"]) || string.IsNullOrEmpty(one["ClientCertificate"]), "ClientSecret", "and ClientCertificate exclude each other");
            var scope = one["Scope"] is { Length: > 0 } asked ? asked : "openid profile email";
            Require(scope.Split(' ').Contains("openid"), "Scope", "must contain openid");
            if (!lawful)
                continue;
            providers.Add(new OidcProvider(one.Key, address!, issuer, one["ClientId"] ?? "", one["Title"] is { Length: > 0 } title ? title : "统一身份认证", one["AccountClaim"] ?? "")
            {
                Credential = one["ClientSecret"] is { Length: > 0 } secret ? new OidcCredential.Secret(secret)
                    : one["ClientCertificate"] is { Length: > 0 } file ? new OidcCredential.Certificate(file)
                    : null,
                Audience = one["Audience"] is { Length: > 0 } audience ? audience : null,
                Scope = scope,
            });
        }

        if (providers.GroupBy(p => p.IssuerName, StringComparer.Ordinal).Any(g => g.Count() > 1))
            faults.Add($"{section.Path} names the same Issuer twice.");
        return providers.Count == 0 ? Array.Empty<OidcProvider>() : providers;
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?$")]
    private static partial Regex Key();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_.:/-]{0,99}$")]
    private static partial Regex Claim();

    [GeneratedRegex("^https://login\\.(microsoftonline\\.com|partner\\.microsoftonline\\.cn|microsoftonline\\.us)/(common|organizations|consumers|\\{)", RegexOptions.IgnoreCase)]
    private static partial Regex SharedTenant();
}
