using Lianxin.Core.Text;

namespace Lianxin.Core.Privacy;

/// <summary>
/// A text as a reader sees its numbers: full-width, circled, raised and mathematical digits as plain ones, every kind of space
/// and hyphen as one, invisible characters dropped, with the way back to the places in the original. This is the part of
/// Unicode's NFKC that numbers can hide behind, written out: the framework's own needs globalization data that is switched off.
/// </summary>
internal sealed class NormalisedText
{
    private readonly char[] characters;
    private readonly int[] offsets;

    public NormalisedText(string original)
    {
        Original = original;
        characters = new char[original.Length];
        offsets = new int[original.Length + 1];
        var length = 0;
        for (var i = 0; i < original.Length; i++)
        {
            var c = original[i];
            if (IsInvisible(c))
                continue;
            offsets[length] = i;
            if (IsPair(original, i))
                c = MathematicalDigit(c, original[++i]);
            characters[length++] = c < 0x80 ? c : Plain(c);
        }

        offsets[length] = original.Length;
        Length = length;
    }

    public string Original { get; }

    public int Length { get; }

    public ReadOnlySpan<char> Characters => characters.AsSpan(0, Length);

    public char this[int index] => characters[index];

    /// <summary>The character there, or a blank outside of the text.</summary>
    public char At(int index) => index >= 0 && index < Length ? characters[index] : '\n';

    /// <summary>The place in the original at which the character stands.</summary>
    public int OriginalStart(int index) => offsets[index];

    /// <summary>The place in the original just behind the character before <paramref name="end"/>.</summary>
    public int OriginalEnd(int end)
    {
        var last = offsets[end - 1];
        return last + (IsPair(Original, last) ? 2 : 1);
    }

    private static bool IsPair(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);

    private static char Plain(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => TypedText.HalfWidth(c),
        '\u3000' or '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' => ' ',
        (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63' or '\u30FC' => '-',
        '\u00B2' or '\u00B3' => (char)(c - '\u00B2' + '2'),
        '\u00B9' => '1',
        '\u2070' => '0',
        >= '\u2074' and <= '\u2079' => (char)(c - '\u2070' + '0'),
        >= '\u2080' and <= '\u2089' => (char)(c - '\u2080' + '0'),
        >= '\u2460' and <= '\u2468' => (char)(c - '\u2460' + '1'),
        '\u24EA' => '0',
        _ => c,
    };

    private static bool IsInvisible(char c) =>
        c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F');

    /// <summary>U+1D7CE to U+1D7FF, five alphabets of digits; any other pair becomes one letter that is nothing to us.</summary>
    private static char MathematicalDigit(char high, char low) =>
        high == '\uD835' && low is >= '\uDFCE' and <= '\uDFFF' ? (char)('0' + ((low - '\uDFCE') % 10)) : '\uFFFD';
}
