using System.Collections.Concurrent;
using System.Globalization;
using Azure.Data.Tables;
using Lianxin.Core.Items;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Register;

/// <summary>
/// Index numbers 索引号 (Art. 12), unique over all processes: each process takes blocks of serials from a counter row under its ETag. A
/// crash leaves a gap, never a number twice.
/// </summary>
internal sealed class IndexNumbers(TableAccess counters, string prefix)
{
    public const int BlockSize = 20;
    private const int MaxTries = 50;
    private readonly ConcurrentDictionary<(string Agency, int Year), Block> _blocks = new();

    public static string Format(string prefix, int year, long serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}/{year:D4}-{serial:D5}");

    public async Task<string> NextAsync(string agency, int year, CancellationToken cancellation)
    {
        Block block = _blocks.GetOrAdd((agency, year), static _ => new Block());
        await block.Turn.WaitAsync(cancellation);
        try
        {
            if (block.Next == block.End)
            {
                block.Next = await ReserveAsync(agency, year, cancellation);
                block.End = block.Next + BlockSize;
            }

            return Format(prefix, year, block.Next++);
        }
        finally
        {
            block.Turn.Release();
        }
    }

    private async Task<long> ReserveAsync(string agency, int year, CancellationToken cancellation)
    {
        _ = RegisterKeys.Partition(agency, year);
        string partition = KeyText.Escape(agency);
        string key = string.Create(CultureInfo.InvariantCulture, $"index-{year:D4}");
        for (int tries = 0; tries < MaxTries; tries++)
        {
            TableEntity? row = await counters.FindAsync(partition, key, cancellation);
            long next = row?.GetInt64("Next") ?? 1;
            var taken = new TableEntity(partition, key) { ["Next"] = next + BlockSize };
            if (await counters.SaveAsync(taken, row?.ETag.ToString(), cancellation) is not null)
            {
                return next;
            }
        }

        throw new StorageUnavailableException("The counter of index numbers is too busy.");
    }

    private sealed class Block
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public long Next { get; set; }

        public long End { get; set; }
    }
}
