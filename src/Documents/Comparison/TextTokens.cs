using System.Globalization;

namespace Lianxin.Documents.Comparison;

/// <summary>
/// Cuts a text into the smallest parts that a reader would call changed: a Latin word or a number is one part, a Chinese character is one,
/// and so is every other grapheme cluster, so that no mark ever stands inside a character. The parts make up the text again.
/// </summary>
internal static class TextTokens
{
    public static IReadOnlyList<string> Of(string text)
    {
        var tokens = new List<string>(text.Length);
        var start = 0;
        while (start < text.Length)
        {
            var length = WordLength(text.AsSpan(start));
            tokens.Add(text.Substring(start, length));
            start += length;
        }

        return tokens;
    }

    private static int WordLength(ReadOnlySpan<char> rest)
    {
        var length = StringInfo.GetNextTextElementLength(rest);
        if (!IsWordPart(rest, length))
        {
            return length;
        }

        while (length < rest.Length)
        {
            var next = StringInfo.GetNextTextElementLength(rest[length..]);
            if (!IsWordPart(rest[length..], next) && !IsPointInNumber(rest, length))
            {
                break;
            }

            length += next;
        }

        return length;
    }

    private static bool IsWordPart(ReadOnlySpan<char> at, int length) => length == 1 && char.IsAsciiLetterOrDigit(at[0]);

    /// <summary>128600.00 is one number.</summary>
    private static bool IsPointInNumber(ReadOnlySpan<char> text, int at) =>
        text[at] is '.' or ',' && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
}
