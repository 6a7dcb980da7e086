using System.Globalization;
using Lianxin.Core.Publication;
using Lianxin.Storage.Documents;

namespace Lianxin.Storage.Memory;

/// <summary>Documents in memory. Links have the form of real ones but lead nowhere.</summary>
public sealed class InMemoryDocuments(TimeProvider machine) : IDocumentStore
{
    private readonly FencedMap<(string Container, string Name), (byte[] Bytes, string MediaType)> _documents = new();

    public Task<StoredDocument?> FindAsync(string container, string name, CancellationToken cancellation) =>
        Task.FromResult(_documents.Find((container, name)) is { } found
            ? new StoredDocument([.. found.Value.Bytes], found.Value.MediaType, found.Fence)
            : null);

    public Task<string?> FenceAsync(string container, string name, CancellationToken cancellation) =>
        Task.FromResult(_documents.Find((container, name))?.Fence);

    public Task<IReadOnlyList<string>> NamesAsync(string container, string prefix, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>(
        [
            .. _documents.All.Select(d => d.Key)
                .Where(k => k.Container == container && k.Name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(k => k.Name)
                .Order(StringComparer.Ordinal),
        ]);

    public Task PutAsync(string container, string name, byte[] bytes, string mediaType, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        _documents.Put((container, name), ([.. bytes], mediaType));
        return Task.CompletedTask;
    }

    public Task<string?> TryPutAsync(
        string container,
        string name,
        byte[] bytes,
        string mediaType,
        string? fence,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return Task.FromResult(_documents.TryPut((container, name), ([.. bytes], mediaType), fence));
    }

    public Task<bool> DeleteAsync(string container, string name, CancellationToken cancellation) =>
        Task.FromResult(_documents.Remove((container, name)));

    public Task<Uri> LinkAsync(string container, string name, TimeSpan lifetime, string downloadName, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, DocumentLinks.MaxLifetime);
        string path = string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
        string end = Uri.EscapeDataString((machine.GetUtcNow() + lifetime).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        string disposition = Uri.EscapeDataString(DownloadName.Disposition(downloadName));
        return Task.FromResult(new Uri($"memory://{container.TrimStart('$')}/{path}?se={end}&rscd={disposition}"));
    }
}
