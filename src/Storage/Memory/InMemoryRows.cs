using Lianxin.Storage.Keys;

namespace Lianxin.Storage.Memory;

internal readonly record struct InMemoryRow<T>(string Partition, string Row, T Value);

/// <summary>Rows of one kind in the order of their keys, per partition. Not safe for concurrent use: the register locks around it.</summary>
internal sealed class InMemoryRows<T>
{
    private readonly Dictionary<string, SortedList<string, T>> _partitions = new(StringComparer.Ordinal);

    public void Put(string partition, string key, T value)
    {
        if (!_partitions.TryGetValue(partition, out SortedList<string, T>? rows))
        {
            _partitions[partition] = rows = new SortedList<string, T>(StringComparer.Ordinal);
        }

        rows[key] = value;
    }

    public void Remove(string partition, string key)
    {
        if (_partitions.TryGetValue(partition, out SortedList<string, T>? rows))
        {
            rows.Remove(key);
        }
    }

    /// <summary>A copy of at most so many rows: what is written while it is read does not show in it.</summary>
    public IReadOnlyList<InMemoryRow<T>> Range(string partition, KeyRange keys, int most = int.MaxValue)
    {
        var found = new List<InMemoryRow<T>>();
        if (_partitions.TryGetValue(partition, out SortedList<string, T>? rows))
        {
            for (int i = FirstIn(rows.Keys, keys); i < rows.Count && found.Count < most && keys.Holds(rows.Keys[i]); i++)
            {
                found.Add(new InMemoryRow<T>(partition, rows.Keys[i], rows.Values[i]));
            }
        }

        return found;
    }

    private static int FirstIn(IList<string> sorted, KeyRange keys)
    {
        int low = 0;
        int high = sorted.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(sorted[middle], keys.From);
            (low, high) = order < 0 || (order == 0 && keys.FromExcluded) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
