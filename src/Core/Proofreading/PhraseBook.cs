using System.Buffers;

namespace Lianxin.Core.Proofreading;

/// <summary>Phrases by their first character: looking one place of a text up costs no more than the phrases that begin there.</summary>
internal sealed class PhraseBook<T>
{
    private readonly Dictionary<char, List<(string Phrase, T Value)>> byFirst = [];
    private readonly SearchValues<char> first;

    public PhraseBook(IEnumerable<(string Phrase, T Value)> phrases)
    {
        // The longest first: what is written out in full wins over its beginning.
        foreach (var phrase in phrases.OrderByDescending(p => p.Phrase.Length))
        {
            if (!byFirst.TryGetValue(phrase.Phrase[0], out var list))
                byFirst[phrase.Phrase[0]] = list = [];
            list.Add(phrase);
        }

        first = SearchValues.Create([.. byFirst.Keys]);
    }

    /// <summary>The next place from <paramref name="from"/> on at which a phrase stands; −1 where there is none.</summary>
    public int Next(ReadOnlySpan<char> text, int from, out string phrase, out T value)
    {
        for (var at = from; at < text.Length; at++)
        {
            var skip = text[at..].IndexOfAny(first);
            if (skip < 0)
                break;
            at += skip;
            if (TryAt(text, at, out phrase, out value))
                return at;
        }

        (phrase, value) = ("", default!);
        return -1;
    }

    /// <summary>Whether a phrase starts at one place.</summary>
    public bool TryAt(ReadOnlySpan<char> text, int at, out string phrase, out T value)
    {
        if (at < text.Length && byFirst.TryGetValue(text[at], out var candidates))
        {
            foreach (var candidate in candidates)
            {
                if (PhraseBook.Stands(text, at, candidate.Phrase))
                {
                    (phrase, value) = candidate;
                    return true;
                }
            }
        }

        (phrase, value) = ("", default!);
        return false;
    }
}

/// <summary>How phrases are compared: <c>#</c> in a phrase stands for one digit or Chinese numeral.</summary>
internal static class PhraseBook
{
    public static bool Stands(ReadOnlySpan<char> text, int at, string phrase)
    {
        if (at < 0 || at + phrase.Length > text.Length)
            return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            var (c, wanted) = (text[at + i], phrase[i]);
            if (c != wanted && !(wanted == '#' && (char.IsAsciiDigit(c) || Letters.IsNumeral(c))))
                return false;
        }

        return true;
    }

    public static int Find(ReadOnlySpan<char> text, string phrase, int from)
    {
        for (var at = from; at + phrase.Length <= text.Length; at++)
        {
            // A phrase of the book is found in another with its # as it is written.
            if (text.Slice(at, phrase.Length).SequenceEqual(phrase) || Stands(text, at, phrase))
                return at;
        }

        return -1;
    }
}
