using System.Collections.Concurrent;
using Lianxin.LocalHost.Processes;

namespace Lianxin.LocalHost.Tests.Fake;

/// <summary>A host in this process over a fake app and the shared emulator.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _journal = [];
    private readonly SingleMachine _machine;

    private RunningHost(SingleMachine machine, int port, ConcurrentQueue<string> journal)
    {
        (_machine, _journal) = (machine, journal);
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        };
    }

    public HttpClient Client { get; }

    public string Journal => string.Join('\n', _journal);

    public static async Task<RunningHost> StartAsync(FakeApp app, EmulatorFixture emulator, HttpMode mode = HttpMode.Proxying, int? sitePort = null)
    {
        var journal = new ConcurrentQueue<string>();
        var port = FreePort.Take(1)[0];
        var settings = new Dictionary<string, string> { [FakeScript.FolderVariable] = app.Data };
        var options = new RunOptions(app.Folder, app.Data, port, sitePort, mode, emulator.Connection, false, null, false, null, false, null, settings);
        var machine = await SingleMachine.StartAsync(options, new Journal(journal.Enqueue), TimeProvider.System, CancellationToken.None);
        return new RunningHost(machine, port, journal);
    }

    /// <summary>The running handler's process id.</summary>
    public async Task<int> HandlerAsync() =>
        (await _machine.Handler.WhenReadyAsync(TimeSpan.FromSeconds(30), CancellationToken.None))!.ProcessId;

    public Task SaysAsync(string text) => Wait.UntilAsync(() => Journal.Contains(text, StringComparison.Ordinal), $"journal: {text}\n{Journal}");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _machine.DisposeAsync();
    }
}
