namespace Lianxin.Core.Feedback;

/// <summary>
/// So many posts in so long a time, counted in storage for all instances together: every post takes a place whose last use is out of the
/// window, under that place's fence. Two who reach for the same place cannot both have it, so the number is exact and no row is hot.
/// Machine time.
/// </summary>
/// <param name="Places">Posts that fit into the window.</param>
public sealed record PostingWindow(int Places, TimeSpan Window)
{
    /// <summary>Numbers of the places that are free now, or how long it takes until one is.</summary>
    /// <param name="used">When each place was taken last, by its number.</param>
    public (IReadOnlyList<int> Free, TimeSpan Wait) At(DateTimeOffset now, IReadOnlyDictionary<int, DateTimeOffset> used)
    {
        ArgumentNullException.ThrowIfNull(used);
        var free = Enumerable.Range(0, Places).Where(place => !used.TryGetValue(place, out var at) || at <= now - Window).ToList();
        return free.Count > 0 ? (free, TimeSpan.Zero) : ([], used.Where(u => u.Key < Places).Min(u => u.Value) + Window - now);
    }
}
