using System.Globalization;
using System.Net.Sockets;

namespace Lianxin.Bench.Running;

/// <summary>A storage emulator of its own, in memory: nothing on disk, no stop for saving.</summary>
internal sealed class Emulator : IAsyncDisposable
{
    // The emulator's published account; no secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private readonly Child process;

    private Emulator(Child process, int[] ports)
    {
        this.process = process;
        Ports = ports;
    }

    public int ProcessId => process.Id;

    /// <summary>Blobs, queues, tables.</summary>
    public IReadOnlyList<int> Ports { get; }

    public string ConnectionString => ConnectionFor(Ports);

    public static string ConnectionFor(IReadOnlyList<int> ports)
    {
        ArgumentNullException.ThrowIfNull(ports);
        return $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint={Endpoint(ports[0])};QueueEndpoint={Endpoint(ports[1])};TableEndpoint={Endpoint(ports[2])};";
    }

    public static async Task<Emulator> StartAsync(Installation installation)
    {
        var ports = FreePorts.Take(3);
        var script = Path.Combine(installation.EmulatorFolder, "node_modules", "azurite", "dist", "src", "azurite.js");
        var process = Child.Start(
            "node",
            [script, "--inMemoryPersistence", "--silent", "--disableTelemetry", "--blobPort", Text(ports[0]), "--queuePort", Text(ports[1]), "--tablePort", Text(ports[2])]);
        foreach (var port in ports)
            await process.UntilAsync(() => AnswersAsync(port));
        return new Emulator(process, ports);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static async Task<bool> AnswersAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Endpoint(int port) => $"http://127.0.0.1:{Text(port)}/{Account}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
