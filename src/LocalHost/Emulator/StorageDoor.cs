using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Lianxin.LocalHost.Emulator;

/// <summary>Clients for the host's own use of the storage account.</summary>
internal sealed class StorageDoor : IDisposable
{
    private readonly HttpClient _http;

    public StorageDoor(string connection)
    {
        Connection = connection;
        // The emulator drops idle connections after five seconds: let go of them first, or a reuse can meet the close.
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(3), UseProxy = false });
        var transport = new HttpClientTransport(_http);
        // The newest clients speak a protocol that no released emulator knows.
        Blobs = new BlobServiceClient(connection, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2025_11_05) { Transport = transport });
        Queues = new QueueServiceClient(connection, new QueueClientOptions(QueueClientOptions.ServiceVersion.V2025_11_05)
        {
            Transport = transport,
            MessageEncoding = QueueMessageEncoding.None,
        });
    }

    public string Connection { get; }

    public BlobServiceClient Blobs { get; }

    /// <summary>Messages come raw: the host itself decides what is base64 and what goes to poison.</summary>
    public QueueServiceClient Queues { get; }

    public void Dispose() => _http.Dispose();
}
