using System.Buffers;

namespace Lianxin.Core.Privacy;

/// <summary>Words that are looked for together; tells where one stands, and how long the longest one there is.</summary>
internal sealed class WordList
{
    private readonly SearchValues<string> any;
    private readonly Dictionary<char, string[]> byFirst;

    public WordList(params string[] words)
    {
        any = SearchValues.Create(words, StringComparison.Ordinal);
        byFirst = words.GroupBy(w => w[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ToArray());
    }

    public bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny(any);

    /// <summary>The next place at or behind <paramref name="from"/> and the length of the longest word there; −1 when there is none.</summary>
    public (int At, int Length) Next(NormalisedText text, int from)
    {
        if (from >= text.Length)
            return (-1, 0);
        var next = text.Characters[from..].IndexOfAny(any);
        return next < 0 ? (-1, 0) : (from + next, LengthAt(text, from + next));
    }

    /// <summary>Length of the longest word that stands exactly there; 0 when none does.</summary>
    public int LengthAt(NormalisedText text, int at)
    {
        if (at >= text.Length || !byFirst.TryGetValue(text[at], out var candidates))
            return 0;
        foreach (var word in candidates)
        {
            if (text.Characters[at..].StartsWith(word, StringComparison.Ordinal))
                return word.Length;
        }

        return 0;
    }
}
