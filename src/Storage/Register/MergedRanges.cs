using System.Runtime.CompilerServices;

namespace Lianxin.Storage.Register;

/// <summary>
/// Ranges of several years as one, in the order of their keys: an item of last year's register may go out this year, so every year's
/// partition can hold a part of any answer.
/// </summary>
internal static class MergedRanges
{
    public static async IAsyncEnumerable<T> MergeAsync<T>(
        IReadOnlyList<IAsyncEnumerable<T>> ranges,
        Func<T, string> key,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var open = new List<IAsyncEnumerator<T>>(ranges.Count);
        try
        {
            open.AddRange(ranges.Select(range => range.GetAsyncEnumerator(cancellation)));
            bool[] started = await Task.WhenAll(open.Select(range => range.MoveNextAsync().AsTask()));
            var next = new PriorityQueue<IAsyncEnumerator<T>, string>(StringComparer.Ordinal);
            for (int i = 0; i < open.Count; i++)
            {
                if (started[i])
                {
                    next.Enqueue(open[i], key(open[i].Current));
                }
            }

            while (next.TryDequeue(out IAsyncEnumerator<T>? range, out _))
            {
                yield return range.Current;
                if (await range.MoveNextAsync())
                {
                    next.Enqueue(range, key(range.Current));
                }
            }
        }
        finally
        {
            foreach (IAsyncEnumerator<T> range in open)
            {
                await range.DisposeAsync();
            }
        }
    }
}
