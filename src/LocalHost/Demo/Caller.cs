using System.Net;
using System.Text;
using System.Text.Json;

namespace Lianxin.LocalHost.Demo;

/// <summary>A step of the sample year was refused. The message is the answer's own Chinese detail.</summary>
internal sealed class StepFailed(string message) : Exception(message);

/// <summary>One person at the public door: a browser's cookies and no more.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient _http;

    public Caller(Uri door)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = door,
            Timeout = TimeSpan.FromMinutes(4),
        };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Origin", door.GetLeftPart(UriPartial.Authority));
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
    }

    public async Task LoginAsync(StaffMember who, CancellationToken cancellation)
    {
        var credentials = new Dictionary<string, string> { ["account"] = who.Account, ["password"] = who.Password };
        using var body = Json(JsonSerializer.Serialize(credentials, SampleJson.Default.DictionaryStringString));
        using var answer = await _http.PostAsync(new Uri("/api/session", UriKind.Relative), body, cancellation);
        await DemandAsync(answer, $"登录 {who.Account} · log in", cancellation);
    }

    public Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellation) =>
        _http.GetAsync(new Uri(path, UriKind.Relative), cancellation);

    /// <param name="step">Named in the message when the answer is a refusal.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, string step, CancellationToken cancellation, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        var answer = await _http.SendAsync(request, cancellation);
        await DemandAsync(answer, step, cancellation);
        return answer;
    }

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    public void Dispose() => _http.Dispose();

    /// <exception cref="StepFailed">The answer is not a success.</exception>
    private static async Task DemandAsync(HttpResponseMessage answer, string step, CancellationToken cancellation)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        var body = await answer.Content.ReadAsStringAsync(cancellation);
        throw new StepFailed($"{step}：{(int)answer.StatusCode} {Detail(body)}");
    }

    private static string Detail(string body)
    {
        try
        {
            var problem = JsonSerializer.Deserialize(body, SampleJson.Default.Problem);
            return string.Join(' ', new[] { problem?.Code, problem?.Title, problem?.Detail, problem?.Errors?.ToString() }.Where(part => !string.IsNullOrEmpty(part)));
        }
        catch (JsonException)
        {
            return body.Length > 400 ? body[..400] : body;
        }
    }
}
