using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Lianxin.Core.Publication;
using Lianxin.Storage.Clients;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Documents;

/// <summary>Documents as blobs, fenced by their ETag.</summary>
internal sealed class BlobDocuments(StorageClients clients, DocumentLinks links) : IDocumentStore
{
    private const string WriteId = "write";

    public Task<StoredDocument?> FindAsync(string container, string name, CancellationToken cancellation) =>
        StorageCall.RunAsync(
            async () =>
            {
                try
                {
                    Response<BlobDownloadResult> found = await Blob(container, name).DownloadContentAsync(cancellation);
                    BlobDownloadDetails details = found.Value.Details;
                    return new StoredDocument(found.Value.Content.ToArray(), details.ContentType, details.ETag.ToString());
                }
                catch (RequestFailedException failed) when (failed.ErrorCode == BlobErrorCode.BlobNotFound)
                {
                    return null;
                }
            },
            cancellation);

    public async Task<string?> FenceAsync(string container, string name, CancellationToken cancellation) =>
        (await PropertiesAsync(container, name, cancellation))?.ETag.ToString();

    public Task<IReadOnlyList<string>> NamesAsync(string container, string prefix, CancellationToken cancellation) =>
        StorageCall.RunAsync<IReadOnlyList<string>>(
            async () =>
            {
                List<string> names = await clients.Container(container)
                    .GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation)
                    .Select(b => b.Name)
                    .ToListAsync(cancellation);
                names.Sort(StringComparer.Ordinal);
                return names;
            },
            cancellation);

    public Task PutAsync(string container, string name, byte[] bytes, string mediaType, CancellationToken cancellation) =>
        StorageCall.RunAsync(
            () => Blob(container, name).UploadAsync(new BinaryData(bytes), Upload(container, mediaType), cancellation), cancellation);

    public Task<string?> TryPutAsync(
        string container,
        string name,
        byte[] bytes,
        string mediaType,
        string? fence,
        CancellationToken cancellation)
    {
        BlobUploadOptions upload = Upload(container, mediaType);
        upload.Conditions = fence is null
            ? new BlobRequestConditions { IfNoneMatch = ETag.All }
            : new BlobRequestConditions { IfMatch = new ETag(fence) };
        string id = TableAccess.NewWriteId();
        upload.Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [WriteId] = id };
        return StorageCall.RunAsync(
            async () =>
            {
                try
                {
                    return (await Blob(container, name).UploadAsync(new BinaryData(bytes), upload, cancellation)).Value.ETag.ToString();
                }
                catch (RequestFailedException failed) when (IsLostRace(failed))
                {
                    // The answer to our own write may have been lost, and the SDK's second try met it.
                    BlobProperties? present = await PropertiesAsync(container, name, cancellation);
                    return present is not null && present.Metadata.TryGetValue(WriteId, out string? by) && by == id
                        ? present.ETag.ToString()
                        : null;
                }
            },
            cancellation);
    }

    public Task<bool> DeleteAsync(string container, string name, CancellationToken cancellation) =>
        StorageCall.RunAsync(
            async () => (await Blob(container, name).DeleteIfExistsAsync(cancellationToken: cancellation)).Value, cancellation);

    public Task<Uri> LinkAsync(string container, string name, TimeSpan lifetime, string downloadName, CancellationToken cancellation) =>
        links.MakeAsync(Blob(container, name), lifetime, downloadName, cancellation);

    private static bool IsLostRace(RequestFailedException failed) =>
        failed.Status == 412 || failed.ErrorCode == BlobErrorCode.BlobAlreadyExists || failed.ErrorCode == BlobErrorCode.BlobNotFound;

    // A page changes without its name changing; a minute is what a reader may be behind.
    private static BlobUploadOptions Upload(string container, string mediaType) => new()
    {
        HttpHeaders = new BlobHttpHeaders
        {
            ContentType = mediaType,
            CacheControl = container == Containers.Site ? "public, max-age=60" : null,
        },
    };

    private BlobClient Blob(string container, string name) => clients.Container(container).GetBlobClient(name);

    private Task<BlobProperties?> PropertiesAsync(string container, string name, CancellationToken cancellation) =>
        StorageCall.RunAsync(
            async () =>
            {
                try
                {
                    return (BlobProperties?)(await Blob(container, name).GetPropertiesAsync(cancellationToken: cancellation)).Value;
                }
                catch (RequestFailedException failed) when (failed.Status == 404 && failed.ErrorCode != BlobErrorCode.ContainerNotFound)
                {
                    return null;
                }
            },
            cancellation);
}
