using System.Globalization;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;

namespace Lianxin.Functions.Tests.Access;

/// <summary>Documents under fences, with a hook for races.</summary>
internal sealed class DocumentsInMemory : IDocumentStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string, string), StoredDocument> documents = [];
    private int version;

    /// <summary>Runs once, before the next conditional write is decided: another writer who is faster.</summary>
    public Action? BeforePut { get; set; }

    public bool Away { get; set; }

    public Action? BeforeFind { get; set; }

    public Task<StoredDocument?> FindAsync(string container, string name, CancellationToken cancellation)
    {
        BeforeFind?.Invoke();
        if (Away)
            throw new StorageUnavailableException("away");
        lock (gate)
            return Task.FromResult(documents.GetValueOrDefault((container, name)));
    }

    public async Task<string?> FenceAsync(string container, string name, CancellationToken cancellation) =>
        (await FindAsync(container, name, cancellation))?.Fence;

    public Task<IReadOnlyList<string>> NamesAsync(string container, string prefix, CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<string>>(
                [.. documents.Keys.Where(k => k.Item1 == container && k.Item2.StartsWith(prefix, StringComparison.Ordinal)).Select(k => k.Item2).Order(StringComparer.Ordinal)]);
        }
    }

    public Task PutAsync(string container, string name, byte[] bytes, string mediaType, CancellationToken cancellation)
    {
        lock (gate)
            Write(container, name, bytes, mediaType);
        return Task.CompletedTask;
    }

    public Task<string?> TryPutAsync(
        string container, string name, byte[] bytes, string mediaType, string? fence, CancellationToken cancellation)
    {
        var faster = BeforePut;
        BeforePut = null;
        faster?.Invoke();
        lock (gate)
        {
            return Task.FromResult(
                documents.GetValueOrDefault((container, name))?.Fence == fence ? Write(container, name, bytes, mediaType) : null);
        }
    }

    public Task<bool> DeleteAsync(string container, string name, CancellationToken cancellation)
    {
        lock (gate)
            return Task.FromResult(documents.Remove((container, name)));
    }

    public Task<Uri> LinkAsync(string container, string name, TimeSpan lifetime, string downloadName, CancellationToken cancellation) =>
        Task.FromResult(new Uri($"http://127.0.0.1/{container}/{name}"));

    private string Write(string container, string name, byte[] bytes, string mediaType)
    {
        var fence = (++version).ToString(CultureInfo.InvariantCulture);
        documents[(container, name)] = new StoredDocument(bytes, mediaType, fence);
        return fence;
    }
}
