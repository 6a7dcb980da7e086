using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Lianxin.Storage.Tables;

/// <summary>
/// Texts too long for a row, as blobs of container <c>sealed</c> named by their content: written before the transaction that names them,
/// never changed, so that a crash in between leaves a blob nobody names and never a name without a blob.
/// </summary>
internal sealed class SealedTexts(BlobContainerClient container)
{
    private static readonly BlobUploadOptions OnlyOnce = new()
    {
        Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain; charset=utf-8" },
    };

    public static string HashOf(string text) => HashOf(Encoding.UTF8.GetBytes(text));

    /// <summary>Answers the SHA-256 of the text's UTF-8 in lower-case hexadecimal.</summary>
    public Task<string> WriteAsync(string folder, string text, CancellationToken cancellation) =>
        StorageCall.RunAsync(
            async () =>
            {
                byte[] bytes = Encoding.UTF8.GetBytes(text);
                string hash = HashOf(bytes);
                try
                {
                    await container.GetBlobClient($"{folder}/{hash}").UploadAsync(new BinaryData(bytes), OnlyOnce, cancellation);
                }
                catch (RequestFailedException failed) when (failed.ErrorCode == BlobErrorCode.BlobAlreadyExists)
                {
                    // The same text, sealed earlier.
                }

                return hash;
            },
            cancellation);

    public Task<string> ReadAsync(string folder, string hash, CancellationToken cancellation) =>
        StorageCall.RunAsync(
            async () =>
            {
                try
                {
                    Response<BlobDownloadResult> found = await container.GetBlobClient($"{folder}/{hash}").DownloadContentAsync(cancellation);
                    return Encoding.UTF8.GetString(found.Value.Content.ToMemory().Span);
                }
                catch (RequestFailedException failed) when (failed.ErrorCode == BlobErrorCode.BlobNotFound)
                {
                    // Storage is there and the text is not: waiting will not bring it back.
                    throw new InvalidOperationException($"The sealed text {folder}/{hash} is gone.", failed);
                }
            },
            cancellation);

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
