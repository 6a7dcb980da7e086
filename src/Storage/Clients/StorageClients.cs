using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Clients;

/// <summary>The SDK's clients, one of each per process, so that connections are shared.</summary>
internal sealed class StorageClients : IDisposable
{
    private readonly StorageOptions _options;
    private readonly HttpClient _http;
    private readonly TableServiceClient _tables;
    private readonly QueueServiceClient _queues;
    private readonly QueueServiceClient _rawQueues;

    public StorageClients(StorageOptions options)
    {
        options.Validate();
        _options = options;
        _http = ClientSettings.Http();
        var tables = ClientSettings.Tables(options, _http);
        var blobs = ClientSettings.Blobs(options, _http);
        var queues = ClientSettings.Queues(options, _http);
        var raw = ClientSettings.Queues(options, _http);
        raw.MessageEncoding = QueueMessageEncoding.None;
        if (options.ConnectionString is { Length: > 0 } connection)
        {
            _tables = new TableServiceClient(connection, tables);
            Blobs = new BlobServiceClient(connection, blobs);
            _queues = new QueueServiceClient(connection, queues);
            _rawQueues = new QueueServiceClient(connection, raw);
        }
        else
        {
            TokenCredential identity = ClientSettings.Identity(options);
            _tables = new TableServiceClient(Endpoint("table"), identity, tables);
            Blobs = new BlobServiceClient(Endpoint("blob"), identity, blobs);
            _queues = new QueueServiceClient(Endpoint("queue"), identity, queues);
            _rawQueues = new QueueServiceClient(Endpoint("queue"), identity, raw);
        }
    }

    public BlobServiceClient Blobs { get; }

    public TableAccess Table(string name) => new(RawTable(name));

    /// <summary>A table as the SDK has it; for copies of everything.</summary>
    public TableClient RawTable(string name) => _tables.GetTableClient(_options.NamePrefix + name);

    /// <summary>A prefix cannot stand before <c>$web</c>; under one the site lies in <c>{prefix}web</c>.</summary>
    public BlobContainerClient Container(string name) =>
        Blobs.GetBlobContainerClient(_options.NamePrefix.Length == 0 ? name : _options.NamePrefix + name.TrimStart('$'));

    public QueueClient Queue(string name) => _queues.GetQueueClient(_options.NamePrefix + name);

    /// <summary>The same queue without the encoding: bodies as they lie there, base64 or not.</summary>
    public QueueClient RawQueue(string name) => _rawQueues.GetQueueClient(_options.NamePrefix + name);

    public void Dispose() => _http.Dispose();

    private Uri Endpoint(string service) => new($"https://{_options.AccountName}.{service}.{_options.EndpointSuffix}");
}
