using System.Net;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Lianxin.LocalHost.Http;

/// <summary>Rebuilds a public request for the handler, in either of the two ways real hosts do.</summary>
internal sealed class UpstreamRequest(HttpMode mode, string hostVersion)
{
    private const string InvocationId = "X-Azure-Functions-InvocationId";
    private const string Version = "X-Azure-Functions-HostVersion";
    private const string ProxyMark = "x-ms-invocation-id";

    /// <returns>The body for the forwarding mode: read whole; without a Content-Length it is dropped, as the older hosts do.</returns>
    public static async Task<byte[]> BufferAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength is not > 0)
        {
            return [];
        }

        using var buffer = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(buffer, cancellation);
        }
        catch (BadHttpRequestException bad)
        {
            throw new HttpRequestException(bad.Message, bad);
        }

        return buffer.ToArray();
    }

    /// <param name="body">The buffered body; null streams it.</param>
    public HttpRequestMessage Make(HttpContext context, int port, byte[]? body)
    {
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), Target(context, port))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = Content(context, body),
        };
        HopHeaders.CopyRequest(context.Request.Headers, request, mode);
        AddMarks(context, request);
        return request;
    }

    public static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static HttpContent? Content(HttpContext context, byte[]? body)
    {
        var hasBody = body is null
            ? context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }
            : body.Length > 0;
        if (hasBody)
        {
            return body is null ? new StreamContent(context.Request.Body) : new ByteArrayContent(body);
        }

        // An unsafe request always has a body, be it empty: the client must never repeat it by itself.
        return IsSafe(context.Request.Method) ? null : new ByteArrayContent([]);
    }

    private Uri Target(HttpContext context, int port)
    {
        var address = $"http://127.0.0.1:{port}";
        if (mode == HttpMode.Proxying)
        {
            return new Uri(
                address + context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        }

        // The older hosts put the address together again from its display form, joining repeated query keys by commas.
        var path = new Uri(context.Request.GetDisplayUrl()).AbsolutePath;
        var query = context.Request.Query.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString());
        return new Uri(QueryHelpers.AddQueryString(address + path, query));
    }

    private void AddMarks(HttpContext context, HttpRequestMessage request)
    {
        var invocation = Guid.NewGuid().ToString();
        Replace(request, Version, hostVersion);
        Replace(request, InvocationId, invocation);
        if (mode == HttpMode.Proxying)
        {
            Replace(request, ProxyMark, invocation);
        }
        else
        {
            var agent = context.Request.Headers.UserAgent.ToString();
            Replace(request, "User-Agent", agent.Length == 0 ? $"Azure-Functions-Host/{hostVersion}" : $"{agent} Azure-Functions-Host/{hostVersion}");
        }

        // Appended, as the platform's front end does: only the last entry is vouched for.
        var before = context.Request.Headers["X-Forwarded-For"].ToString();
        var caller = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        Replace(request, "X-Forwarded-For", before.Length == 0 ? caller : $"{before}, {caller}");
    }

    private static void Replace(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }
}
