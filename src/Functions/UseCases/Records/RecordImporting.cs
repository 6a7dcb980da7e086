using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Reports.Records;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases;

/// <summary>A row of a file of records; its office stands in the file, because an administrator brings it in.</summary>
public sealed record RecordImportRow(string Office, RecordInput Input, string? Fault);

/// <summary>
/// Takes over dated records from a file. The whole file is checked first; rows are applied one by one, each once: a broken run goes on, and a
/// repeated file changes nothing. A file corrects nothing: a row that says something else than the record does is refused.
/// </summary>
public sealed class RecordImporting(Recording recording, RecordBook book, ReferenceData reference, BusinessClock business)
{
    /// <summary>Rows of one file: what an HTTP call can write in its time.</summary>
    public const int MostRows = 2_000;

    private static readonly string[] Header =
        ["kind", "number", "title", "on", "ended_on", "published_on", "applicant", "outcome", "category", "amount", "office"];

    /// <summary>The rows of a file; what cannot be read is named, or the whole refused.</summary>
    public static (IReadOnlyList<(int Line, RecordImportRow Row)> Rows, IReadOnlyList<ImportLine> Broken, Refusal? Refusal) Read(ImportLines lines)
    {
        var table = ImportTable.Read(lines, Header, MostRows, "登记");
        var rows = table.Rows.Select(c => (c.Line, Row: Row(c.Cells))).ToList();
        var twice = ImportTable.Twice(rows.Select(r => (r.Line, (r.Row.Input.Kind, r.Row.Input.On?.Year, r.Row.Input.Number))), key => key.Number ?? "");
        return (rows, [.. table.Broken, .. twice], table.Refusal);
    }

    /// <summary>Checks every row against the rules and against what is recorded, without writing anything.</summary>
    public async Task<ImportReport> CheckAsync(
        Actor by, IReadOnlyList<(int Line, RecordImportRow Row)> rows, IReadOnlyList<ImportLine> broken, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(rows);
        var lines = new List<ImportLine>(broken);
        foreach (var (line, row) in rows)
        {
            var decision = await DecideAsync(by, row, cancellation);
            lines.Add(decision.Accepted
                ? new ImportLine(line, row.Input.Number ?? "", "ok", decision.Value.Id, null, null)
                : ImportLine.Refused(line, row.Input.Number ?? "", decision.Refusal, $"第{line}行：{decision.Refusal.Detail}"));
        }

        return Importing.Report(ImportFile.RecordsKind, true, lines);
    }

    public async Task<ImportReport> ApplyAsync(Actor by, IReadOnlyList<(int Line, RecordImportRow Row)> rows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(rows);
        var done = new List<ImportLine>(rows.Count);
        foreach (var (line, row) in rows)
        {
            var answer = await recording.EnterAsync(by with { Office = row.Office }, row.Input, null, cancellation);
            done.Add(answer.Refusal is { } refused
                ? new ImportLine(line, row.Input.Number ?? "", "refused", null, refused.Code, refused.Detail)
                : new ImportLine(line, answer.Record!.Number, answer.IsNew ? "imported" : "already-there", answer.Record.Id, null, null));
        }

        return Importing.Report(ImportFile.RecordsKind, false, done);
    }

    private async Task<Decision<DatedRecord>> DecideAsync(Actor by, RecordImportRow row, CancellationToken cancellation)
    {
        if (row.Fault is { } fault)
        {
            return Refusal.Field("row", fault);
        }

        if (reference.Catalogue.Office(row.Office) is null)
        {
            return Refusal.Field("office", $"没有代码为“{row.Office}”的单位。");
        }

        var entry = new RecordEntry(by.Agency, row.Office, by.Account, business.Now, business.Today);
        var judged = RecordEntering.Judge(recording.Kinds, row.Input, entry);
        if (!judged.Accepted)
        {
            return judged;
        }

        var stored = await book.FindAsync(by.Agency, judged.Value.On.Year, judged.Value.Kind, judged.Value.Number, cancellation);
        return RecordEntering.Enter(recording.Kinds, row.Input, stored?.Record, entry);
    }

    private static RecordImportRow Row(IReadOnlyDictionary<string, string> cells)
    {
        string? fault = null;
        string? Text(string name) => cells[name].Length == 0 ? null : cells[name];
        DateOnly? Day(string name)
        {
            if (Text(name) is not { } text)
            {
                return null;
            }

            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            fault = $"{name} 不是有效日期，应写作2025-01-31的形式。";
            return null;
        }

        decimal? amount = null;
        if (Text("amount") is { } sum)
        {
            if (decimal.TryParse(sum, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read))
            {
                amount = read;
            }
            else
            {
                fault = "amount 不是数字。";
            }
        }

        var input = new RecordInput(
            Text("kind"), Text("number"), Text("title"), Day("on"), Day("ended_on"), Day("published_on"), Text("applicant"), Text("outcome"), Text("category"), amount);
        return new RecordImportRow(cells["office"], input, fault);
    }
}
