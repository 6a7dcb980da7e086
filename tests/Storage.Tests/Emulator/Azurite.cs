using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Lianxin.Storage.Tests.Emulator;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace Lianxin.Storage.Tests.Emulator;

/// <summary>One emulator for the whole run, in memory, on free ports. Isolation comes from name prefixes.</summary>
public sealed class Azurite : IAsyncLifetime
{
    // The emulator's published account; no secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private readonly int[] _ports = FreePorts.Take(3);
    private Process? _process;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint={Endpoint(0)};QueueEndpoint={Endpoint(1)};TableEndpoint={Endpoint(2)};";

    public async ValueTask InitializeAsync()
    {
        string script = Path.Combine(Root(), "build", "emulator", "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(script))
        {
            throw new InvalidOperationException("The storage emulator is missing: run 'npm ci' in build/emulator.");
        }

        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])
            [script, "--inMemoryPersistence", "--silent", "--disableTelemetry", "--blobPort", Port(0), "--queuePort", Port(1), "--tablePort", Port(2)])
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("node does not start.");
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Task.WhenAll(_ports.Select(WaitAsync));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    private static async Task WaitAsync(int port)
    {
        for (int tries = 0; tries < 300; tries++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException($"The emulator does not answer on port {port}.");
    }

    private string Port(int service) => _ports[service].ToString(CultureInfo.InvariantCulture);

    private string Endpoint(int service) => $"http://127.0.0.1:{Port(service)}/{Account}";
}
