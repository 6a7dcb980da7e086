using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;

namespace Lianxin.Storage.Documents;

/// <summary>
/// Short-lived links to one document: signed by the account's key where there is one, else by a user delegation key of our identity.
/// </summary>
internal sealed class DocumentLinks(BlobServiceClient blobs, TimeProvider machine) : IDisposable
{
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromHours(1);

    // Clocks of machines differ; a link that starts now is refused by a service that is a little behind.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(6);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private (UserDelegationKey Key, DateTimeOffset Until)? _delegation;

    public async Task<Uri> MakeAsync(BlobClient blob, TimeSpan lifetime, string downloadName, CancellationToken cancellation)
    {
        if (lifetime <= TimeSpan.Zero || lifetime > MaxLifetime)
        {
            throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, "A link lives up to one hour.");
        }

        DateTimeOffset now = machine.GetUtcNow();
        var link = new BlobSasBuilder(BlobSasPermissions.Read, now + lifetime)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            StartsOn = now - Slack,
            ContentDisposition = DownloadName.Disposition(downloadName),
        };
        if (blob.CanGenerateSasUri)
        {
            return blob.GenerateSasUri(link);
        }

        UserDelegationKey key = await DelegationAsync(now, now + lifetime, cancellation);
        return new BlobUriBuilder(blob.Uri) { Sas = link.ToSasQueryParameters(key, blobs.AccountName) }.ToUri();
    }

    public void Dispose() => _turn.Dispose();

    private async Task<UserDelegationKey> DelegationAsync(DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // A link cannot outlive the key that signs it.
            if (_delegation is not { } held || held.Until < until)
            {
                DateTimeOffset end = now + KeyLifetime;
                var wanted = new BlobGetUserDelegationKeyOptions(end) { StartsOn = now - Slack };
                UserDelegationKey key = await StorageCall.RunAsync(
                    async () => (await blobs.GetUserDelegationKeyAsync(wanted, cancellation)).Value, cancellation);
                held = (key, end);
                _delegation = held;
            }

            return held.Key;
        }
        finally
        {
            _turn.Release();
        }
    }
}
