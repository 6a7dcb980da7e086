using Lianxin.Core.Publication;

namespace Lianxin.Bench.Pages;

/// <summary>Documents of the store beneath, each writing noted with its bytes.</summary>
internal sealed class RecordedDocuments(IDocumentStore inner) : IDocumentStore
{
    public List<(string Name, byte[] Bytes)> Written { get; } = [];

    public Task<StoredDocument?> FindAsync(string container, string name, CancellationToken cancellation) => inner.FindAsync(container, name, cancellation);

    public Task<string?> FenceAsync(string container, string name, CancellationToken cancellation) => inner.FenceAsync(container, name, cancellation);

    public Task<IReadOnlyList<string>> NamesAsync(string container, string prefix, CancellationToken cancellation) => inner.NamesAsync(container, prefix, cancellation);

    public Task PutAsync(string container, string name, byte[] bytes, string mediaType, CancellationToken cancellation)
    {
        Written.Add((name, bytes));
        return inner.PutAsync(container, name, bytes, mediaType, cancellation);
    }

    public Task<string?> TryPutAsync(string container, string name, byte[] bytes, string mediaType, string? fence, CancellationToken cancellation)
    {
        Written.Add((name, bytes));
        return inner.TryPutAsync(container, name, bytes, mediaType, fence, cancellation);
    }

    public Task<bool> DeleteAsync(string container, string name, CancellationToken cancellation) => inner.DeleteAsync(container, name, cancellation);

    public Task<Uri> LinkAsync(string container, string name, TimeSpan lifetime, string downloadName, CancellationToken cancellation) =>
        inner.LinkAsync(container, name, lifetime, downloadName, cancellation);
}
