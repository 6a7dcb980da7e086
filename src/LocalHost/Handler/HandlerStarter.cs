using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Lianxin.LocalHost.Manifest;
using Lianxin.LocalHost.Processes;

namespace Lianxin.LocalHost.Handler;

/// <summary>Starts the handler executable with the environment of the custom handler protocol.</summary>
/// <param name="settings">App settings on top of this process's own environment, AzureWebJobsStorage among them.</param>
/// <param name="hostUrl">The host's own address, which the real host leaks into the handler as ASPNETCORE_URLS.</param>
internal sealed class HandlerStarter(
    AppManifest app, IReadOnlyDictionary<string, string> settings, string hostUrl, ChildNursery nursery, PidFile pidFile, Journal journal)
{
    private readonly ConcurrentQueue<string> _lastErrors = [];

    /// <summary>The last three lines of stderr, which the real host reports with a crash.</summary>
    public string LastErrors => string.Join(" | ", _lastErrors);

    public async Task<HandlerLife> StartAsync()
    {
        _lastErrors.Clear();
        var port = FreePort.Take(1)[0];
        var start = new ProcessStartInfo(app.Host.Handler.Executable) { WorkingDirectory = app.Host.Handler.WorkingDirectory };
        foreach (var argument in app.Host.Handler.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in Variables(port))
        {
            start.Environment[name] = value;
        }

        var process = await nursery.StartAsync(start, "KILL", line => journal.Line($"[app] {line}"), KeepError);
        pidFile.Write(process.Id);
        return new HandlerLife(process, port);
    }

    private IEnumerable<KeyValuePair<string, string>> Variables(int port)
    {
        var number = port.ToString(CultureInfo.InvariantCulture);
        var worker = Guid.NewGuid().ToString();
        return settings.Concat(new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = hostUrl,
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = number,
            ["FUNCTIONS_HTTPWORKER_PORT"] = number,
            ["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = worker,
            ["FUNCTIONS_HTTPWORKER_ID"] = worker,
            ["FUNCTIONS_APP_ROOT_PATH"] = app.Folder,
        });
    }

    private void KeepError(string line)
    {
        _lastErrors.Enqueue(line);
        while (_lastErrors.Count > 3)
        {
            _lastErrors.TryDequeue(out _);
        }

        journal.Line($"[app!] {line}");
    }
}
