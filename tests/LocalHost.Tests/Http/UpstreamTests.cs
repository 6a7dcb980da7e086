using System.Net;
using System.Text;
using Lianxin.LocalHost.Tests.Fake;
using Lianxin.LocalHost.Tests.Payloads;

namespace Lianxin.LocalHost.Tests.Http;

public sealed class UpstreamTests(EmulatorFixture emulator) : IDisposable
{
    private readonly FakeApp _app = new FakeApp().Http("Items", "api/{*rest}");

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Proxying_passes_target_headers_and_a_body_without_length_untouched()
    {
        await using var host = await RunningHost.StartAsync(_app, emulator);
        using var request = Request("/api/enc%2Fslash/caf%C3%A9/a%3Fb?x=1&x=2&y=a%20b%2Fc", Chunked("body"));
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "1.2.3.4");
        request.Headers.TryAddWithoutValidation("x-ms-invocation-id", "forged");
        request.Content!.Headers.TryAddWithoutValidation("Content-Disposition", "inline");

        (await host.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var seen = _app.Script.Seen().ShouldHaveSingleItem();
        seen.Target.ShouldBe("/api/enc%2Fslash/caf%C3%A9/a%3Fb?x=1&x=2&y=a%20b%2Fc");
        seen.Body.ShouldBe("body");
        seen.Header("Host").ShouldBe(host.Client.BaseAddress!.Authority);
        seen.Header("Content-Disposition").ShouldBe("inline");
        seen.Header("X-Forwarded-For").ShouldBe("1.2.3.4, 127.0.0.1");
        seen.Header("X-Azure-Functions-HostVersion").ShouldNotBeNull();
        seen.Header("x-ms-invocation-id").ShouldBe(seen.Header("X-Azure-Functions-InvocationId"));
        seen.Header("User-Agent").ShouldBe("probe/1");
    }

    [Fact]
    public async Task Forwarding_loses_what_the_older_hosts_lose()
    {
        await using var host = await RunningHost.StartAsync(_app, emulator, HttpMode.Forwarding);
        using var unsized = Request("/api/first?x=1&x=2", Chunked("dropped"));
        using var sized = Request("/api/second", new StringContent("kept"));
        sized.Content!.Headers.TryAddWithoutValidation("Content-Disposition", "inline");

        await host.Client.SendAsync(unsized, TestContext.Current.CancellationToken);
        await host.Client.SendAsync(sized, TestContext.Current.CancellationToken);

        var seen = _app.Script.Seen();
        seen[0].Target.ShouldBe("/api/first?x=1,2");
        seen[0].Body.ShouldBe("");
        seen[0].Header("x-ms-invocation-id").ShouldBeNull();
        seen[0].Header("User-Agent").ShouldStartWith("probe/1 Azure-Functions-Host/");
        seen[1].Body.ShouldBe("kept");
        seen[1].Header("Content-Type").ShouldBe("text/plain; charset=utf-8");
        seen[1].Header("Content-Disposition").ShouldBeNull();
    }

    [Theory]
    [InlineData("http-forwarded-get", "GET", "/api/hello/world?x=1&y=a%20b%2Fc", null)]
    [InlineData("http-forwarded-post", "POST", "/api/post/data", "{\"a\":1}")]
    [InlineData("http-forwarded-put-encoded-path", "PUT", "/api/enc%2Fslash/caf%C3%A9", "a=1&b=2")]
    public async Task Forwarding_sends_what_a_real_host_sent(string name, string method, string target, string? body)
    {
        var recorded = Recorded.Read(name);
        await using var host = await RunningHost.StartAsync(_app, emulator, HttpMode.Forwarding);
        using var request = new HttpRequestMessage(new HttpMethod(method), target) { Content = body is null ? null : new StringContent(body) };
        request.Headers.TryAddWithoutValidation("User-Agent", "curl/7.88.1");
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        if (name == "http-forwarded-get")
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer tok");
            request.Headers.TryAddWithoutValidation("Cookie", "s=1");
            request.Headers.TryAddWithoutValidation("X-Custom", "abc");
        }

        await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var seen = _app.Script.Seen().ShouldHaveSingleItem();
        seen.Target.ShouldBe(target);
        seen.Body.ShouldBe(recorded.Body);
        // The one header more is this host's own: the real platform's front end adds it before the host.
        seen.Headers.Keys.Select(header => header.ToLowerInvariant()).Where(header => header != "x-forwarded-for").Order(StringComparer.Ordinal)
            .ShouldBe(recorded.HeaderNames);
    }

    [Theory]
    [InlineData(HttpMode.Proxying)]
    [InlineData(HttpMode.Forwarding)]
    public async Task Answers_come_back_as_they_are(object mode)
    {
        _app.Script.Answer(new()
        {
            ["GET /api/moved"] = new ScriptedReply(302, null, "", Headers: new() { ["Location"] = "http://elsewhere/x?y=%2F", ["Set-Cookie"] = "s=1; HttpOnly" }),
            ["GET /api/nothing"] = new ScriptedReply(204, null, ""),
            ["GET /api/broken"] = new ScriptedReply(500, "application/problem+json", "{\"detail\":\"错\"}"),
            ["HEAD /api/head"] = new ScriptedReply(200, "text/plain", ""),
        });
        await using var host = await RunningHost.StartAsync(_app, emulator, (HttpMode)mode);

        var moved = await host.Client.GetAsync("/api/moved", TestContext.Current.CancellationToken);
        moved.StatusCode.ShouldBe(HttpStatusCode.Found);
        moved.Headers.NonValidated["Location"].ToString().ShouldBe("http://elsewhere/x?y=%2F");
        moved.Headers.NonValidated["Set-Cookie"].ToString().ShouldBe("s=1; HttpOnly");
        (await host.Client.GetAsync("/api/nothing", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var broken = await host.Client.GetAsync("/api/broken", TestContext.Current.CancellationToken);
        broken.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await broken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("{\"detail\":\"错\"}");
        using var head = new HttpRequestMessage(HttpMethod.Head, "/api/head");
        (await host.Client.SendAsync(head, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(HttpMode.Proxying, true)]
    [InlineData(HttpMode.Forwarding, false)]
    public async Task Only_the_newer_hosts_notice_that_a_client_is_gone(object mode, bool notices)
    {
        _app.Script.Answer(new() { ["GET /api/slow"] = new ScriptedReply(DelayMilliseconds: 3000) });
        await using var host = await RunningHost.StartAsync(_app, emulator, (HttpMode)mode);
        using var impatience = new CancellationTokenSource();
        var call = host.Client.GetAsync("/api/slow", impatience.Token);
        await Wait.UntilAsync(() => _app.Script.Seen().Count == 1, "the call arrived");
        await impatience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call);

        await Task.Delay(1500, TestContext.Current.CancellationToken);
        _app.Script.Seen().Any(seen => seen.Method == "ABORTED").ShouldBe(notices);
    }

    [Theory]
    [InlineData(HttpMode.Proxying, true)]
    [InlineData(HttpMode.Proxying, false)]
    [InlineData(HttpMode.Forwarding, true)]
    public async Task A_body_over_the_limit_is_413(object mode, bool sized)
    {
        await using var host = await RunningHost.StartAsync(_app, emulator, (HttpMode)mode);
        using var body = new StreamContent(new EndlessStream(104_857_601, sized));
        using var request = Request("/api/large", body);
        request.Headers.ExpectContinue = sized;

        var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        _app.Script.Seen().ShouldBeEmpty();
    }

    private static HttpRequestMessage Request(string target, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = content };
        request.Headers.TryAddWithoutValidation("User-Agent", "probe/1");
        return request;
    }

    private static StreamContent Chunked(string text) => new(new EndlessStream(text.Length, false, Encoding.UTF8.GetBytes(text)));
}
