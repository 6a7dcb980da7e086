namespace Lianxin.Core.Proofreading;

/// <summary>重复词: two to six characters that stand twice in a row, as 工作工作. What begins with a numeral, and known phrases, are left alone.</summary>
internal sealed class RepeatRule(IReadOnlyList<string> allowed)
{
    private const int Shortest = 2;
    private const int Longest = 6;
    private readonly PhraseBook<bool> book = new(allowed.Select(a => (a, true)));

    public void Find(string text, List<Slip> slips)
    {
        for (var at = 0; at + (2 * Shortest) <= text.Length; at++)
        {
            var length = LengthAt(text, at);
            if (length == 0)
                continue;
            if (!book.TryAt(text, at, out _, out _))
                slips.Add(new Slip(at, at + (2 * length), ProofreadingKinds.Repeated, $"“{text.AsSpan(at, length)}”", "同一个词连写两次"));
            at += (2 * length) - 1;
        }
    }

    private static int LengthAt(string text, int at)
    {
        for (var length = Shortest; length <= Longest && at + (2 * length) <= text.Length; length++)
        {
            if (text[at] == text[at + length] && text.AsSpan(at, length).SequenceEqual(text.AsSpan(at + length, length)) && IsWord(text.AsSpan(at, length)))
                return length;
        }

        return 0;
    }

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        // 一个一个 and 二〇二〇 are counted, not slipped.
        if (Letters.IsNumeral(word[0]))
            return false;
        var same = true;
        foreach (var c in word)
        {
            if (!Letters.IsHan(c))
                return false;
            same &= c == word[0];
        }

        return !same;
    }
}
