namespace Lianxin.Storage.Keys;

/// <summary>A range of row keys: after <see cref="From"/> (included unless <see cref="FromExcluded"/>), before <see cref="End"/> (excluded).</summary>
internal readonly record struct KeyRange(string From, string End, bool FromExcluded = false)
{
    /// <summary>Every key there can be: none begins with a character after <c>~</c>.</summary>
    public static KeyRange All { get; } = new("-", "\u007F");

    /// <summary>Every key that begins with <paramref name="prefix"/>.</summary>
    public static KeyRange Of(string prefix) => new(prefix, Next(prefix));

    public KeyRange After(string key) => this with { From = key, FromExcluded = true };

    /// <summary>The first text that sorts after everything with this prefix: its last character raised by one.</summary>
    public static string Next(string prefix) => string.Concat(prefix.AsSpan(0, prefix.Length - 1), ((char)(prefix[^1] + 1)).ToString());

    public bool Holds(string key)
    {
        int from = string.CompareOrdinal(key, From);
        return (FromExcluded ? from > 0 : from >= 0) && string.CompareOrdinal(key, End) < 0;
    }
}
