using System.Text;

namespace Lianxin.Documents.Pages;

/// <summary>
/// What may be shown of a text that somebody typed. Taken out: the controls that turn the reading direction (U+202A–E, U+2066–9,
/// U+061C, U+200E–F), with which a title can be made to read as another one, and what no XML or HTML document may hold.
/// </summary>
public static class DisplayText
{
    private const int Replacement = 0xFFFD;

    /// <summary>The text without the characters that are never shown; a lone surrogate becomes U+FFFD.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsDropped(rune.Value))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>The lines of a body, one paragraph each; empty lines only part them.</summary>
    public static IReadOnlyList<string> Paragraphs(string? text) =>
        [.. (text ?? "")
            .ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The first <paramref name="limit"/> characters on one line, with 省略号 where something was cut.</summary>
    public static string Summary(string? text, int limit)
    {
        var line = Clean(string.Join(' ', Paragraphs(text)));
        var characters = line.EnumerateRunes().Take(limit + 1).ToList();
        return characters.Count <= limit ? line : string.Concat(characters.Take(limit)) + "……";
    }

    internal static bool IsDropped(int scalar) => scalar switch
    {
        '\t' or '\n' or '\r' => false,
        < 0x20 or (>= 0x7F and <= 0x9F) => true,
        0x061C or 0x200E or 0x200F => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2066 and <= 0x2069 => true,
        >= 0xFDD0 and <= 0xFDEF => true,
        Replacement => false,
        _ => (scalar & 0xFFFE) == 0xFFFE,
    };
}
