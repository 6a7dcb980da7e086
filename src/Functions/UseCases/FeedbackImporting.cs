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
        var table = ImportTable.Read(lines, Header, MostRows, "反馈登记簿");
        var rows = table.Rows.Select(c => (c.Line, Row: new FeedbackImportRow(
            c["number"], c["kind"], c["channel"], c["office"], c["received_on"], c["text"], c["decision"], c["screened_on"], c["reply"], c["group"],
            c["request"], c["plan"], c["end"], c["answer"], c["passed_to"], c["answered_on"], c["closed_on"]))).ToList();
        return (rows, [.. table.Broken, .. ImportTable.Twice(rows.Select(r => (r.Line, r.Row.Number)), number => number)], table.Refusal);
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
        ImportLine.Refused(line, row.Number, refusal, refusal.Detail);
}
