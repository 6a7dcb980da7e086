using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Core.Handovers;

/// <summary>Whether a page says what was handed over: letters, digits and characters count, in their order; blanks, marks and width do not.</summary>
public static class CountyText
{
    private const int MostMissing = 5;
    private const int ShownOfMissing = 30;

    /// <summary>Letters and digits alone, half width, small.</summary>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var half = rune.Value is > 0xFF00 and < 0xFF5F ? new Rune(rune.Value - 0xFEE0) : rune;
            if (Rune.IsLetterOrDigit(half))
            {
                plain.Append(Rune.ToLowerInvariant(half).ToString());
            }
        }

        return plain.ToString();
    }

    /// <summary>SHA-256 of the normalised title and body, hexadecimal: the same for the same words however they are set.</summary>
    public static string HashOf(string title, string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normalise(title) + "\n" + Normalise(body))));

    /// <summary>What of title and body a page does not hold: beginnings, at most five; empty where everything stands there.</summary>
    public static IReadOnlyList<string> MissingFrom(string page, string title, string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var plain = Normalise(page);
        // The title as a heading and the body as one run; only where that run is broken, paragraph by paragraph, to say what is missing.
        var parts = plain.Contains(Normalise(body), StringComparison.Ordinal) ? [title] : body.Split('\n').Prepend(title);
        return [.. parts.Where(p => !plain.Contains(Normalise(p), StringComparison.Ordinal)).Take(MostMissing).Select(Beginning)];
    }

    private static string Beginning(string text)
    {
        var line = text.Trim();
        return line.EnumerateRunes().Count() <= ShownOfMissing ? line : string.Concat(line.EnumerateRunes().Take(ShownOfMissing)) + "……";
    }
}
