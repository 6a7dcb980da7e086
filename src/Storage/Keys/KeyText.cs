using System.Globalization;
using System.Text;

namespace Lianxin.Storage.Keys;

/// <summary>
/// Text as part of a key. Keys hold only letters, digits and <c>- _ . ~</c>, which every version of the service and the emulator accepts
/// and which sort ordinally. <see cref="Escape"/> is reversible and never yields the separator <c>-</c>.
/// </summary>
internal static class KeyText
{
    /// <summary>1 KiB of UTF-16 (Understanding the Table service data model).</summary>
    public const int MaxLength = 512;

    public static bool IsKey(string text) => text.Length is > 0 and <= MaxLength && text.All(IsKeyCharacter);

    /// <summary>Everything but letters, digits and <c>_</c> becomes <c>~</c> and four hexadecimal digits.</summary>
    public static string Escape(string text)
    {
        if (text.All(IsPlain))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length * 2);
        foreach (char c in text)
        {
            _ = IsPlain(c) ? escaped.Append(c) : escaped.Append(CultureInfo.InvariantCulture, $"~{(int)c:X4}");
        }

        return escaped.ToString();
    }

    /// <summary>Null when <paramref name="text"/> is too long for a key or empty: nothing can be stored under it.</summary>
    public static string? TryEscape(string? text)
    {
        if (text is null || text.Length is 0 or > MaxLength)
        {
            return null;
        }

        string escaped = Escape(text);
        return escaped.Length <= MaxLength ? escaped : null;
    }

    public static string Unescape(string key)
    {
        var text = new StringBuilder(key.Length);
        for (int i = 0; i < key.Length; i++)
        {
            if (key[i] == '~')
            {
                text.Append((char)int.Parse(key.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(key[i]);
            }
        }

        return text.ToString();
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static bool IsKeyCharacter(char c) => IsPlain(c) || c is '-' or '.' or '~';
}
