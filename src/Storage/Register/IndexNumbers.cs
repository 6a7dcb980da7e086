using System.Collections.Concurrent;
using System.Globalization;
using Azure.Data.Tables;
using Lianxin.Core.Items;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Register;

/// <summary>
/// Index numbers 索引号 (Art. 12), unique over all processes: each process takes blocks of serials from a counter row under its ETag. A
/// crash leaves a gap, never a number twice. Blocks are small, so that gaps are, and grow only while numbers are drawn quickly (an import),
/// so that drawing them costs next to nothing.
/// </summary>
internal sealed class IndexNumbers(TableAccess counters, string prefix, TimeProvider machine)
{
    public const int SmallestBlock = 5;
    public const int LargestBlock = 160;
    private static readonly TimeSpan Quickly = TimeSpan.FromSeconds(5);
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
                var size = block.SizeOfNext(machine);
                block.Next = await ReserveAsync(agency, year, size, cancellation);
                block.Begin(size, machine);
            }

            return Format(prefix, year, block.Next++);
        }
        finally
        {
            block.Turn.Release();
        }
    }

    private async Task<long> ReserveAsync(string agency, int year, int size, CancellationToken cancellation)
    {
        _ = RegisterKeys.Partition(agency, year);
        string partition = KeyText.Escape(agency);
        string key = string.Create(CultureInfo.InvariantCulture, $"index-{year:D4}");
        for (int tries = 0; tries < MaxTries; tries++)
        {
            TableEntity? row = await counters.FindAsync(partition, key, cancellation);
            long next = row?.GetInt64("Next") ?? 1;
            var taken = new TableEntity(partition, key) { ["Next"] = next + size };
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

        public long End { get; private set; }

        private int Size { get; set; }

        private long Begun { get; set; }

        /// <summary>Twice as many where the last ones were gone quickly, otherwise few again.</summary>
        public int SizeOfNext(TimeProvider machine) =>
            Size > 0 && machine.GetElapsedTime(Begun) < Quickly ? Math.Min(Size * 2, LargestBlock) : SmallestBlock;

        public void Begin(int size, TimeProvider machine)
        {
            Size = size;
            End = Next + size;
            Begun = machine.GetTimestamp();
        }
    }
}
