using System.Net.Http.Json;

namespace Lianxin.Functions.Tests.Access;

/// <summary>Calls that many tests make.</summary>
internal static class Calls
{
    private static readonly Uri Session = new("/api/session", UriKind.Relative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> SignInAsync(this HttpClient client, string account, string password = "right", string? code = null) =>
        client.PostAsJsonAsync(Session, new { account, password, code }, Cancellation);

    public static Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return client.PostAsync(new Uri(path, UriKind.Relative), form, Cancellation);
    }

    public static Task<HttpResponseMessage> WhoAsync(this HttpClient client) => client.GetAsync(Session, Cancellation);

    public static async Task<HttpResponseMessage> CallAsync(
        this HttpClient client, string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        return await client.SendAsync(request, Cancellation);
    }
}
