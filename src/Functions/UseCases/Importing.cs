using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Core.Reports;
using Lianxin.Storage.Outbox;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// Takes over past registers. The whole file is checked first and refused as a whole when a row is wrong, so that the register stays as it was;
/// then rows are applied one by one, each once: a broken run goes on, a repeated file changes nothing.
/// </summary>
public sealed class Importing(
    IRegister register, IReportArchive archive, OutboxDispatcher outbox, IMessageSender sender, CommandContexts contexts)
{
    /// <summary>Checks every row without writing anything.</summary>
    public ImportReport Check(Actor by, ImportFile file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        var context = contexts.For(by);
        var lines = new List<ImportLine>(file.Broken);
        foreach (var (line, row) in file.Items)
        {
            cancellation.ThrowIfCancellationRequested();
            var decision = Decide(row, context);
            lines.Add(decision.Accepted
                ? new ImportLine(line, row.Number, "ok", decision.Value.After.Id, null, null)
                : ImportLine.Refused(line, row.Number, decision.Refusal, Describe(decision.Refusal)));
        }

        return Report(file.Kind, true, lines);
    }

    /// <summary>Applies one row; answers what became of it.</summary>
    public async Task<ImportLine> ApplyAsync(Actor by, int line, ImportRow row, CancellationToken cancellation)
    {
        var decision = Decide(row, contexts.For(by));
        if (!decision.Accepted)
        {
            return ImportLine.Refused(line, row.Number, decision.Refusal, Describe(decision.Refusal));
        }

        var id = decision.Value.After.Id;
        var year = decision.Value.After.Year;
        if (await register.FindAsync(id, cancellation) is not null)
        {
            return new ImportLine(line, row.Number, "already-there", id, null, null);
        }

        var number = await register.NextIndexNumberAsync(by.Agency, year, cancellation);
        var after = decision.Value.After with { IndexNumber = number };
        var commit = new RegisterCommit(null, after, decision.Value.Events, decision.Value.Messages);
        if (await register.CommitAsync(commit, cancellation) is CommitOutcome.Committed committed)
        {
            await outbox.DispatchAsync(commit, committed, cancellation);
            return new ImportLine(line, row.Number, "imported", id, null, null);
        }

        return new ImportLine(line, row.Number, "already-there", id, null, null);
    }

    /// <summary>Applies typed figures; each key once, the same figure again changes nothing.</summary>
    public async Task<ImportReport> ApplyFiguresAsync(IReadOnlyList<(int Line, StatisticFigure Figure)> figures, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var lines = new List<ImportLine>(figures.Count);
        foreach (var (line, figure) in figures)
        {
            var written = await archive.PutFigureAsync(figure, cancellation);
            lines.Add(new ImportLine(line, figure.Key, written ? "imported" : "already-there", null, null, null));
        }

        return Report(ImportFile.FiguresKind, false, lines);
    }

    /// <summary>After the rows: the lists and feeds of the years that were touched.</summary>
    public async Task FinishAsync(string agency, IEnumerable<int> years, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(years);
        foreach (var year in years.Distinct().Order())
        {
            await sender.SendAsync(new OutboxMessage("publication", "refresh-year", $"{agency}-{year}", 1), cancellation);
        }
    }

    public static ImportReport Report(string kind, bool dryRun, IReadOnlyList<ImportLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return new ImportReport(
            kind,
            dryRun,
            lines.Count,
            lines.Count(l => l.Outcome is "imported"),
            lines.Count(l => l.Outcome is "already-there"),
            lines.Count(l => l.Outcome is "refused"),
            [.. lines.OrderBy(l => l.Line)]);
    }

    private static Decision<ItemChange> Decide(ImportRow row, CommandContext context)
    {
        var year = RegisterImport.YearOf(row) ?? context.Today.Year;
        return RegisterImport.Import(row, new NewItemIdentity(RegisterImport.IdOf(context.By.Agency, year, row.Number), year, ""), context);
    }

    private static string Describe(Refusal refusal) =>
        refusal.Findings.Count > 0
            ? $"{refusal.Detail}（{string.Join('；', refusal.Findings.Take(3).Select(f => $"{f.Place}：{f.Excerpt}"))}）"
            : refusal.Detail;
}
