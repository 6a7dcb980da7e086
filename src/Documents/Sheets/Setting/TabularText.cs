namespace Lianxin.Documents.Sheets.Setting;

/// <summary>Finds the lists inside a running text: lines one after the other whose cells are parted by tabs or by <c>|</c>.</summary>
internal static class TabularText
{
    /// <summary>The text's blocks in order.</summary>
    public static IEnumerable<BodyBlock> Blocks(string text)
    {
        var lines = SheetText.RawLines(text);
        for (var i = 0; i < lines.Count;)
        {
            var rows = RowsFrom(lines, i);
            if (rows.Count >= 2)
            {
                i += rows.Count;
                var data = rows.Where(row => !IsMarkdownRule(row)).ToList();
                yield return new BodyBlock(string.Empty, new SheetList(string.Empty, data[0], data[1..]));
                continue;
            }
            if (SheetText.Line(lines[i]) is { Length: > 0 } paragraph) yield return new BodyBlock(paragraph, null);
            i++;
        }
    }

    /// <summary>A list, or without one a paragraph.</summary>
    internal readonly record struct BodyBlock(string Paragraph, SheetList? List);

    private static List<IReadOnlyList<string>> RowsFrom(IReadOnlyList<string> lines, int start)
    {
        var rows = new List<IReadOnlyList<string>>();
        for (var i = start; i < lines.Count; i++)
        {
            if (Cells(lines[i]) is not { } cells || (rows.Count > 0 && cells.Count != rows[0].Count)) break;
            rows.Add(cells);
        }
        return rows.TrueForAll(IsMarkdownRule) ? [] : rows;
    }

    private static List<string>? Cells(string line)
    {
        var trimmed = line.Trim(' ', '　');
        var mark = trimmed.Contains('\t', StringComparison.Ordinal) ? '\t' : '|';
        if (mark == '|') trimmed = trimmed.Trim('|');
        var cells = trimmed.Split(mark, StringSplitOptions.TrimEntries);
        return cells.Length >= 2 ? [.. cells] : null;
    }

    private static bool IsMarkdownRule(IReadOnlyList<string> row) => row.All(cell => cell.Length > 0 && cell.All(c => c is '-' or ':'));
}
