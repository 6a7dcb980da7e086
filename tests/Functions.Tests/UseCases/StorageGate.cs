using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Storage.Outbox;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>The process died here: nothing in the code may catch this.</summary>
internal sealed class KilledException(string call) : Exception($"killed at {call}");

/// <summary>Stands before every call to storage, so that a test can kill the process there or let a rival run.</summary>
internal sealed class StorageGate
{
    /// <summary>Runs before a call, which is named like <c>put items/x.html</c>.</summary>
    public Func<string, Task>? Before { get; set; }

    /// <summary>Runs after a call has taken effect and before the caller learns of it.</summary>
    public Func<string, Task>? After { get; set; }

    /// <summary>Runs the rival once, before the first call whose name begins like this.</summary>
    public void RivalBefore(string call, Func<Task> rival) => Before = async name =>
    {
        if (name.StartsWith(call, StringComparison.Ordinal))
        {
            Before = null;
            await rival();
        }
    };

    /// <summary>Kills at the k-th call from now on, before or after it took effect.</summary>
    public void KillAt(int call, bool after)
    {
        var calls = 0;
        Task Strike(string name) => ++calls == call ? throw new KilledException(name) : Task.CompletedTask;
        (Before, After) = after ? (null, Strike) : ((Func<string, Task>)Strike, (Func<string, Task>?)null);
    }

    public void Open() => (Before, After) = (null, null);

    public async Task<T> PassAsync<T>(string name, Func<Task<T>> call)
    {
        await (Before?.Invoke(name) ?? Task.CompletedTask);
        var answer = await call();
        await (After?.Invoke(name) ?? Task.CompletedTask);
        return answer;
    }

    public Task PassAsync(string name, Func<Task> call) => PassAsync(name, async () =>
    {
        await call();
        return true;
    });

    public async IAsyncEnumerable<T> PassAsync<T>(string name, IAsyncEnumerable<T> rows)
    {
        await PassAsync(name, () => Task.FromResult(true));
        await foreach (var row in rows)
            yield return row;
    }
}

internal sealed class GatedRegister(IRegister inner, StorageGate gate) : IRegister
{
    public Task<StoredItem?> FindAsync(string itemId, CancellationToken cancellation) =>
        gate.PassAsync("find " + itemId, () => inner.FindAsync(itemId, cancellation));

    public Task<CommitOutcome> CommitAsync(RegisterCommit commit, CancellationToken cancellation) =>
        gate.PassAsync("commit " + commit.After.Id, () => inner.CommitAsync(commit, cancellation));

    public Task<IReadOnlyList<Core.Audit.ItemEvent>> HistoryAsync(string itemId, CancellationToken cancellation) =>
        gate.PassAsync("history " + itemId, () => inner.HistoryAsync(itemId, cancellation));

    public IAsyncEnumerable<Core.Audit.ChainHead> HeadsAsync(string agency, int year, CancellationToken cancellation) =>
        gate.PassAsync("heads", inner.HeadsAsync(agency, year, cancellation));

    public Task<CommandReceipt?> FindReceiptAsync(string agency, int year, string keyHash, CancellationToken cancellation) =>
        gate.PassAsync("receipt", () => inner.FindReceiptAsync(agency, year, keyHash, cancellation));

    public Task<ItemPage> ListAsync(ItemQuery query, CancellationToken cancellation) =>
        gate.PassAsync("list", () => inner.ListAsync(query, cancellation));

    public IAsyncEnumerable<PublicationRow> PublicationsAsync(string agency, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        gate.PassAsync("publications", inner.PublicationsAsync(agency, from, to, cancellation));

    public Task<IReadOnlyList<int>> YearsAsync(string agency, CancellationToken cancellation) =>
        gate.PassAsync("years", () => inner.YearsAsync(agency, cancellation));

    public IAsyncEnumerable<string> AwaitingPublicationAsync(string agency, DateOnly day, CancellationToken cancellation) =>
        gate.PassAsync("awaiting", inner.AwaitingPublicationAsync(agency, day, cancellation));

    public IAsyncEnumerable<QuarterRow> QuarterAsync(string agency, Core.Calendar.Period quarter, CancellationToken cancellation) =>
        gate.PassAsync("quarter", inner.QuarterAsync(agency, quarter, cancellation));

    public IAsyncEnumerable<string> EndedAsync(string agency, DateOnly day, CancellationToken cancellation) =>
        gate.PassAsync("ended", inner.EndedAsync(agency, day, cancellation));

    public IAsyncEnumerable<OutboxRow> OutboxAsync(string agency, DateTimeOffset before, CancellationToken cancellation) =>
        gate.PassAsync("outbox", inner.OutboxAsync(agency, before, cancellation));

    public Task RemoveFromOutboxAsync(IReadOnlyList<OutboxKey> keys, CancellationToken cancellation) =>
        gate.PassAsync("sent", () => inner.RemoveFromOutboxAsync(keys, cancellation));

    public Task<string> NextIndexNumberAsync(string agency, int year, CancellationToken cancellation) =>
        gate.PassAsync("number", () => inner.NextIndexNumberAsync(agency, year, cancellation));
}

internal sealed class GatedDocuments(IDocumentStore inner, StorageGate gate) : IDocumentStore
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> written = new(StringComparer.Ordinal);

    /// <summary>What stands on the public site now, by name.</summary>
    public async Task<SortedDictionary<string, string>> SiteAsync()
    {
        var site = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in written.Keys)
        {
            if (await inner.FindAsync(Containers.Site, name, CancellationToken.None) is { } document)
                site.Add(name, System.Text.Encoding.UTF8.GetString(document.Bytes));
        }

        return site;
    }

    public Task<StoredDocument?> FindAsync(string container, string name, CancellationToken cancellation) =>
        gate.PassAsync("read " + name, () => inner.FindAsync(container, name, cancellation));

    public Task<string?> FenceAsync(string container, string name, CancellationToken cancellation) =>
        gate.PassAsync("fence " + name, () => inner.FenceAsync(container, name, cancellation));

    public Task<IReadOnlyList<string>> NamesAsync(string container, string prefix, CancellationToken cancellation) =>
        gate.PassAsync("names " + prefix, () => inner.NamesAsync(container, prefix, cancellation));

    public Task PutAsync(string container, string name, byte[] bytes, string mediaType, CancellationToken cancellation)
    {
        Note(container, name);
        return gate.PassAsync("put " + name, () => inner.PutAsync(container, name, bytes, mediaType, cancellation));
    }

    public Task<string?> TryPutAsync(string container, string name, byte[] bytes, string mediaType, string? fence, CancellationToken cancellation)
    {
        Note(container, name);
        return gate.PassAsync("put " + name, () => inner.TryPutAsync(container, name, bytes, mediaType, fence, cancellation));
    }

    public Task<bool> DeleteAsync(string container, string name, CancellationToken cancellation) =>
        gate.PassAsync("delete " + name, () => inner.DeleteAsync(container, name, cancellation));

    public Task<Uri> LinkAsync(string container, string name, TimeSpan lifetime, string downloadName, CancellationToken cancellation) =>
        inner.LinkAsync(container, name, lifetime, downloadName, cancellation);

    private void Note(string container, string name)
    {
        if (container == Containers.Site)
            written[name] = true;
    }
}

internal sealed class GatedSender(IOutboxSender inner, StorageGate gate) : IOutboxSender
{
    public Task SendAsync(OutboxMessage message, CancellationToken cancellation) => SendAsync(message, null, cancellation);

    public Task SendAsync(OutboxMessage message, OutboxKey? key, CancellationToken cancellation) =>
        gate.PassAsync("send " + message.Kind, () => inner.SendAsync(message, key, cancellation));
}
