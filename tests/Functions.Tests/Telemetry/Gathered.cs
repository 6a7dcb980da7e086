using System.Collections;

namespace Lianxin.Functions.Tests.Telemetry;

/// <summary>What an exporter was given. It goes on exporting while a test reads, so that reading looks at a copy.</summary>
internal sealed class Gathered<T> : ICollection<T>
{
    private readonly Lock gate = new();
    private readonly List<T> all = [];

    public int Count
    {
        get
        {
            lock (gate)
                return all.Count;
        }
    }

    public bool IsReadOnly => false;

    public void Add(T item)
    {
        lock (gate)
            all.Add(item);
    }

    public void Clear()
    {
        lock (gate)
            all.Clear();
    }

    public bool Contains(T item) => Copy().Contains(item);

    public void CopyTo(T[] array, int arrayIndex) => Copy().CopyTo(array, arrayIndex);

    public bool Remove(T item)
    {
        lock (gate)
            return all.Remove(item);
    }

    public IEnumerator<T> GetEnumerator() => Copy().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<T> Copy()
    {
        lock (gate)
            return [.. all];
    }
}
