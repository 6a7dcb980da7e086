using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lianxin.Functions.Input;

/// <summary>
/// Answers with a length and a type. Chinese stays readable in JSON: nothing but what JSON itself demands is escaped, which is
/// safe because such an answer is never embedded in a page and its type may not be guessed (<c>nosniff</c>).
/// </summary>
public static class Responses
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers JSON; the names follow the options of <paramref name="type"/> (camelCase throughout the contract).</summary>
    public static Task JsonAsync<T>(
        HttpContext context,
        T value,
        JsonTypeInfo<T> type,
        int status = StatusCodes.Status200OK,
        string mediaType = "application/json; charset=utf-8")
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
            JsonSerializer.Serialize(writer, value, type);
        return BytesAsync(context, buffer.ToArray(), mediaType, status);
    }

    /// <summary>A PDF that is made anew for every call: shown in the browser, saved under the name.</summary>
    public static Task PdfAsync(HttpContext context, byte[] bytes, string name)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = $"inline; filename=\"{name}\"";
        return BytesAsync(context, bytes, "application/pdf");
    }

    public static Task HtmlAsync(HttpContext context, string html, int status = StatusCodes.Status200OK) =>
        BytesAsync(context, Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", status);

    /// <summary>303: the browser fetches <paramref name="location"/>, so that reloading posts nothing twice.</summary>
    public static Task SeeOther(HttpContext context, string location)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = location;
        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    }

    public static Task NoContent(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static async Task BytesAsync(HttpContext context, byte[] bytes, string mediaType, int status = StatusCodes.Status200OK)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(bytes);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = mediaType;
        response.ContentLength = bytes.Length;
        response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
