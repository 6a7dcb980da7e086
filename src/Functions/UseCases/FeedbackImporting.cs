using System.Text.Json;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Core.Ledgers;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// Takes over past feedback from a file (S13: the 282 opinions of the seed's year). The whole file is checked first; rows are applied one by
/// one, each once, so that a broken run goes on and a repeated file changes nothing.
/// </summary>
public sealed class FeedbackImporting(FeedbackBook book, CaseBook cases, CommandContexts contexts)
{
    /// <summary>Rows of one file: what an HTTP call can write in its time.</summary>
    public const int MostRows = 2_000;

    private static readonly string[] Header =
    [
        "number", "kind", "channel", "office", "received_on", "text", "decision", "screened_on", "reply", "group", "request", "plan", "end", "answer",
        "passed_to", "answered_on", "closed_on",
    ];

    /// <summary>The rows of a file; what cannot be read is named, or the whole refused.</summary>
    public static (IReadOnlyList<(int Line, FeedbackImportRow Row)> Rows, IReadOnlyList<ImportLine> Broken, Refusal? Refusal) Read(ImportLines lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var head = lines.Rows[0].Fields;
        var missing = Header.Where(h => !head.Contains(h, StringComparer.Ordinal)).ToList();
        if (missing.Count > 0)
        {
            return ([], [], Refusal.Field("file", $"表头缺少列：{string.Join('、', missing)}。", "import-columns"));
        }

        if (lines.Rows.Count - 1 > MostRows)
        {
            return ([], [], new Refusal(RefusalKind.TooLarge, "import-too-many-rows", $"反馈登记簿一次最多导入{MostRows}行，请分成几个文件。"));
        }

        var rows = new List<(int, FeedbackImportRow)>();
        var broken = new List<ImportLine>(lines.Broken);
        foreach (var (line, fields) in lines.Rows.Skip(1))
        {
            if (fields.Count != head.Count)
            {
                broken.Add(new ImportLine(line, fields.Count > 0 ? fields[0] : "", "refused", null, "import-broken-line", $"第{line}行有{fields.Count}列，表头有{head.Count}列。"));
                continue;
            }

            var cells = head.Zip(fields).GroupBy(c => c.First, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Second.Trim(), StringComparer.Ordinal);
            string Of(string name) => cells[name];
            rows.Add((line, new FeedbackImportRow(
                Of("number"), Of("kind"), Of("channel"), Of("office"), Of("received_on"), Of("text"), Of("decision"), Of("screened_on"), Of("reply"), Of("group"),
                Of("request"), Of("plan"), Of("end"), Of("answer"), Of("passed_to"), Of("answered_on"), Of("closed_on"))));
        }

        foreach (var twice in rows.GroupBy(r => r.Item2.Number, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            broken.Add(new ImportLine(twice.Last().Item1, twice.Key, "refused", null, "import-number-twice", $"编号“{twice.Key}”在第{string.Join('、', twice.Select(t => t.Item1))}行重复。"));
        }

        return (rows, broken, null);
    }

    public ImportReport Check(Actor by, IReadOnlyList<(int Line, FeedbackImportRow Row)> rows, IReadOnlyList<ImportLine> broken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var context = contexts.For(by);
        return Importing.Report(
            ImportFile.FeedbackKind,
            true,
            [.. broken, .. rows.Select(r => FeedbackImport.Import(r.Row, new FeedbackLimits(), context) is { Accepted: true } sound
                ? new ImportLine(r.Line, r.Row.Number, "ok", sound.Value.Piece.Id, null, null)
                : Refused(r.Line, r.Row, FeedbackImport.Import(r.Row, new FeedbackLimits(), context).Refusal!))]);
    }

    public async Task<ImportReport> ApplyAsync(Actor by, IReadOnlyList<(int Line, FeedbackImportRow Row)> rows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var done = new List<ImportLine>(rows.Count);
        foreach (var (line, row) in rows)
        {
            done.Add(await ApplyAsync(by, line, row, cancellation));
        }

        return Importing.Report(ImportFile.FeedbackKind, false, done);
    }

    private async Task<ImportLine> ApplyAsync(Actor by, int line, FeedbackImportRow row, CancellationToken cancellation)
    {
        var decision = FeedbackImport.Import(row, new FeedbackLimits(), contexts.For(by));
        if (!decision.Accepted)
        {
            return Refused(line, row, decision.Refusal);
        }

        var (piece, present) = decision.Value;
        var isNew = await book.FindAsync(piece.Id, cancellation) is null && await WriteAsync(piece, cancellation);
        // Also where the piece is there already: a run may have been broken between the two.
        if (present is not null && await cases.FindAsync(present.Id, cancellation) is null)
        {
            await cases.CommitAsync(null, present, cancellation);
        }

        return new ImportLine(line, row.Number, isNew ? "imported" : "already-there", piece.Id, null, null);
    }

    private async Task<bool> WriteAsync(FeedbackPiece piece, CancellationToken cancellation)
    {
        var code = await book.CodeOfAsync(piece, cancellation);
        var leads = LedgerChange.Save(FeedbackKeys.Code(code), JsonSerializer.Serialize(new CodeLeadsTo(piece.Id), LedgerText.Plain.CodeLeadsTo), null);
        while (true)
        {
            if (await book.CommitAsync(null, piece, [], [leads], cancellation) is LedgerOutcome.Committed)
            {
                return true;
            }

            // Lost on a share of the counts, or to another run of the same file.
            if (await book.FindAsync(piece.Id, cancellation) is not null)
            {
                return false;
            }
        }
    }

    private static ImportLine Refused(int line, FeedbackImportRow row, Refusal refusal) =>
        new(line, row.Number, "refused", null, refusal.Code, refusal.Detail);
}
