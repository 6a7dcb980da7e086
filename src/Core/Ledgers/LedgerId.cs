using System.Globalization;

namespace Lianxin.Core.Ledgers;

/// <summary>
/// An id <c>{agency}-{year}-{unique}</c> taken apart: agency and year say in which partition its aggregate lies. Ids come from
/// addresses, so nothing here throws. Letters, digits, <c>-</c> and <c>_</c> only: a key may end an id with a dot.
/// </summary>
public sealed record LedgerId(string Agency, int Year, string Unique)
{
    private const int Longest = 200;

    /// <summary>Null for what cannot be an id. The first part that looks like a year ends the agency.</summary>
    public static LedgerId? TryParse(string? text)
    {
        if (text is null || text.Length > Longest || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return null;
        }

        for (var at = 1; at + 6 < text.Length; at++)
        {
            if (text[at] == '-' && text[at + 5] == '-'
                && int.TryParse(text.AsSpan(at + 1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                return year > 0 ? new LedgerId(text[..at], year, text[(at + 6)..]) : null;
            }
        }

        return null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Agency}-{Year:D4}-{Unique}");
}
