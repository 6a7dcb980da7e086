using System.Globalization;
using System.Text;
using Lianxin.Documents.Pages;

namespace Lianxin.Documents.Handover;

/// <summary>Names of attachments as names of files in the package: no way out of their folder, none that a system reserves, none twice.</summary>
public static class SafeFileName
{
    private const int Longest = 80;
    private const int LongestEnding = 10;
    private const string Forbidden = "<>:\"/\\|?*";

    /// <param name="place">Of the attachment among its item's, from 1; leads the name, so that no two are alike and none begins with a dot.</param>
    public static string Of(string name, int place)
    {
        var last = DisplayText.Clean(name).Replace('\\', '/').Split('/')[^1];
        var clean = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            var dropped = rune.Value is < 0x20 or 0xFFFD || (rune.IsBmp && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal));
            clean.Append(dropped ? "_" : rune.ToString());
        }

        var text = clean.ToString().Trim('.', ' ');
        var dot = text.LastIndexOf('.');
        var (stem, ending) = dot > 0 && text.Length - dot <= LongestEnding ? (text[..dot], text[dot..]) : (text, "");
        var shortened = string.Concat(stem.EnumerateRunes().Take(Longest)).TrimEnd('.', ' ');
        return string.Create(CultureInfo.InvariantCulture, $"{place:00}-{(shortened.Length == 0 ? "attachment" : shortened)}{ending}");
    }
}
