using System.Text;
using Lianxin.Core;
using Lianxin.Core.Reports;
using Lianxin.Core.Text;
using Lianxin.Documents.Reading.Tables;

namespace Lianxin.Functions.UseCases;

/// <summary>The rows of an uploaded file, the head line first, and the lines that are broken; or why it cannot be read at all.</summary>
public sealed record ImportLines(IReadOnlyList<CsvRow> Rows, IReadOnlyList<ImportLine> Broken, Refusal? Refusal)
{
    /// <summary>Rows that are set aside because something about a cell of theirs is wrong; they show where.</summary>
    public IReadOnlyList<CsvRow> Faulty { get; init; } = [];
}

/// <summary>Reads an uploaded file: strict UTF-8 and strict CSV, or the one visible list of a workbook; at most so many rows.</summary>
/// <param name="machine">Bounds the time that a workbook may take.</param>
public sealed class ImportReader(int maxRows, TimeProvider? machine = null)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Items of a file that was checked when it came in.</summary>
    public ImportFile ReadItems(byte[] bytes)
    {
        var lines = ReadLines(bytes);
        return lines.Refusal is not null ? new ImportFile(ImportFile.ItemsKind, [], [], lines.Refusal) : ImportFile.ReadItems(lines);
    }

    /// <summary>The lines of the file with their numbers, the head line first; or why it cannot be read.</summary>
    public ImportLines ReadLines(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (SheetTableReader.IsWorkbook(bytes))
        {
            return PlainDigits.Check(WorkbookLines.Of(new SheetTableReader(machine ?? TimeProvider.System).Read(bytes, maxRows)));
        }

        string text;
        try
        {
            var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            text = Strict.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException broken)
        {
            return new ImportLines([], [], Refusal.Field("file", $"文件不是 UTF-8 编码（第{broken.Index + 1}个字节处）。请另存为“CSV UTF-8”后再导入。", "invalid-encoding"));
        }

        return PlainDigits.Check(ReadText(text));
    }

    /// <summary>Typed figures of a file, each checked (S18); broken rows are named.</summary>
    public static (IReadOnlyList<(int Line, StatisticFigure Figure)> Figures, IReadOnlyList<ImportLine> Broken) ReadFigures(
        string agency, ImportLines lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var head = lines.Rows[0].Fields;
        var figures = new List<(int, StatisticFigure)>();
        var broken = new List<ImportLine>(lines.Broken);
        foreach (var (line, fields) in lines.Rows.Skip(1))
        {
            if (fields.Count != head.Count)
            {
                broken.Add(new ImportLine(line, fields.Count > 0 ? fields[0] : "", "refused", null, "import-broken-line", $"第{line}行有{fields.Count}列，表头有{head.Count}列。"));
                continue;
            }

            var decision = FigureRow.Parse(agency, ImportTable.CellsOf(head, fields));
            if (decision.Accepted)
            {
                figures.Add((line, decision.Value));
            }
            else
            {
                broken.Add(ImportLine.Refused(line, fields[0], decision.Refusal, $"第{line}行：{decision.Refusal.Detail}"));
            }
        }

        foreach (var twice in figures.GroupBy(f => f.Item2.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            broken.Add(new ImportLine(twice.Last().Item1, twice.Key, "refused", null, "import-number-twice", $"指标“{twice.Key}”重复。"));
        }

        return (figures, broken);
    }

    private ImportLines ReadText(string text)
    {
        var content = CsvText.Read(text);
        // A spreadsheet program writes the blank rows under its list as lines of commas.
        var said = content.Rows.Where(r => r.Fields.Any(f => !string.IsNullOrWhiteSpace(f))).ToList();
        if (said.Count == 0)
        {
            return new ImportLines([], [], Refusal.Field("file", "文件是空的，没有表头。", "import-empty"));
        }

        var rows = said.Count - 1 + content.Problems.Count;
        if (rows > maxRows)
        {
            return new ImportLines([], [], new Refusal(RefusalKind.TooLarge, "import-too-many-rows", $"文件有{rows}行，一次最多导入{maxRows}行，请分成几个文件。"));
        }

        return new ImportLines(
            said,
            [.. content.Problems.Select(p => new ImportLine(p.Line, "", "refused", null, "import-broken-line", $"第{p.Line}行第{p.Column}列：{p.Reason}。"))],
            null);
    }
}
