using Lianxin.Documents.Pages;
using Lianxin.Documents.Typesetting.Flow;

namespace Lianxin.Documents.Sheets.Setting;

/// <summary>Text of other people's making, so that it does no harm to a sheet.</summary>
internal static class SheetText
{
    /// <summary>One line without characters that are never shown; what would be empty becomes <paramref name="otherwise"/>.</summary>
    public static string Line(string? text, string otherwise = "")
    {
        var line = string.Join(' ', Lines(text));
        return line.Length > 0 ? line : otherwise;
    }

    /// <summary>The lines that have text in them, whatever ends them.</summary>
    public static IReadOnlyList<string> Lines(string? text) =>
        [.. RawLines(text).Select(line => line.Trim()).Where(line => line.Length > 0)];

    /// <summary>All lines with the tabs that part their cells.</summary>
    public static IReadOnlyList<string> RawLines(string? text) => (text ?? string.Empty).ReplaceLineEndings("\n").Split('\n').Select(DisplayText.Clean).ToList();

    /// <summary>Lines of a table cell.</summary>
    public static string Cell(string? text) => string.Join('\n', Lines(text));

    /// <summary><c>2025年4月1日</c>; a blank to be filled in by hand when there is no day.</summary>
    public static string Day(DateOnly? day) => day is { } known ? SignatureSetter.DateText(known) : "＿＿年＿月＿日";
}
