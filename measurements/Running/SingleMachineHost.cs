using System.Globalization;

namespace Lianxin.Bench.Running;

/// <summary>The single-machine host with a handler of its own, over the same storage as the handler that is measured beside it.</summary>
internal sealed class SingleMachineHost : IAsyncDisposable
{
    private readonly Child process;

    private SingleMachineHost(Child process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<SingleMachineHost> StartAsync(Installation installation, string connection, Staff staff)
    {
        var port = FreePorts.Take(1)[0].ToString(CultureInfo.InvariantCulture);
        var process = Child.Start(
            "dotnet",
            [
                installation.Host, "--app", installation.App, "--data", staff.Folder, "--port", port, "--demo", "--empty",
                "--storage", connection, "--clock", Handler.Clock,
            ]);
        var host = new SingleMachineHost(process, new Uri($"http://127.0.0.1:{port}"));
        await process.UntilAsync(() => Task.FromResult(process.Output.Contains("ready http", StringComparison.Ordinal)));
        return host;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
