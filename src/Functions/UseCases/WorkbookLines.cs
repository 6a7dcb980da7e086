using Lianxin.Core;
using Lianxin.Core.Text;
using Lianxin.Documents.Reading.Tables;

namespace Lianxin.Functions.UseCases;

/// <summary>The rows of a workbook as those of a CSV file: the same list gives the same result, whichever way it was saved.</summary>
internal static class WorkbookLines
{
    public static ImportLines Of(SheetTable table)
    {
        if (table.Fault is { } fault)
        {
            return new ImportLines([], [], fault.TooLarge ? new Refusal(RefusalKind.TooLarge, fault.Code, fault.Detail) : Refusal.Field("file", fault.Detail, fault.Code));
        }

        if (table.Rows.Count == 0 && table.Findings.Count == 0)
        {
            return new ImportLines([], [], Refusal.Field("file", "文件是空的，没有表头。", "import-empty"));
        }

        IReadOnlyList<string> head = table.Rows.Count > 0 ? table.Rows[0].Cells : [];
        var rows = table.Rows.Select(r => new CsvRow(r.Number, [.. r.Cells, .. Enumerable.Repeat("", Math.Max(head.Count - r.Cells.Count, 0))])).ToList();
        var byLine = rows.ToDictionary(r => r.Line);
        var concerned = table.Findings.GroupBy(f => byLine.ContainsKey(f.Row) ? f.Row : 0).ToDictionary(g => g.Key, g => g.ToList());
        var broken = concerned.OrderBy(c => c.Key).Select(c => LineOf(c.Key, head, byLine.GetValueOrDefault(c.Key)?.Fields, c.Value)).ToList();
        if (table.FindingCount > table.Findings.Count)
        {
            broken.Add(new ImportLine(0, "", "refused", null, "import-more-findings", $"另有{table.FindingCount - table.Findings.Count}处类似问题没有列出。"));
        }

        // The head stays in any case: without it nobody could tell which cell is which.
        return new ImportLines([.. rows.Take(1), .. rows.Skip(1).Where(r => !concerned.ContainsKey(r.Line))], broken, null)
        {
            Faulty = [.. rows.Skip(1).Where(r => concerned.ContainsKey(r.Line))],
        };
    }

    public static string NumberOf(IReadOnlyList<string> head, IReadOnlyList<string> fields)
    {
        var at = head.Index().FirstOrDefault(c => c.Item is "number" or "key").Index;
        return at < fields.Count ? fields[at] : "";
    }

    private static ImportLine LineOf(int line, IReadOnlyList<string> head, IReadOnlyList<string>? fields, List<SheetFinding> findings)
    {
        var errors = findings.Where(f => f.Column < head.Count).GroupBy(f => head[f.Column!.Value], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(f => f.Detail)], StringComparer.Ordinal);
        return new ImportLine(line, fields is null ? "" : NumberOf(head, fields), "refused", null, findings[0].Code, string.Concat(findings.Select(f => f.Detail)))
        {
            Findings = [.. findings.Select(f => new ImportFinding(f.Code, f.Detail, f.Sheet, f.Cell))],
            Errors = errors.Count > 0 ? errors : null,
        };
    }
}
