using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Lianxin.Storage.Clients;

/// <summary>Time-outs, retries, protocol versions and identity of the clients.</summary>
internal static class ClientSettings
{
    private static bool IsChina(StorageOptions options) =>
        options.EndpointSuffix.EndsWith(".chinacloudapi.cn", StringComparison.OrdinalIgnoreCase);

    /// <summary>The emulator closes idle connections after 5 s; ours are dropped before, so that no request meets a closing one.</summary>
    public static HttpClient Http() => new(
        new SocketsHttpHandler
        {
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(3),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(4),
            AllowAutoRedirect = false,
            UseCookies = false,
        })
    {
        Timeout = Timeout.InfiniteTimeSpan, // The pipeline's own time-out per try rules.
    };

    public static TableClientOptions Tables(StorageOptions options, HttpClient http) =>
        Common(new TableClientOptions { Audience = IsChina(options) ? TableAudience.AzureChina : TableAudience.AzurePublicCloud }, options, http);

    // The newest protocol that the emulator speaks; pinned, so that Azure is spoken to in the version that was tested.
    public static BlobClientOptions Blobs(StorageOptions options, HttpClient http) =>
        Common(new BlobClientOptions(BlobClientOptions.ServiceVersion.V2025_11_05), options, http);

    // The Functions host expects base64 in queue messages.
    public static QueueClientOptions Queues(StorageOptions options, HttpClient http) =>
        Common(new QueueClientOptions(QueueClientOptions.ServiceVersion.V2025_11_05) { MessageEncoding = QueueMessageEncoding.Base64 }, options, http);

    public static TokenCredential Identity(StorageOptions options)
    {
        Uri authority = IsChina(options) ? AzureAuthorityHosts.AzureChina : AzureAuthorityHosts.AzurePublicCloud;
        return options.ManagedIdentityClientId is { Length: > 0 } client
            ? new ManagedIdentityCredential(
                new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(client)) { AuthorityHost = authority })
            : new DefaultAzureCredential(new DefaultAzureCredentialOptions { AuthorityHost = authority });
    }

    private static T Common<T>(T settings, StorageOptions options, HttpClient http)
        where T : ClientOptions
    {
        settings.Transport = new HttpClientTransport(http);
        settings.Retry.Mode = RetryMode.Exponential;
        settings.Retry.MaxRetries = options.Tries - 1;
        settings.Retry.Delay = options.RetryDelay;
        settings.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        settings.Retry.NetworkTimeout = options.NetworkTimeout;
        foreach (HttpPipelinePolicy policy in options.Policies)
        {
            settings.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        return settings;
    }
}
