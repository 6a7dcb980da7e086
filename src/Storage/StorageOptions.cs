using Azure.Core.Pipeline;

namespace Lianxin.Storage;

/// <summary>Where storage is and how patiently it is asked. Either a connection string, or an account name with an identity.</summary>
public sealed record StorageOptions
{
    /// <summary>For the emulator and for accounts opened by key.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Storage account reached by identity (managed identity in Azure, the developer's own sign-in elsewhere).</summary>
    public string? AccountName { get; init; }

    /// <summary>Suffix of the storage endpoints: <c>core.windows.net</c>, or <c>core.chinacloudapi.cn</c> in Azure China (世纪互联).</summary>
    public string EndpointSuffix { get; init; } = "core.windows.net";

    /// <summary>Client id of a user-assigned managed identity; null takes the default chain.</summary>
    public string? ManagedIdentityClientId { get; init; }

    /// <summary>First part of every table, container and queue name; lower-case letters and digits. Keeps several systems apart in one account.</summary>
    public string NamePrefix { get; init; } = "";

    /// <summary>First part of every index number 索引号, for example <c>LG000</c> (Art. 12).</summary>
    public required string IndexPrefix { get; init; }

    /// <summary>How long one try may take. The SDK's own 100 s would outlive the caller.</summary>
    public TimeSpan NetworkTimeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Tries in all, the first included.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>Wait before the second try; doubles from there.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Sees every try of every request; tests count and break them here.</summary>
    internal IReadOnlyList<HttpPipelinePolicy> Policies { get; init; } = [];

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(ConnectionString) == string.IsNullOrWhiteSpace(AccountName))
        {
            throw new ArgumentException("Storage needs either a connection string or an account name.");
        }

        if (NamePrefix.Length > 20 || NamePrefix.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)) ||
            (NamePrefix.Length > 0 && char.IsAsciiDigit(NamePrefix[0])))
        {
            throw new ArgumentException($"Name prefix '{NamePrefix}' must be up to 20 lower-case letters and digits, a letter first.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(IndexPrefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(Tries, 1);
    }
}
