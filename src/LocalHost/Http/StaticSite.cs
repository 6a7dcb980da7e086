using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Lianxin.LocalHost.Http;

/// <summary>Serves the container <c>$web</c> read-only, as the static website of a storage account does.</summary>
/// <param name="patience">How long storage may be silent; the SDK's own minutes would outlive the reader.</param>
internal sealed class StaticSite(BlobServiceClient blobs, TimeSpan patience)
{
    private const string Index = "index.html";
    private const string NotFound = "404.html";

    private readonly BlobContainerClient _web = blobs.GetBlobContainerClient("$web");

    /// <summary>Answers 503 when storage is away or silent.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(patience);
        try
        {
            await FindAsync(context, limit.Token);
        }
        catch (Exception away) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted
            && away is RequestFailedException or AggregateException or OperationCanceledException)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync("503 存储暂时不可用 · storage is not available\n", context.RequestAborted);
        }
    }

    private async Task FindAsync(HttpContext context, CancellationToken stop)
    {
        var path = context.Request.Path.Value ?? "/";
        if ((!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            || path.Contains("//", StringComparison.Ordinal) || path.Contains("%2F", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var name = path[1..];
        if (name.Length == 0 || name.EndsWith('/'))
        {
            name += Index;
        }

        if (await SendAsync(context, name, StatusCodes.Status200OK, stop))
        {
            return;
        }

        if (name == path[1..] && await _web.GetBlobClient($"{name}/{Index}").ExistsAsync(stop))
        {
            // With the slash, relative links on the page point where they should.
            context.Response.Redirect($"{context.Request.PathBase}{context.Request.Path}/{context.Request.QueryString}");
            return;
        }

        if (!await SendAsync(context, NotFound, StatusCodes.Status404NotFound, stop))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync("404 没有这个页面 · no such page\n", stop);
        }
    }

    private async Task<bool> SendAsync(HttpContext context, string name, int status, CancellationToken stop)
    {
        var blob = _web.GetBlobClient(name);
        try
        {
            if (HttpMethods.IsHead(context.Request.Method))
            {
                BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: stop);
                Describe(context.Response, status, name, properties.ContentType, properties.ETag, properties.LastModified);
                context.Response.ContentLength = properties.ContentLength;
                Extra(context.Response, properties.CacheControl, properties.ContentEncoding, properties.ContentLanguage);
                return true;
            }

            var range = status == StatusCodes.Status200OK ? RangeOf(context.Request) : default;
            using BlobDownloadStreamingResult found = await blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = range }, stop);
            var details = found.Details;
            if (range != default)
            {
                status = StatusCodes.Status206PartialContent;
                context.Response.Headers.ContentRange = details.ContentRange;
            }

            Describe(context.Response, status, name, details.ContentType, details.ETag, details.LastModified);
            Extra(context.Response, details.CacheControl, details.ContentEncoding, details.ContentLanguage);
            if (status == StatusCodes.Status200OK && Knows(context.Request, details.ETag))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                context.Response.ContentType = null;
                return true;
            }

            context.Response.ContentLength = details.ContentLength;
            // A slow reader has all the time that storage has not.
            await found.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
            return true;
        }
        catch (RequestFailedException beyond) when (beyond.Status == StatusCodes.Status416RangeNotSatisfiable)
        {
            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            return true;
        }
        catch (RequestFailedException missing) when (missing.Status is 404 or 400)
        {
            // 400: a name that storage does not take is a page that is not there.
            return false;
        }
    }

    /// <summary>The one range <c>bytes=from-to</c> that is asked for; any other form is answered with the whole, as the standard allows (RFC 9110, 14.2).</summary>
    private static HttpRange RangeOf(HttpRequest request)
    {
        var asked = request.GetTypedHeaders().Range;
        return request.Headers.IfRange.Count == 0 && asked is { Ranges.Count: 1 } && asked.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)
            && asked.Ranges.Single() is { From: { } from, To: { } to } && from <= to && to < long.MaxValue
            ? new HttpRange(from, to - from + 1)
            : default;
    }

    private static void Describe(HttpResponse response, int status, string name, string? type, ETag etag, DateTimeOffset modified)
    {
        response.StatusCode = status;
        response.ContentType = ContentTypes.Of(name, type);
        response.Headers.ETag = etag.ToString("H");
        response.Headers.LastModified = modified.ToString("R");
    }

    private static void Extra(HttpResponse response, string? cache, string? encoding, string? language)
    {
        if (!string.IsNullOrEmpty(cache))
        {
            response.Headers.CacheControl = cache;
        }

        if (!string.IsNullOrEmpty(encoding))
        {
            response.Headers.ContentEncoding = encoding;
        }

        if (!string.IsNullOrEmpty(language))
        {
            response.Headers.ContentLanguage = language;
        }
    }

    private static bool Knows(HttpRequest request, ETag etag) => request.Headers.IfNoneMatch
        .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries))
        .Any(known => known == "*" || known.Replace("W/", "", StringComparison.Ordinal) == etag.ToString("H"));
}
