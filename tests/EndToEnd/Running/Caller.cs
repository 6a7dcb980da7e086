using System.Net;
using System.Text;
using System.Text.Json;

namespace Lianxin.EndToEnd.Running;

/// <summary>Somebody who calls the system over HTTP; redirects are shown, not followed.</summary>
public sealed class Caller : IDisposable
{
    public Caller(Uri address)
    {
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = Cookies }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    private static readonly System.Diagnostics.Stopwatch Clock = System.Diagnostics.Stopwatch.StartNew();

    public HttpClient Http { get; }

    public CookieContainer Cookies { get; } = new();

    public Task<(HttpResponseMessage Answer, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body = null, string? ifMatch = null, string? key = null) =>
        SendContentAsync(method, path, body is null ? null : Json(body), ifMatch, key);

    /// <summary>Posts bytes as they are.</summary>
    public Task<(HttpResponseMessage Answer, JsonElement Body)> PostBytesAsync(string path, byte[] bytes, string mediaType)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return SendContentAsync(HttpMethod.Post, path, content);
    }

    private async Task<(HttpResponseMessage Answer, JsonElement Body)> SendContentAsync(HttpMethod method, string path, HttpContent? content, string? ifMatch = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return (answer, isJson && text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }

    public Task<(HttpResponseMessage Answer, JsonElement Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<(HttpResponseMessage Answer, JsonElement Body)> PostAsync(string path, object body, string? ifMatch = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, body, ifMatch, key);

    /// <summary>The present ETag of an item.</summary>
    public async Task<string> ETagAsync(string id)
    {
        var (answer, _) = await GetAsync($"/api/items/{id}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return answer.Headers.ETag!.ToString();
    }

    /// <summary>Asks until the answer fits; fails with the last answer.</summary>
    public async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> fits, TimeSpan? patience = null)
    {
        var end = Clock.Elapsed + (patience ?? TimeSpan.FromSeconds(30));
        JsonElement last = default;
        while (Clock.Elapsed < end)
        {
            var (answer, body) = await GetAsync(path);
            if (answer.StatusCode == HttpStatusCode.OK && fits(last = body))
            {
                return body;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"{path} never fitted; last: {last}");
    }

    /// <summary>Reads a public page until it holds a text; fails with the page.</summary>
    public async Task<string> UntilPageAsync(string path, string text)
    {
        var end = Clock.Elapsed + TimeSpan.FromSeconds(30);
        var page = "";
        while (Clock.Elapsed < end)
        {
            page = await Http.GetStringAsync(path);
            if (page.Contains(text, StringComparison.Ordinal))
            {
                return page;
            }

            await Task.Delay(200);
        }

        throw new TimeoutException($"{path} never had {text}:\n{page}");
    }

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    public void Dispose() => Http.Dispose();
}
