using System.Net;
using System.Net.Sockets;
using System.Text;
using Lianxin.LocalHost.Processes;
using Lianxin.LocalHost.Tests.Fake;

namespace Lianxin.LocalHost.Tests.Http;

public sealed class RouteIsolationTests(EmulatorFixture emulator) : IDisposable
{
    private readonly FakeApp _app = new FakeApp()
        .Http("Items", "api/items/{*rest}")
        .Http("Reports", "api/reports", "\"authLevel\": \"anonymous\", \"methods\": [\"get\"]")
        .Http("Keyed", "api/keyed", "\"authLevel\": \"function\"")
        .Timer("Tick", "0 0 0 1 1 *");

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(HttpMode.Proxying)]
    [InlineData(HttpMode.Forwarding)]
    public async Task Nothing_from_outside_reaches_a_trigger_endpoint(object mode)
    {
        await using var host = await RunningHost.StartAsync(_app, emulator, (HttpMode)mode);
        string[] targets =
        [
            "/Tick", "/tick", "/Tick/", "//Tick", "/api/../Tick", "/api/items/../../Tick", "/api/items/%2e%2e/%2e%2e/Tick",
            "/api/items/..%2f..%2fTick", "/api/items/..%5C..%5CTick", "/api/items/..\\..\\Tick", "http://127.0.0.1/Tick", "/api/items/%00",
        ];
        foreach (var target in targets)
        {
            foreach (var method in new[] { "POST", "GET" })
            {
                (await RawAsync(host, $"{method} {target}")).ShouldBeOneOf(400, 404);
            }
        }

        _app.Script.Seen().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/unknown")]
    [InlineData("/desk")]
    [InlineData("/admin/host/status")]
    [InlineData("/runtime/webhooks")]
    [InlineData("/API")]
    public async Task Addresses_of_app_and_host_never_fall_through_to_the_site(string path)
    {
        var web = emulator.Door.Blobs.GetBlobContainerClient("$web");
        await web.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await web.GetBlobClient($"{path[1..]}/index.html").UploadAsync(BinaryData.FromString("leak"), overwrite: true, TestContext.Current.CancellationToken);
        await using var host = await RunningHost.StartAsync(_app, emulator);

        (await host.Client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.Client.GetAsync($"{path}/", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Methods_and_keys_are_obeyed()
    {
        await using var host = await RunningHost.StartAsync(_app, emulator);
        var key = (await File.ReadAllTextAsync(Path.Combine(_app.Data, "host-key"), TestContext.Current.CancellationToken)).Trim();

        (await RawAsync(host, "GET /api/reports")).ShouldBe(200);
        (await RawAsync(host, "DELETE /api/reports")).ShouldBe(404);
        (await RawAsync(host, "GET /api/keyed")).ShouldBe(401);
        (await RawAsync(host, "GET /api/keyed?code=wrong")).ShouldBe(401);
        (await RawAsync(host, $"GET /api/keyed?code={key}")).ShouldBe(200);
    }

    [Fact]
    public async Task Site_and_app_can_be_two_origins()
    {
        var web = emulator.Door.Blobs.GetBlobContainerClient("$web");
        await web.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await web.GetBlobClient("two-origins.html").UploadAsync(BinaryData.FromString("page"), overwrite: true, TestContext.Current.CancellationToken);
        var sitePort = FreePort.Take(1)[0];
        await using var host = await RunningHost.StartAsync(_app, emulator, sitePort: sitePort);
        async Task<int> OnSiteAsync(string path) =>
            (int)(await host.Client.GetAsync(new Uri($"http://127.0.0.1:{sitePort}{path}"), TestContext.Current.CancellationToken)).StatusCode;

        (await OnSiteAsync("/two-origins.html")).ShouldBe(200);
        (await OnSiteAsync("/api/items")).ShouldBe(404);
        (await RawAsync(host, "GET /two-origins.html")).ShouldBe(404);
        (await RawAsync(host, "GET /api/items")).ShouldBe(200);
    }

    /// <summary>Over a bare socket: HTTP clients tidy up the very tricks that are tried here.</summary>
    private static async Task<int> RawAsync(RunningHost host, string requestLine)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{requestLine} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return int.Parse((await reader.ReadLineAsync())!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
