using System.Text;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core;

/// <summary>
/// The outward spelling of every enumeration: kebab-case, as in JSON, forms, row keys and files (api.md, Conventions).
/// </summary>
public static class Names
{
    /// <summary>The kebab-case name of a value, for example <c>published-to-party</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        value is Cadence.WithinTwentyWorkingDays ? "20wd" : Kebab(value.ToString());

    /// <summary>Reads a kebab-case name; false for anything that is not exactly one of the names.</summary>
    public static bool TryRead<T>(string? text, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (string.Equals(Of(candidate), text, StringComparison.Ordinal))
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static string Kebab(string pascal)
    {
        var text = new StringBuilder(pascal.Length + 4);
        foreach (var letter in pascal)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
