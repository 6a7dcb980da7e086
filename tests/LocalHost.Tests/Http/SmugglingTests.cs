using System.Net;
using System.Net.Sockets;
using System.Text;
using Lianxin.LocalHost.Tests.Fake;

namespace Lianxin.LocalHost.Tests.Http;

/// <summary>Requests whose end two servers could see in two places. Over a bare socket: HTTP clients would not send them.</summary>
public sealed class SmugglingTests(EmulatorFixture emulator) : IDisposable
{
    private const string Hidden = "POST /Tick HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";

    /// <summary>After it the server hangs up, if it has not done so before.</summary>
    private const string End = "GET /end HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private readonly FakeApp _app = new FakeApp().Http("Items", "api/items/{*rest}").Timer("Tick", "0 0 0 1 1 *");

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(HttpMode.Proxying)]
    [InlineData(HttpMode.Forwarding)]
    public async Task A_second_request_hidden_in_the_first_never_reaches_the_handler(object mode)
    {
        await using var host = await RunningHost.StartAsync(_app, emulator, (HttpMode)mode);
        string[] framings =
        [
            $"Content-Length: {Hidden.Length + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{Hidden}",
            $"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n{Hidden}",
            $"Content-Length: 0\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
            $"Content-Length: +0\r\n\r\n{Hidden}",
            $"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n{Hidden}",
            $"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n{Hidden}",
            $"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n{Hidden}",
            $"Transfer-Encoding: chunked\r\n\r\n0;a\n\r\n\r\n{Hidden}",
            $"X: a\r\n Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n{Hidden}",
        ];
        foreach (var framing in framings)
        {
            // The hidden request may be read as one of its own: then it is turned away at the door, for no route leads there.
            (await RawAsync(host, framing)).ShouldNotBeEmpty(framing);
        }

        _app.Script.Seen().ShouldNotBeEmpty();
        _app.Script.Seen().ShouldAllBe(seen => seen.Target.StartsWith("/api/items", StringComparison.Ordinal));
        _app.Script.Seen().ShouldAllBe(seen => seen.Body.Length == 0);
    }

    /// <summary>Status lines of every answer that comes before the server hangs up.</summary>
    private static async Task<string> RawAsync(RunningHost host, string framing)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/items/x HTTP/1.1\r\nHost: 127.0.0.1\r\n{framing}{End}"));
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("HTTP/1.1", StringComparison.Ordinal))
                lines.Add(line);
        }

        return string.Join('\n', lines);
    }
}
