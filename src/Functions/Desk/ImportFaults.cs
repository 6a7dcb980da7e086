using Lianxin.Core.Privacy;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Desk;

/// <summary>A cell of a row with a fault.</summary>
/// <param name="Text">Cut to what a table can show; personal data covered.</param>
public sealed record FaultCell(string Text, IReadOnlyList<string> Messages);

/// <param name="Line">Line of the file or row of the sheet.</param>
/// <param name="Messages">What is about the row and not one cell.</param>
public sealed record FaultRow(int Line, IReadOnlyList<FaultCell> Cells, IReadOnlyList<string> Messages);

/// <summary>The rows of a file that cannot be imported, in the columns of the file that tell them or that are wrong.</summary>
/// <param name="Whole">What is about a whole sheet or the file.</param>
/// <param name="Count">Rows with a fault, the ones that are not shown included.</param>
public sealed record ImportFaults(IReadOnlyList<string> Columns, IReadOnlyList<FaultRow> Rows, IReadOnlyList<string> Whole, int Count)
{
    public const int MostRows = 200;
    private const int MostCharacters = 60;
    private static readonly string[] Telling = ["number", "key", "title", "label"];

    /// <summary>Null where nothing is wrong.</summary>
    public static ImportFaults? Of(ImportReport report, ImportLines lines)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(lines);
        var refused = report.Rows.Where(r => r.Outcome is "refused").ToList();
        if (refused.Count == 0)
        {
            return null;
        }

        IReadOnlyList<string> head = lines.Rows.Count > 0 ? lines.Rows[0].Fields : [];
        var byLine = lines.Rows.Concat(lines.Faulty).GroupBy(r => r.Line).ToDictionary(g => g.Key, g => g.First().Fields);
        var wrong = refused.SelectMany(r => r.Errors?.Keys ?? []).ToHashSet(StringComparer.Ordinal);
        var columns = head.Index().Where(c => wrong.Contains(c.Item) || Telling.Contains(c.Item, StringComparer.Ordinal)).DistinctBy(c => c.Item).ToList();
        var rows = refused.Where(r => r.Line > 0).GroupBy(r => r.Line).OrderBy(g => g.Key).ToList();
        return new ImportFaults(
            [.. columns.Select(c => c.Item)],
            [.. rows.Take(MostRows).Select(r => RowOf(r.Key, [.. r], byLine.GetValueOrDefault(r.Key) ?? [], columns))],
            [.. refused.Where(r => r.Line == 0).SelectMany(r => r.Findings?.Select(f => f.Detail) ?? [r.Detail ?? ""])],
            rows.Count);
    }

    private static FaultRow RowOf(int line, List<ImportLine> refused, IReadOnlyList<string> fields, List<(int Index, string Item)> columns)
    {
        var cells = columns.Select(c => new FaultCell(
            Shown(c.Index < fields.Count ? fields[c.Index] : ""),
            [.. refused.SelectMany(r => r.Errors?.GetValueOrDefault(c.Item) ?? []).Distinct(StringComparer.Ordinal)])).ToList();
        var atCells = cells.SelectMany(c => c.Messages).ToHashSet(StringComparer.Ordinal);
        var rest = refused.SelectMany(r => r.Findings is { } findings
                ? findings.Select(f => f.Detail)
                : r.Errors is { } errors ? errors.SelectMany(e => e.Value.Select(m => columns.Exists(c => c.Item == e.Key) ? m : $"{e.Key}：{m}")) : [r.Detail ?? r.Code ?? ""])
            .Where(m => !atCells.Contains(m)).Distinct(StringComparer.Ordinal);
        return new FaultRow(line, cells, [.. rest]);
    }

    private static string Shown(string text)
    {
        var covered = PrivacyMask.Of(text.Length > 2_000 ? text[..2_000] : text, ScanProfile.Usual);
        return covered.Length > MostCharacters ? covered[..MostCharacters] + "…" : covered;
    }
}
