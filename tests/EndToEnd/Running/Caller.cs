using System.Net;
using System.Text;
using System.Text.Json;

namespace Lianxin.EndToEnd.Running;

/// <summary>Somebody who calls the system over HTTP; redirects are shown, not followed.</summary>
public sealed class Caller : IDisposable
{
    public Caller(Uri address)
    {
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    private static readonly System.Diagnostics.Stopwatch Clock = System.Diagnostics.Stopwatch.StartNew();

    public HttpClient Http { get; }

    public async Task<(HttpResponseMessage Answer, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body = null, string? ifMatch = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

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

    public void Dispose() => Http.Dispose();
}
