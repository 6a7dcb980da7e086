using System.Globalization;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Ledgers;

namespace Lianxin.Storage.Memory;

/// <summary>A ledger in memory: the same answers as over a table, without its limits.</summary>
internal sealed class InMemoryLedger(TimeProvider machine) : ILedger
{
    private readonly Lock _lock = new();
    private readonly Ulid _ulids = new(machine);
    private readonly InMemoryRows<LedgerRow> _rows = new();
    private readonly InMemoryRows<OutboxMessage> _outbox = new();
    private readonly Dictionary<string, SortedSet<int>> _years = new(StringComparer.Ordinal);
    private long _writes;

    public Task<LedgerRow?> FindAsync(string agency, int year, string key, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return Task.FromResult(LedgerPartitions.TryOf(agency, year) is { } partition ? Find(partition, key) : null);
        }
    }

    public IAsyncEnumerable<LedgerRow> RangeAsync(string agency, int year, string from, string end, int pageSize, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return LedgerPartitions.TryOf(agency, year) is { } partition
                ? _rows.Range(partition, new KeyRange(from, end)).Select(r => r.Value).ToAsyncEnumerable()
                : AsyncEnumerable.Empty<LedgerRow>();
        }
    }

    public Task<LedgerOutcome> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        string partition = RegisterKeys.Partition(commit.Agency, commit.Year);
        lock (_lock)
        {
            // As over a table: a key that is none is a fault of the program, and nothing is written.
            _ = commit.Changes.Select(c => LedgerPartitions.Checked(c.Key)).ToList();
            return Task.FromResult<LedgerOutcome>(commit.Changes.Any(c => IsRefused(partition, c)) ? new LedgerOutcome.LostRace() : Write(partition, commit));
        }
    }

    public Task<IReadOnlyList<int>> YearsAsync(string agency, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<int>>(_years.TryGetValue(agency, out SortedSet<int>? years) ? [.. years.Reverse()] : []);
        }
    }

    public async IAsyncEnumerable<OutboxRow> OutboxAsync(
        string agency, DateTimeOffset before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (int year in await YearsAsync(agency, cancellation))
        {
            IReadOnlyList<InMemoryRow<OutboxMessage>> rows;
            lock (_lock)
            {
                rows = _outbox.Range(RegisterKeys.Partition(agency, year), RegisterKeys.OutboxBefore(before));
            }

            foreach (InMemoryRow<OutboxMessage> row in rows)
            {
                yield return new OutboxRow(new OutboxKey(row.Partition, row.Row), row.Value, RegisterKeys.WrittenAt(row.Row));
            }
        }
    }

    public Task RemoveFromOutboxAsync(IReadOnlyList<OutboxKey> keys, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
        {
            foreach (OutboxKey key in keys)
            {
                _outbox.Remove(key.Partition, key.Row);
            }
        }

        return Task.CompletedTask;
    }

    private LedgerRow? Find(string partition, string key) =>
        KeyText.IsKey(key) ? _rows.Range(partition, new KeyRange(key, KeyRange.Next(key))).FirstOrDefault(r => r.Row == key).Value : null;

    private bool IsRefused(string partition, LedgerChange change) => change.Kind switch
    {
        LedgerChangeKind.Add => Find(partition, change.Key) is not null,
        LedgerChangeKind.Replace => Find(partition, change.Key)?.Fence != change.Fence,
        _ => false,
    };

    private LedgerOutcome.Committed Write(string partition, LedgerCommit commit)
    {
        string fence = (++_writes).ToString(CultureInfo.InvariantCulture);
        foreach (LedgerChange change in commit.Changes)
        {
            if (change.Kind == LedgerChangeKind.Delete)
            {
                _rows.Remove(partition, change.Key);
            }
            else
            {
                _rows.Put(partition, change.Key, new LedgerRow(change.Key, change.Text, fence));
            }
        }

        var keys = new List<OutboxKey>(commit.Messages.Count);
        foreach (OutboxMessage message in commit.Messages)
        {
            keys.Add(new OutboxKey(partition, RegisterKeys.Outbox(_ulids.Next())));
            _outbox.Put(partition, keys[^1].Row, message);
        }

        if (!_years.TryGetValue(commit.Agency, out SortedSet<int>? years))
        {
            _years[commit.Agency] = years = [];
        }

        years.Add(commit.Year);
        return new LedgerOutcome.Committed(fence, keys);
    }
}
