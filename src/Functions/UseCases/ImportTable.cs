using Lianxin.Core;

namespace Lianxin.Functions.UseCases;

/// <summary>A row of an imported file, its cells by the names of their columns.</summary>
internal sealed record ImportCells(int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells[column];
}

/// <summary>The rows of a file by the names of its columns; what cannot be read is named by its line, or the whole refused.</summary>
internal sealed record ImportTable(IReadOnlyList<ImportCells> Rows, IReadOnlyList<ImportLine> Broken, Refusal? Refusal)
{
    private const string Number = "number";

    /// <param name="columns">Columns that must be there, in any order; further ones are allowed.</param>
    /// <param name="mostRows">Rows that one HTTP call can write in its time.</param>
    /// <param name="what">What the file holds, for the refusal.</param>
    public static ImportTable Read(ImportLines lines, IReadOnlyList<string> columns, int mostRows, string what)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var head = lines.Rows[0].Fields;
        var missing = columns.Where(c => !head.Contains(c, StringComparer.Ordinal)).ToList();
        if (missing.Count > 0)
        {
            return new ImportTable([], [], Core.Refusal.Field("file", $"表头缺少列：{string.Join('、', missing)}。", "import-columns"));
        }

        if (lines.Rows.Count - 1 > mostRows)
        {
            return new ImportTable([], [], new Refusal(RefusalKind.TooLarge, "import-too-many-rows", $"{what}一次最多导入{mostRows}行，请分成几个文件。"));
        }

        var numberAt = head.Index().FirstOrDefault(c => c.Item == Number).Index;
        var rows = new List<ImportCells>();
        var broken = new List<ImportLine>(lines.Broken);
        foreach (var (line, fields) in lines.Rows.Skip(1))
        {
            if (fields.Count == head.Count)
            {
                rows.Add(new ImportCells(line, CellsOf(head, fields)));
                continue;
            }

            var number = numberAt < fields.Count ? fields[numberAt] : "";
            broken.Add(new ImportLine(line, number, "refused", null, "import-broken-line", $"第{line}行有{fields.Count}列，表头有{head.Count}列。"));
        }

        return new ImportTable(rows, broken, null);
    }

    /// <summary>The cells of a row; of two columns with the same name the first counts.</summary>
    public static Dictionary<string, string> CellsOf(IReadOnlyList<string> head, IReadOnlyList<string> fields) =>
        head.Zip(fields).GroupBy(c => c.First, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Second.Trim(), StringComparer.Ordinal);

    /// <summary>Names every key that stands in more than one row; the last of them is refused.</summary>
    public static IEnumerable<ImportLine> Twice<TKey>(IEnumerable<(int Line, TKey Key)> rows, Func<TKey, string> number) =>
        rows.GroupBy(r => r.Key).Where(g => g.Count() > 1).Select(g => new ImportLine(
            g.Last().Line, number(g.Key), "refused", null, "import-number-twice", $"编号“{number(g.Key)}”在第{string.Join('、', g.Select(r => r.Line))}行重复。"));
}
