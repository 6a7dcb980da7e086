using System.Diagnostics;
using System.Globalization;
using Lianxin.LocalHost.Processes;

namespace Lianxin.LocalHost.Emulator;

/// <summary>
/// Azurite as a child: started on free ports, restarted on the same ports and data when it dies, stopped by SIGTERM, which is
/// the only stop that loses nothing it has acknowledged.
/// </summary>
internal sealed class StorageEmulator : IAsyncDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly string _script;
    private readonly string? _location;
    private readonly ChildNursery _nursery;
    private readonly PidFile? _pidFile;
    private readonly Journal _journal;
    private readonly RestartPace _pace = new();
    private readonly CancellationTokenSource _stop = new();
    private Process? _process;
    private Task _watch = Task.CompletedTask;

    /// <param name="location">Where the data lies; null keeps everything in memory.</param>
    public StorageEmulator(string script, string? location, ChildNursery nursery, PidFile? pidFile, Journal journal)
    {
        (_script, _location, _nursery, _pidFile, _journal) = (script, location, nursery, pidFile, journal);
        Ports = EmulatorPorts.Free();
    }

    public EmulatorPorts Ports { get; }

    /// <summary>Its own process; for tests that end it.</summary>
    public int ProcessId => _process?.Id ?? 0;

    /// <exception cref="StartRefused">Node is missing, or the emulator does not answer.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await LaunchAsync(cancellation);
        _watch = WatchAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watch;
        if (_process is { } process)
        {
            await EndAsync(process);
        }

        _pidFile?.Clear();
        _stop.Dispose();
    }

    private async Task LaunchAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("node");
        string[] place = _location is null ? ["--inMemoryPersistence"] : ["--location", _location];
        string[] arguments =
        [
            _script, "--silent", "--disableTelemetry", .. place,
            "--blobPort", Text(Ports.Blob), "--queuePort", Text(Ports.Queue), "--tablePort", Text(Ports.Table),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            _process = await _nursery.StartAsync(start, "TERM", _ => { }, line => _journal.Line($"[storage!] {line}"));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new StartRefused("找不到 node，请安装 Node.js 20", "node is not there; install Node.js 20");
        }

        _pidFile?.Write(_process.Id);
        await AnswersAsync(_process, cancellation);
    }

    private async Task AnswersAsync(Process process, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartPatience);
        try
        {
            foreach (var port in Ports.All)
            {
                while (!await AnswersAsync(http, port, limit.Token))
                {
                    if (process.HasExited)
                    {
                        throw new StartRefused($"存储模拟器以 {process.ExitCode} 退出", $"the storage emulator exited with {process.ExitCode}");
                    }

                    await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new StartRefused("存储模拟器没有答复", "the storage emulator does not answer");
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http, int port, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/"), HttpCompletionOption.ResponseHeadersRead, cancellation);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task WatchAsync()
    {
        var since = Stopwatch.GetTimestamp();
        try
        {
            while (true)
            {
                await _process!.WaitForExitAsync(_stop.Token);
                // Ctrl+C reaches the emulator through the terminal at the same moment as this process.
                await Task.Delay(TimeSpan.FromMilliseconds(250), _stop.Token);
                _journal.Warn($"存储模拟器以 {_process.ExitCode} 退出，原端口重启", $"the storage emulator exited with {_process.ExitCode} and restarts on its ports");
                await Task.Delay(_pace.After(Stopwatch.GetElapsedTime(since)), _stop.Token);
                since = Stopwatch.GetTimestamp();
                try
                {
                    await LaunchAsync(_stop.Token);
                }
                catch (StartRefused failed)
                {
                    _journal.Line($"! {failed.Message}");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Asked to stop.
        }
    }

    private async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            Signals.Send(process.Id, Signals.Terminate);
            using var patience = new CancellationTokenSource(StopPatience);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _journal.Warn("存储模拟器没有按时停止，已强行结束；最后几秒的数据可能丢失", "the storage emulator did not stop in time and was killed; the last seconds may be lost");
                process.Kill();
            }
        }

        process.Dispose();
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
