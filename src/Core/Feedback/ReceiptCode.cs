using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Text;

namespace Lianxin.Core.Feedback;

/// <summary>
/// 回执码, by which a person follows a piece without an account: 16 characters in four groups, for example <c>26K7-3M9Q-XDAB-C4TY</c>. Two digits
/// of the year of receipt, 13 characters of chance (64 bits), one check character. No I, L, O, U or Z, so that it can be
/// read out over the telephone; what is mistyped for 0, 1 and 2 is understood.
/// </summary>
public sealed record ReceiptCode
{
    /// <summary>A prime number of characters: one wrong character, or two changed places, always breaks the check.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXY";
    private const int Chance = 13;
    private const int Length = 16;
    private const int FirstYear = 2000;

    private ReceiptCode(string characters) => Characters = characters;

    /// <summary>The sixteen characters without separators.</summary>
    public string Characters { get; }

    /// <summary>Year of receipt, 2000 to 2099.</summary>
    public int Year => FirstYear + int.Parse(Characters.AsSpan(0, 2), CultureInfo.InvariantCulture);

    /// <summary>What storage keeps instead of the code; hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Characters)));

    /// <param name="chance">At least 16 bytes that nobody can guess.</param>
    public static ReceiptCode Make(int year, ReadOnlySpan<byte> chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chance.Length, 16);
        var number = new UInt128(BitConverter.ToUInt64(chance), BitConverter.ToUInt64(chance[8..]));
        var text = new StringBuilder(Length).Append(CultureInfo.InvariantCulture, $"{year % 100:00}");
        for (var i = 0; i < Chance; i++)
        {
            text.Append(Alphabet[(int)(number % (uint)Alphabet.Length)]);
            number /= (uint)Alphabet.Length;
        }

        return new ReceiptCode(text.Append(Check(text.ToString())).ToString());
    }

    /// <summary>Reads a code as people write it: any case, spaces, hyphens, full-width characters. Null when the check fails.</summary>
    public static ReceiptCode? TryRead(string? text)
    {
        if (text is null || text.Length > 4 * Length)
        {
            return null;
        }

        var plain = new StringBuilder(Length);
        foreach (var typed in TypedText.Plain(text))
        {
            if (char.IsWhiteSpace(typed) || typed is '-' or '－' or '—' or '–' or '_')
            {
                continue;
            }

            plain.Append(char.ToUpperInvariant(typed) switch { 'O' => '0', 'I' or 'L' => '1', 'Z' => '2', var other => other });
        }

        var code = plain.ToString();
        return code.Length == Length && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal))
            && char.IsAsciiDigit(code[0]) && char.IsAsciiDigit(code[1]) && code[^1] == Check(code[..^1])
                ? new ReceiptCode(code)
                : null;
    }

    /// <summary>In groups of four.</summary>
    public override string ToString() => string.Join('-', Enumerable.Range(0, Length / 4).Select(i => Characters.Substring(i * 4, 4)));

    private static char Check(string text)
    {
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            sum += (i + 1) * Alphabet.IndexOf(text[i], StringComparison.Ordinal);
        }

        return Alphabet[sum % Alphabet.Length];
    }
}
