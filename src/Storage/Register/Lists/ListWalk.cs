using Lianxin.Core.Items;
using Lianxin.Storage.Keys;

namespace Lianxin.Storage.Register.Lists;

/// <summary>One range of a list.</summary>
internal readonly record struct ListRange(string Partition, KeyRange Keys, int PageSize);

internal readonly record struct KeyedItemRow(string Key, ItemRow Row);

/// <summary>Walks an agency's lists year by year, newest first, until the page is full, the end is reached or enough was looked at.</summary>
internal static class ListWalk
{
    /// <summary>Rows looked at per call: a search that finds little gives short pages instead of taking for ever.</summary>
    public const int MaxScanned = 5_000;

    public static async Task<ItemPage> RunAsync(
        ItemQuery query,
        Func<Task<IReadOnlyList<int>>> years,
        Func<ListRange, IAsyncEnumerable<KeyedItemRow>> read,
        CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Top, 1);
        string prefix = RegisterKeys.DeskPrefix(query.Office, query.Status);
        ListContinuation? from = ListContinuation.Read(query.Continuation, prefix);
        int pageSize = ItemFilter.IsIdle(query) ? query.Top + 1 : 1000;
        var found = new List<ItemRow>();
        int scanned = 0;
        ListContinuation last = default;
        foreach (int year in await years())
        {
            if (from is { } start && year > start.Year)
            {
                continue;
            }

            KeyRange keys = KeyRange.Of(prefix);
            var range = new ListRange(
                RegisterKeys.Partition(query.Agency, year), from?.Year == year ? keys.After(from.Value.LastKey) : keys, pageSize);
            await foreach (KeyedItemRow row in read(range).WithCancellation(cancellation))
            {
                // Asked before this row is taken: a continuation is given only when there is something to continue with.
                if (found.Count == query.Top || scanned == MaxScanned)
                {
                    return new ItemPage(found, last.Write());
                }

                scanned++;
                last = new ListContinuation(year, row.Key);
                if (ItemFilter.Matches(query, row.Row))
                {
                    found.Add(row.Row);
                }
            }
        }

        return new ItemPage(found, null);
    }
}
