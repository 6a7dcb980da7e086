using System.Collections.Concurrent;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Lianxin.Functions.Access.Oidc;

/// <summary>
/// What issuers say about themselves: their addresses and their keys. Kept for twelve hours of machine time; fetched again when a token
/// names a key that is not known, but at most once a minute, so that nonsense tokens make no calls.
/// </summary>
public sealed class IssuerMetadata(OidcHttp http, TimeProvider machine)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static readonly TimeSpan LeastPause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);

    /// <summary>When an issuer gave no answer last: nobody waits for it again within <see cref="Retry"/>.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> silent = new(StringComparer.Ordinal);

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(10);

    /// <param name="keyIsUnknown">A token names a key that the present metadata does not have.</param>
    public async Task<OidcResult<OpenIdConnectConfiguration>> ReadAsync(OidcProvider provider, bool keyIsUnknown, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(provider);
        var age = known.TryGetValue(provider.Key, out var present) ? machine.GetUtcNow() - present.At : TimeSpan.MaxValue;
        if (present is not null && age < (keyIsUnknown ? LeastPause : Lifetime))
            return present.Configuration;
        if (silent.TryGetValue(provider.Key, out var since) && (machine.GetUtcNow() - since).Duration() < Retry)
        {
            return present is not null && !keyIsUnknown
                ? present.Configuration
                : new OidcResult<OpenIdConnectConfiguration>(null, OidcFault.IssuerAway, "its metadata could not be read a moment ago");
        }

        var documents = new HttpDocumentRetriever(http.Client) { RequireHttps = !provider.IsLoopback };
        try
        {
            var read = await OpenIdConnectConfigurationRetriever.GetAsync(provider.Metadata.AbsoluteUri, documents, cancellation);
            if (Fault(provider, read) is { } fault)
                return new OidcResult<OpenIdConnectConfiguration>(null, OidcFault.IssuerAway, fault);
            known[provider.Key] = new Known(read, machine.GetUtcNow());
            silent.TryRemove(provider.Key, out _);
            return read;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or InvalidOperationException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            silent[provider.Key] = machine.GetUtcNow();
            // Known metadata outlives a short absence of the issuer; its keys are checked by their signatures all the same.
            return present is not null && !keyIsUnknown
                ? present.Configuration
                : new OidcResult<OpenIdConnectConfiguration>(null, OidcFault.IssuerAway, "its metadata could not be read: " + failure.GetType().Name);
        }
    }

    private static string? Fault(OidcProvider provider, OpenIdConnectConfiguration read) => read switch
    {
        _ when !string.Equals(read.Issuer, provider.IssuerName, StringComparison.Ordinal) => $"its metadata names the issuer {read.Issuer}",
        _ when !IsSafe(provider, read.AuthorizationEndpoint) || !IsSafe(provider, read.TokenEndpoint) => "its metadata names an address that is no https",
        _ when read.SigningKeys.Count == 0 => "its metadata names no key",
        _ => null,
    };

    private static bool IsSafe(OidcProvider provider, string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (provider.IsLoopback && uri.IsLoopback));

    private sealed record Known(OpenIdConnectConfiguration Configuration, DateTimeOffset At);
}
