using System.Net.Http.Headers;
using Microsoft.Extensions.Primitives;

namespace Lianxin.LocalHost.Http;

/// <summary>Copies headers between the two sides, leaving out those that belong to one connection only (RFC 9110, 7.6.1).</summary>
internal static class HopHeaders
{
    private static readonly HashSet<string> OneConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Expect", "Proxy-Authorization",
    };

    /// <summary>Content headers that the older hosts let through; the rest of <c>Content-*</c> is lost there.</summary>
    private static readonly HashSet<string> ContentKept = new(StringComparer.OrdinalIgnoreCase) { "Content-Type", "Content-Length" };

    private static readonly HashSet<string> Content = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Type", "Content-Length", "Content-Encoding", "Content-Language", "Content-Location", "Content-Disposition",
        "Content-Range", "Content-MD5", "Expires", "Last-Modified", "Allow",
    };

    public static void CopyRequest(IHeaderDictionary from, HttpRequestMessage to, HttpMode mode)
    {
        var named = Named(from.Connection);
        foreach (var (name, values) in from)
        {
            if (OneConnection.Contains(name) || named.Contains(name)
                || (mode == HttpMode.Forwarding && Content.Contains(name) && !ContentKept.Contains(name)))
            {
                continue;
            }

            if (!to.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                to.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }
    }

    public static void CopyResponse(HttpResponseMessage from, HttpResponse to)
    {
        to.StatusCode = (int)from.StatusCode;
        Copy(from.Headers, to.Headers);
        Copy(from.Content.Headers, to.Headers);
    }

    private static void Copy(HttpHeaders from, IHeaderDictionary to)
    {
        foreach (var (name, values) in from.NonValidated)
        {
            if (!OneConnection.Contains(name))
            {
                to[name] = new StringValues([.. values]);
            }
        }
    }

    private static HashSet<string> Named(StringValues connection) => connection
        .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
