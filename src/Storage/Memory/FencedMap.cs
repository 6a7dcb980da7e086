using System.Collections.Concurrent;
using System.Globalization;

namespace Lianxin.Storage.Memory;

/// <summary>Values by key, replaced only under the fence of the one before.</summary>
internal sealed class FencedMap<TKey, TValue>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Fenced> _values = new();
    private long _writes;

    public IEnumerable<KeyValuePair<TKey, Fenced>> All => _values;

    public Fenced? Find(TKey key) => _values.GetValueOrDefault(key);

    public void Put(TKey key, TValue value) => _values[key] = Next(value);

    public bool Remove(TKey key) => _values.TryRemove(key, out _);

    /// <summary>Null fence: only if there is none. Answers the new fence, or null when the race was lost.</summary>
    public string? TryPut(TKey key, TValue value, string? fence)
    {
        Fenced next = Next(value);
        bool done = fence is null
            ? _values.TryAdd(key, next)
            : _values.TryGetValue(key, out Fenced? present) && present.Fence == fence && _values.TryUpdate(key, next, present);
        return done ? next.Fence : null;
    }

    private Fenced Next(TValue value) => new(value, Interlocked.Increment(ref _writes).ToString(CultureInfo.InvariantCulture));

    internal sealed record Fenced(TValue Value, string Fence)
    {
        // Only the very same write counts as the present one.
        public bool Equals(Fenced? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => Fence.GetHashCode(StringComparison.Ordinal);
    }
}
