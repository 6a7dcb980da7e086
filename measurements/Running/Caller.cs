using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Lianxin.Bench.Running;

/// <summary>Somebody who is signed in and calls over HTTP.</summary>
internal sealed class Caller : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly HttpClient http;
    private string cookie = "";

    private Caller(Uri address) =>
        http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };

    public static async Task<Caller> SignInAsync(Uri address, Person person)
    {
        var caller = new Caller(address);
        var body = Encoding.UTF8.GetBytes($$"""{"account":"{{person.Account}}","password":"{{person.Password}}"}""");
        using var answer = await caller.PostAsync("/api/session", body);
        caller.cookie = answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        return caller;
    }

    /// <summary>The same session at another address: sessions hold wherever the keys are the same.</summary>
    public Caller At(Uri address) => new(address) { cookie = cookie };

    /// <exception cref="InvalidOperationException">The answer is not a success; the message holds it.</exception>
    public async Task<HttpResponseMessage> PostAsync(string path, byte[] json, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(json) };
        request.Content.Headers.ContentType = Json;
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await SendAsync(request);
    }

    /// <summary>The page's text.</summary>
    public async Task<string> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    public Task SubmitAsync() => DoneAsync(PostAsync("/api/items", Bodies.Procurement));

    /// <summary>Submits and answers the id.</summary>
    public async Task<string> SubmitAndReadAsync()
    {
        using var answer = await PostAsync("/api/items", Bodies.Procurement);
        using var item = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return item.RootElement.GetProperty("id").GetString()!;
    }

    public async Task<string> TagAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/items/{id}");
        using var answer = await SendAsync(request);
        return answer.Headers.ETag!.ToString();
    }

    /// <summary>Whether a submission is accepted yet; a handler that has just started may not have reached storage.</summary>
    public async Task<bool> TrySubmitAsync()
    {
        try
        {
            await SubmitAsync();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task DoneAsync(Task<HttpResponseMessage> answer) => (await answer).Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (cookie.Length > 0)
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        var answer = await http.SendAsync(request);
        if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created)
            return answer;
        using (answer)
            throw new InvalidOperationException($"{request.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
