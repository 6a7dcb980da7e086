using System.Security.Cryptography;
using System.Text.Json;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>
/// The two steps of a quarter (architecture.md). The day after it ends: publish what waits, make the sheets, tell what is missing. The day
/// after the last due day: freeze the coverage, mark what is overdue. Every part is written down when it is finished and every part can
/// be done twice, so that any number of runs, by any number of hosts, killed anywhere, ends alike.
/// </summary>
public sealed class QuarterRun(
    IRegister register, Publishing publishing, QuarterBoard board, DutyBook book, IQuarterSheets sheets, IQuarterNotices notices, ReferenceData reference, BusinessClock business, CommandContexts contexts)
{
    private const int Attempts = 8;
    private const int Chunk = 50;

    /// <summary>Whether the first step may be taken today.</summary>
    public bool IsOver(Period quarter) => business.Today >= QuarterDays.ClosesOn(quarter);

    /// <summary>Whether the second step may be taken today.</summary>
    public bool MayFreeze(string agency, Period quarter) =>
        business.Today >= QuarterDays.FreezesOn(quarter, DutyPlan.OfQuarter(agency, quarter, reference.Catalogue, reference.Calendar));

    /// <summary>Takes every step whose day has come and that is not done; answers the record as it then is.</summary>
    public async Task<QuarterRecord> RunAsync(string agency, Period quarter, Actor by, CancellationToken cancellation)
    {
        for (var lost = 0; lost < Attempts;)
        {
            var kept = await book.QuarterAsync(agency, quarter, cancellation);
            if (await NextAsync(kept.Value, quarter, by, cancellation) is not { } next)
            {
                return kept.Value;
            }

            lost += await book.SaveAsync(next, kept.Fence, cancellation) is null ? 1 : 0;
        }

        throw new InvalidOperationException($"The record of {quarter} changed under every attempt to write it.");
    }

    /// <summary>Makes the sheets of a closed quarter anew when the register has moved on; nothing for a quarter that is not closed.</summary>
    public async Task RefreshSheetsAsync(string agency, Period quarter, Actor by, CancellationToken cancellation)
    {
        if ((await book.QuarterAsync(agency, quarter, cancellation)).Value.ClosedAt is not null)
        {
            await RunAsync(agency, quarter, by, cancellation);
        }
    }

    /// <summary>Publishes whatever waits and may go today, in chunks; answers how much went out. What fails is left to the queue.</summary>
    public async Task<int> PublishWaitingAsync(string agency, Actor by, CancellationToken cancellation)
    {
        var waiting = new List<string>();
        await foreach (var id in register.AwaitingPublicationAsync(agency, business.Today, cancellation))
        {
            waiting.Add(id);
        }

        var published = 0;
        foreach (var chunk in waiting.Distinct(StringComparer.Ordinal).Chunk(Chunk))
        {
            published += await publishing.PublishManyAsync(chunk, by, cancellation);
        }

        if (waiting.Count > 0)
        {
            await FinishAsync(agency, cancellation);
        }

        return published;
    }

    /// <summary>The lists of the year; around New Year of both, for what went out before midnight stands in the old one.</summary>
    private async Task FinishAsync(string agency, CancellationToken cancellation)
    {
        foreach (var year in new[] { business.Today.Year, business.Today.AddDays(-1).Year }.Distinct())
        {
            await publishing.FinishManyAsync(agency, year, cancellation);
        }
    }

    /// <summary>The record after the next step, or null when nothing is to be done today.</summary>
    private async Task<QuarterRecord?> NextAsync(QuarterRecord record, Period quarter, Actor by, CancellationToken cancellation)
    {
        if (!IsOver(quarter))
        {
            return null;
        }

        if (record.PublishedAt is null)
        {
            var published = await PublishWaitingAsync(record.Agency, by, cancellation);
            if (published == 0)
            {
                // A run that died after its last item left the lists to this one.
                await FinishAsync(record.Agency, cancellation);
            }

            return record with { Published = record.Published + published, PublishedAt = business.Now };
        }

        var view = await board.ReadAsync(record.Agency, quarter, cancellation);
        if (record.SheetsAt is null || !string.Equals(record.SheetsKey, QuarterSheetsKey.Of(view.Rows), StringComparison.Ordinal))
        {
            var made = await sheets.MakeAsync(view, cancellation);
            return record with { Sheets = made, SheetsAt = business.Now, SheetsKey = QuarterSheetsKey.Of(view.Rows) };
        }

        if (record.ToldAt is null)
        {
            await notices.TellClosingAsync(view, cancellation);
            return record with { ToldAt = business.Now };
        }

        if (record.ClosedAt is null)
        {
            return record with { ClosedAt = business.Now, ClosedBy = by.Account };
        }

        if (record.FrozenAt is null && MayFreeze(record.Agency, quarter))
        {
            return Frozen(record, view, by);
        }

        if (record.FrozenAt is not null && record.MarkedAt is null)
        {
            await MarkAsync(record, view, by, cancellation);
            return record with { MarkedAt = business.Now };
        }

        return null;
    }

    private QuarterRecord Frozen(QuarterRecord record, QuarterView view, Actor by)
    {
        IReadOnlyList<CoverageLine> lines =
        [
            .. view.Duties.Select(d => new CoverageLine(
                d.Duty.Id, d.Duty.Entry, d.Duty.Office, d.Duty.Village, d.Duty.Period, d.State, d.Duty.DueOn, d.ItemId, d.MetOn)),
        ];
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(lines, DutyDocuments.Plain.IReadOnlyListCoverageLine)));
        return record with { Coverage = lines, CoverageHash = hash, FrozenAt = business.Now, FrozenBy = by.Account };
    }

    /// <summary>Marks what the freeze found overdue, whatever became of it since.</summary>
    private async Task MarkAsync(QuarterRecord record, QuarterView view, Actor by, CancellationToken cancellation)
    {
        var standings = view.Duties.ToDictionary(d => d.Duty.Id, StringComparer.Ordinal);
        foreach (var line in record.Coverage.Where(l => l.State == DutyState.Overdue))
        {
            if (!standings.TryGetValue(line.Id, out var standing) || !DutyId.TryParse(line.Id, out var id))
            {
                continue;
            }

            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var kept = await book.RecordAsync(id, cancellation);
                if (DutyCommands.MarkOverdue(standing with { Record = kept.Value }, contexts.For(by)) is not { } marked
                    || await book.SaveAsync(id, marked, kept.Fence, cancellation))
                {
                    break;
                }
            }
        }
    }
}
