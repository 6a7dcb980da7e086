using System.Globalization;
using System.Text;

namespace Lianxin.Storage.Documents;

/// <summary>The name a browser saves a document under, as RFC 6266 and RFC 5987 write it: Chinese names included.</summary>
internal static class DownloadName
{
    private const string AttributeCharacters = "!#$&+-.^_`|~";

    public static string Disposition(string name) => $"attachment; filename=\"{Ascii(name)}\"; filename*=UTF-8''{Encode(name)}";

    // For programs that know only the old form.
    private static string Ascii(string name)
    {
        var ascii = new StringBuilder(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            ascii.Append(rune.IsAscii && rune.Value is >= 0x20 and < 0x7F and not ('"' or '\\' or '/' or '%') ? (char)rune.Value : '_');
        }

        return ascii.ToString();
    }

    private static string Encode(string name)
    {
        var encoded = new StringBuilder(name.Length * 9);
        foreach (byte b in Encoding.UTF8.GetBytes(name))
        {
            bool plain = char.IsAsciiLetterOrDigit((char)b) || AttributeCharacters.Contains((char)b, StringComparison.Ordinal);
            _ = plain ? encoded.Append((char)b) : encoded.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
