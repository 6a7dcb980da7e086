namespace Lianxin.Functions.Access.Oidc;

/// <summary>Calls to issuers: no redirects, no cookies, no log of bodies, at most ten seconds and one megabyte.</summary>
public sealed class OidcHttp : IDisposable
{
    public HttpClient Client { get; } = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    public void Dispose() => Client.Dispose();
}
