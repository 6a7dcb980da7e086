using System.Text;
using Lianxin.Documents.Pages;

namespace Lianxin.Documents.OpenData;

/// <summary>What people typed, as a cell of a table that a spreadsheet opens.</summary>
public static class SafeCell
{
    /// <summary>
    /// A text that no spreadsheet takes for a formula: after any white space, the signs that begin one (also in full width, which some
    /// spreadsheets fold) get an apostrophe before them.
    /// </summary>
    public static string Text(string text)
    {
        var clean = DisplayText.Clean(text).ReplaceLineEndings("\n");
        var first = clean.AsSpan().TrimStart();
        return (first.Length > 0 && first[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠') || clean.StartsWith('\t')
            ? "'" + clean
            : clean;
    }

    /// <summary>A field of RFC 4180, quoted where needed.</summary>
    public static string Csv(string text)
    {
        var safe = Text(text);
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : new StringBuilder(safe).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
    }
}
