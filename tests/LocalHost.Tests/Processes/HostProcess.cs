using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Lianxin.LocalHost.Processes;
using Lianxin.LocalHost.Tests.Fake;

namespace Lianxin.LocalHost.Tests.Processes;

/// <summary>The host as its users run it: a process of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly Process _process;

    public HostProcess(FakeApp app, params string[] more)
        : this(app, more, null)
    {
    }

    /// <param name="shell">A shell line that starts the host, given as <c>$0</c> and <c>$@</c>; null starts it directly.</param>
    public HostProcess(FakeApp app, string[] more, string? shell)
    {
        Port = FreePort.Take(1)[0];
        var program = Path.Combine(AppContext.BaseDirectory, "Lianxin.LocalHost");
        var start = new ProcessStartInfo(shell is null ? program : "/bin/sh")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            .. shell is null ? [] : new[] { "-c", shell, program },
            "--app", app.Folder, "--data", app.Data, "--port", Port.ToString(CultureInfo.InvariantCulture),
            "--setting", $"{FakeScript.FolderVariable}={app.Data}", .. more,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; }

    public string Output => string.Join('\n', _lines);

    public bool HasExited => _process.HasExited;

    public Task ReadyAsync() => Wait.UntilAsync(
        () => HasExited || _lines.Contains($"ready http://127.0.0.1:{Port}"), $"ready line\n{Output}", 60);

    public void Signal(int signal) => Signals.Send(_process.Id, signal);

    public async Task<int> ExitCodeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
