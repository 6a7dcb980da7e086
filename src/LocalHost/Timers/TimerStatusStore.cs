using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;

namespace Lianxin.LocalHost.Timers;

/// <summary>Keeps timer statuses where the real host keeps them: <c>azure-webjobs-hosts/timers/{host id}/Host.Functions.{name}/status</c>.</summary>
internal sealed class TimerStatusStore(BlobServiceClient blobs, string hostId)
{
    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient("azure-webjobs-hosts");

    /// <returns>Null when the timer was never seen, or its record cannot be read.</returns>
    public async Task<TimerStatus?> ReadAsync(string function, CancellationToken cancellation)
    {
        try
        {
            var found = await Blob(function).DownloadContentAsync(cancellation);
            return JsonSerializer.Deserialize(found.Value.Content, TimerJson.Default.TimerStatus);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task WriteAsync(string function, TimerStatus status, CancellationToken cancellation)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var body = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(status, TimerJson.Default.TimerStatus));
        await Blob(function).UploadAsync(body, overwrite: true, cancellation);
    }

    private BlobClient Blob(string function) => _container.GetBlobClient($"timers/{hostId}/Host.Functions.{function}/status");
}
