using System.Globalization;
using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Register;
using Lianxin.Storage.Register.Lists;

namespace Lianxin.Storage.Memory;

/// <summary>The register in memory: the same answers as over tables, without their limits. Its fences count the register's commits.</summary>
public sealed class InMemoryRegister(string indexPrefix, TimeProvider machine) : IRegister
{
    private const int PageSize = 1000;
    private readonly Lock _lock = new();
    private readonly Ulid _ulids = new(machine);
    private readonly Dictionary<string, StoredItem> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ItemEvent>> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Partition, string KeyHash), CommandReceipt> _receipts = [];
    private readonly Dictionary<string, SortedSet<int>> _years = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Agency, int Year), long> _serials = [];
    private readonly InMemoryRows<IndexRow> _index = new();
    private readonly InMemoryRows<OutboxMessage> _outbox = new();
    private long _commits;

    public Task<StoredItem?> FindAsync(string itemId, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return Task.FromResult(_items.GetValueOrDefault(itemId));
        }
    }

    public Task<CommitOutcome> CommitAsync(RegisterCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        string partition = CommitCheck.Partition(commit);
        lock (_lock)
        {
            return Task.FromResult(Refuse(commit, partition) ?? Write(commit, partition));
        }
    }

    public Task<IReadOnlyList<ItemEvent>> HistoryAsync(string itemId, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<ItemEvent>>(_events.TryGetValue(itemId, out List<ItemEvent>? events) ? [.. events] : []);
        }
    }

    public IAsyncEnumerable<ChainHead> HeadsAsync(string agency, int year, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return _items.Values.Select(s => s.Item)
                .Where(i => ItemId.TryParse(i.Id, out ItemId id) && id.Agency == agency && id.Year == year)
                .OrderBy(i => i.Id, StringComparer.Ordinal)
                .Select(i => new ChainHead(i.Id, i.EventCount, i.LastEventHash))
                .ToList()
                .ToAsyncEnumerable();
        }
    }

    public Task<ItemPage> ListAsync(ItemQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ListWalk.RunAsync(
            query,
            () => Task.FromResult(YearsOf(query.Agency)),
            range => RangeAsync(_index, range.Partition, range.Keys).Select(r => new KeyedItemRow(r.Row, r.Value.Desk!)),
            cancellation);
    }

    public IAsyncEnumerable<PublicationRow> PublicationsAsync(string agency, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        OverYearsAsync(_index, agency, RegisterKeys.Publications(from, to)).Select(r => r.Value.Publication!);

    public Task<CommandReceipt?> FindReceiptAsync(string agency, int year, string keyHash, CancellationToken cancellation)
    {
        string partition = RegisterKeys.Partition(agency, year);
        lock (_lock)
        {
            return Task.FromResult(_receipts.GetValueOrDefault((partition, keyHash)));
        }
    }

    public Task<IReadOnlyList<int>> YearsAsync(string agency, CancellationToken cancellation) => Task.FromResult(YearsOf(agency));

    public IAsyncEnumerable<string> AwaitingPublicationAsync(string agency, DateOnly day, CancellationToken cancellation) =>
        OverYearsAsync(_index, agency, RegisterKeys.DueUntil(day)).Select(r => RegisterKeys.ItemOfDue(r.Row));

    public IAsyncEnumerable<QuarterRow> QuarterAsync(string agency, Period quarter, CancellationToken cancellation) =>
        OverYearsAsync(_index, agency, RegisterKeys.Quarter(quarter)).Select(r => r.Value.Quarter!);

    public IAsyncEnumerable<string> EndedAsync(string agency, DateOnly day, CancellationToken cancellation) =>
        OverYearsAsync(_index, agency, RegisterKeys.EndedUntil(day)).Select(r => RegisterKeys.ItemOfEnd(r.Row));

    public IAsyncEnumerable<OutboxRow> OutboxAsync(string agency, DateTimeOffset before, CancellationToken cancellation) =>
        OverYearsAsync(_outbox, agency, RegisterKeys.OutboxBefore(before))
            .Select(r => new OutboxRow(new OutboxKey(r.Partition, r.Row), r.Value, RegisterKeys.WrittenAt(r.Row)));

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

    public Task<string> NextIndexNumberAsync(string agency, int year, CancellationToken cancellation)
    {
        _ = RegisterKeys.Partition(agency, year);
        lock (_lock)
        {
            long serial = _serials[(agency, year)] = _serials.GetValueOrDefault((agency, year)) + 1;
            return Task.FromResult(IndexNumbers.Format(indexPrefix, year, serial));
        }
    }

    private CommitOutcome? Refuse(RegisterCommit commit, string partition)
    {
        if (commit.Receipt is { } receipt && _receipts.TryGetValue((partition, receipt.KeyHash), out CommandReceipt? first) &&
            !(receipt.ReplaceOlderThan is { } limit && first.At < limit))
        {
            return new CommitOutcome.Repeated(first);
        }

        StoredItem? present = _items.GetValueOrDefault(commit.After.Id);
        return commit.Before is null
            ? present is null ? null : new CommitOutcome.AlreadyThere()
            : present?.Fence == commit.Before.Fence ? null : new CommitOutcome.LostRace();
    }

    private CommitOutcome.Committed Write(RegisterCommit commit, string partition)
    {
        Item item = commit.After;
        var stored = new StoredItem(item, (++_commits).ToString(CultureInfo.InvariantCulture));
        _items[item.Id] = stored;
        if (!_events.TryGetValue(item.Id, out List<ItemEvent>? events))
        {
            _events[item.Id] = events = [];
        }

        events.AddRange(commit.Events);
        (IReadOnlyList<string> gone, IReadOnlyList<IndexRow> written) = IndexRows.Difference(commit.Before?.Item, item);
        foreach (string key in gone)
        {
            _index.Remove(partition, key);
        }

        foreach (IndexRow row in written)
        {
            _index.Put(partition, row.Key, row);
        }

        var keys = new List<OutboxKey>(commit.Messages.Count);
        foreach (OutboxMessage message in commit.Messages)
        {
            keys.Add(new OutboxKey(partition, RegisterKeys.Outbox(_ulids.Next())));
            _outbox.Put(partition, keys[^1].Row, message);
        }

        if (commit.Receipt is { } receipt)
        {
            _receipts[(partition, receipt.KeyHash)] = receipt with { ReplaceOlderThan = null };
        }

        if (!_years.TryGetValue(item.Agency, out SortedSet<int>? years))
        {
            _years[item.Agency] = years = [];
        }

        years.Add(item.Year);
        return new CommitOutcome.Committed(stored, keys);
    }

    private IReadOnlyList<int> YearsOf(string agency)
    {
        lock (_lock)
        {
            return _years.TryGetValue(agency, out SortedSet<int>? years) ? [.. years.Reverse()] : [];
        }
    }

    /// <summary>Read page by page as tables are: a year of any size takes the memory of one page.</summary>
    private async IAsyncEnumerable<InMemoryRow<T>> RangeAsync<T>(InMemoryRows<T> rows, string partition, KeyRange keys)
    {
        IReadOnlyList<InMemoryRow<T>> page;
        do
        {
            lock (_lock)
            {
                page = rows.Range(partition, keys, PageSize);
            }

            foreach (InMemoryRow<T> row in page)
            {
                yield return row;
            }

            keys = page.Count == 0 ? keys : keys.After(page[^1].Row);
        }
        while (page.Count == PageSize);
        await Task.CompletedTask;
    }

    private IAsyncEnumerable<InMemoryRow<T>> OverYearsAsync<T>(InMemoryRows<T> rows, string agency, KeyRange keys) => MergedRanges.MergeAsync(
        [.. YearsOf(agency).Select(year => RangeAsync(rows, RegisterKeys.Partition(agency, year), keys))],
        row => row.Row,
        CancellationToken.None);
}
