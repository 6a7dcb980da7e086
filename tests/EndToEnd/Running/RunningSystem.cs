using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Lianxin.EndToEnd.Running;

/// <summary>
/// The whole system as <c>./run</c> starts it: LocalHost with emulator and handler, on a free port and a data folder of its own.
/// </summary>
public sealed class RunningSystem : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> output = [];
    private readonly string data;
    private readonly bool keepData;

    private RunningSystem(Process process, int port, string data, bool keepData)
    {
        this.process = process;
        this.data = data;
        this.keepData = keepData;
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    public Uri Address { get; }

    public string Data => data;

    public string Output
    {
        get
        {
            lock (output)
            {
                return string.Join('\n', output);
            }
        }
    }

    /// <param name="arguments">Further options of LocalHost, for example <c>--empty</c>.</param>
    public static async Task<RunningSystem> StartAsync(string? data = null, TimeSpan? patience = null, params string[] arguments)
    {
        var root = Repository.Root;
        var published = Environment.GetEnvironmentVariable("LIANXIN_PUBLISHED")
            ?? throw new InvalidOperationException("LIANXIN_PUBLISHED names no published app; run ./test, which publishes it");
        var app = Path.Combine(published, "app");
        var folder = data ?? Directory.CreateTempSubdirectory("lianxin-e2e-").FullName;
        var asked = Array.IndexOf(arguments, "--port");
        var port = asked < 0 ? FreePort() : int.Parse(arguments[asked + 1], CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(Path.Combine(published, "host", "Lianxin.LocalHost"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = root,
        };
        foreach (var argument in new[] { "--app", app, "--data", folder, "--port", $"{port}", "--demo", "--emulator", Path.Combine(root, "build", "emulator"), "--sample", Path.Combine(root, "samples", "ligang-2014") }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        var system = new RunningSystem(new Process { StartInfo = start }, port, folder, data is not null);
        system.process.OutputDataReceived += (_, e) => system.Note(e.Data);
        system.process.ErrorDataReceived += (_, e) => system.Note(e.Data);
        system.process.Start();
        system.process.BeginOutputReadLine();
        system.process.BeginErrorReadLine();
        await system.UntilReadyAsync(patience ?? TimeSpan.FromMinutes(5));
        return system;
    }

    /// <summary>A client that is signed in as the first demo account of a role (and office).</summary>
    public async Task<Caller> SignInAsync(string role, string? office = null, int which = 0)
    {
        var staff = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(data, "demo-staff.json")));
        var account = staff.EnumerateArray()
            .Where(a => a.GetProperty("role").GetString() == role && (office is null || a.GetProperty("office").GetString() == office))
            .ElementAt(which);
        var caller = Anyone();
        // With a length: older hosts drop bodies that have none.
        var (answer, body) = await caller.PostAsync(
            "/api/session", new { account = account.GetProperty("account").GetString(), password = account.GetProperty("password").GetString() });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body.ToString());
        return caller;
    }

    public Caller Anyone() => new(Address);

    /// <summary>Ids of the handler's processes, children of LocalHost.</summary>
    public IReadOnlyList<int> HandlerProcesses() =>
        [.. Directory.EnumerateDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), out var id) ? id : 0)
            .Where(id => id > 0 && IsHandlerOf(id, process.Id))];

    /// <summary>Stops it as Ctrl-C or a service manager would; answers its exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await kill.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await process.WaitForExitAsync(patience.Token);
        }

        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
        if (!keepData)
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static bool IsHandlerOf(int id, int parent)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{id}/stat");
            var afterName = status[(status.LastIndexOf(')') + 2)..].Split(' ');
            return afterName[1] == $"{parent}" && File.ReadAllText($"/proc/{id}/cmdline").Contains("Lianxin.Functions", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task UntilReadyAsync(TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < patience)
        {
            if (Output.Split('\n').Contains($"ready {Address.ToString().TrimEnd('/')}"))
            {
                return;
            }

            if (process.HasExited)
            {
                throw new InvalidOperationException($"LocalHost ended with {process.ExitCode}:\n{Output}");
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"not ready after {patience}:\n{Output}");
    }

    private void Note(string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.Add(line);
            }
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
