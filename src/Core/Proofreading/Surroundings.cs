using System.Text;

namespace Lianxin.Core.Proofreading;

/// <summary>A place with a few characters around it, on one line. Digits and Latin letters around it are covered: they may be somebody's number.</summary>
internal static class Surroundings
{
    private const int Around = 8;

    /// <summary>Longest piece of the place itself that is shown.</summary>
    private const int Longest = 40;

    public static string Of(string text, int start, int end)
    {
        var (from, to) = (Math.Max(0, start - Around), Math.Min(text.Length, end + Around));
        if (from > 0 && char.IsLowSurrogate(text[from]))
            from++;
        if (to < text.Length && char.IsHighSurrogate(text[to - 1]))
            to--;
        var shown = new StringBuilder(to - from + 2);
        if (from > 0)
            shown.Append('…');
        for (var i = from; i < to; i++)
        {
            if (i >= start + Longest && i < end)
                continue;
            shown.Append(Shown(text[i], i >= start && i < end));
        }

        return to < text.Length ? shown.Append('…').ToString() : shown.ToString();
    }

    private static char Shown(char c, bool inside) => char.IsControl(c) ? ' ' : !inside && (char.IsDigit(c) || char.IsAsciiLetter(c)) ? '*' : c;
}
