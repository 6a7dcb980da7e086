using Lianxin.LocalHost.Processes;

namespace Lianxin.LocalHost.Emulator;

/// <summary>The emulator's three ports, kept over its restarts.</summary>
internal sealed record EmulatorPorts(int Blob, int Queue, int Table)
{
    // The emulator's published account, the same on every machine: not a secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{Blob}/{Account};QueueEndpoint=http://127.0.0.1:{Queue}/{Account};"
        + $"TableEndpoint=http://127.0.0.1:{Table}/{Account};";

    public IEnumerable<int> All => [Blob, Queue, Table];

    public static EmulatorPorts Free()
    {
        var free = FreePort.Take(3);
        return new EmulatorPorts(free[0], free[1], free[2]);
    }
}
