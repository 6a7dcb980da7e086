using Lianxin.Core.Publication;

namespace Lianxin.Functions.UseCases.Checks;

/// <summary>
/// The documents as the writers of pages see them during a check: what is there to the byte is not written again, what is not is written
/// and noted. So the writers themselves say what a page must be, and nothing else has to know it.
/// </summary>
internal sealed class MendedSite(IDocumentStore inner, Action<CheckFinding> note) : IDocumentStore
{
    /// <summary>What time alone changes, a new day for one, is no loss.</summary>
    private const string ChangesByItself = "coverage/";

    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    /// <summary>Paths of the site that a writer wanted to be there.</summary>
    public IReadOnlySet<string> Written => written;

    public Task<StoredDocument?> FindAsync(string container, string name, CancellationToken cancellation) => inner.FindAsync(container, name, cancellation);

    public Task<string?> FenceAsync(string container, string name, CancellationToken cancellation) => inner.FenceAsync(container, name, cancellation);

    public Task<IReadOnlyList<string>> NamesAsync(string container, string prefix, CancellationToken cancellation) => inner.NamesAsync(container, prefix, cancellation);

    public async Task PutAsync(string container, string name, byte[] bytes, string mediaType, CancellationToken cancellation)
    {
        if (container == Containers.Site)
        {
            written.Add(name);
            if (await inner.FindAsync(container, name, cancellation) is { } there && Same(there, bytes, mediaType))
            {
                return;
            }
        }

        await inner.PutAsync(container, name, bytes, mediaType, cancellation);
        Note(CheckKind.PageWritten, container, name);
    }

    public async Task<string?> TryPutAsync(string container, string name, byte[] bytes, string mediaType, string? fence, CancellationToken cancellation)
    {
        if (container == Containers.Site)
        {
            written.Add(name);
            if (fence is not null && await inner.FindAsync(container, name, cancellation) is { } there && there.Fence == fence && Same(there, bytes, mediaType))
            {
                return fence;
            }
        }

        var after = await inner.TryPutAsync(container, name, bytes, mediaType, fence, cancellation);
        if (after is not null)
        {
            Note(CheckKind.PageWritten, container, name);
        }

        return after;
    }

    public async Task<bool> DeleteAsync(string container, string name, CancellationToken cancellation)
    {
        var was = await inner.DeleteAsync(container, name, cancellation);
        if (was)
        {
            Note(CheckKind.PageRemoved, container, name);
        }

        return was;
    }

    public Task<Uri> LinkAsync(string container, string name, TimeSpan lifetime, string downloadName, CancellationToken cancellation) =>
        inner.LinkAsync(container, name, lifetime, downloadName, cancellation);

    private static bool Same(StoredDocument there, byte[] bytes, string mediaType) =>
        there.Bytes.AsSpan().SequenceEqual(bytes) && string.Equals(there.MediaType, mediaType, StringComparison.Ordinal);

    private void Note(CheckKind kind, string container, string name)
    {
        if (container == Containers.Site && !name.StartsWith(ChangesByItself, StringComparison.Ordinal))
        {
            note(new CheckFinding(kind, name));
        }
    }
}
