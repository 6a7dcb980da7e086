using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lianxin.Storage.Keys;

/// <summary>An item's id taken apart: <c>{agency}-{year}-{unique}</c>. The first part that looks like a year ends the agency.</summary>
internal readonly record struct ItemId(string Agency, int Year, string Unique)
{
    public string Partition => RegisterKeys.Partition(Agency, Year);

    /// <summary>False for anything that cannot be an id; ids come from addresses, so nothing here throws.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ItemId id)
    {
        id = default;
        if (text is null || text.Length > 200 || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return false;
        }

        int at = FindYear(text);
        if (at < 1 || at + 6 >= text.Length)
        {
            return false;
        }

        id = new ItemId(text[..at], int.Parse(text.AsSpan(at + 1, 4), CultureInfo.InvariantCulture), text[(at + 6)..]);
        return id.Year > 0;
    }

    /// <summary>An agency code that can begin an id: letters, digits, <c>_</c> and <c>-</c>, no part like a year.</summary>
    public static bool IsAgency([NotNullWhen(true)] string? agency) =>
        agency is { Length: > 0 and <= 64 } && agency.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && FindYear(agency + "-") < 0;

    private static int FindYear(string text)
    {
        for (int i = 0; i + 5 < text.Length; i++)
        {
            if (text[i] == '-' && text[i + 5] == '-' && text.AsSpan(i + 1, 4).IndexOfAnyExceptInRange('0', '9') < 0)
            {
                return i;
            }
        }

        return -1;
    }
}
