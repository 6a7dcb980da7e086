using System.Globalization;
using System.Text.Json;
using Lianxin.Core.Calendar;
using Lianxin.Core.Cases;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;
using Lianxin.Storage.Outbox;

namespace Lianxin.Functions.UseCases;

public sealed record StoredCase(LianxinCase Case, string Fence);

/// <summary>The 连心 register: its documents under their keys, with index rows that lists, sheets and the sweep read.</summary>
public sealed class CaseBook(ILedgers ledgers, OutboxDispatcher outbox)
{
    /// <summary>Before the id, the key of a case itself.</summary>
    internal const string CasePrefix = "case-";
    private const string Questions = "ask-";

    internal ILedger Ledger => ledgers.Cases;

    public async Task<StoredCase?> FindAsync(string id, CancellationToken cancellation)
    {
        if (LedgerId.TryParse(id) is not { } parsed || await Ledger.FindAsync(parsed.Agency, parsed.Year, "case-" + id, cancellation) is not { } row)
        {
            return null;
        }

        return new StoredCase(LedgerText.Read(row, LedgerText.Plain.LianxinCase), row.Fence);
    }

    /// <param name="month">Month of registration; null for all.</param>
    /// <param name="office">Only this office's; the month and the status of it are then compared row by row on the page.</param>
    /// <exception cref="InvalidContinuationException">The continuation is none of this list.</exception>
    public Task<LedgerPage<CaseRow>> ListAsync(
        string agency, CaseStatus? status, Period? month, string? office, int top, string? continuation, CancellationToken cancellation)
    {
        var prefix = office is not null ? OfficePrefix(office, status)
            : month is { } m ? MonthPrefix(m.ToString(), status)
            : StatusPrefix(status);
        return LedgerPages.ReadAsync(Ledger, agency, prefix, top, continuation, LedgerText.Plain.CaseRow, cancellation);
    }

    /// <summary>Every row of the agency, for figures and sheets.</summary>
    public async Task<IReadOnlyList<CaseRow>> RowsAsync(string agency, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var years = (await Ledger.YearsAsync(agency, cancellation)).Where(y => y >= from.Year && y <= to.Year);
        return await LedgerPages.AllAsync(Ledger, agency, years, StatusPrefix(null), LedgerText.Plain.CaseRow, cancellation).ToListAsync(cancellation);
    }

    /// <summary>The wall sheet of each group for a month (S25): a sheet for every group, also for one that asked for nothing.</summary>
    public async Task<IReadOnlyList<WallSheet>> WallSheetsAsync(string agency, Period month, DisclosureCatalogue catalogue, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        // A case lies in the year in which its feedback came; it may be open for years.
        var rows = await RowsAsync(agency, DateOnly.MinValue, month.Last, cancellation);
        return [.. catalogue.Groups.Select(g => WallSheet.Of(month, g, rows, catalogue))];
    }

    /// <summary>Ids of cases whose question is due on or before a day.</summary>
    public async IAsyncEnumerable<string> DueQuestionsAsync(
        string agency, DateOnly day, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var year in await Ledger.YearsAsync(agency, cancellation))
        {
            await foreach (var row in Ledger.RangeAsync(agency, year, Questions, LedgerKeys.After($"{Questions}{Day(day)}."), 1000, cancellation))
            {
                yield return row.Key[(Questions.Length + "yyyy-MM-dd.".Length)..];
            }
        }
    }

    /// <summary>Kind of the message on queue <c>publication</c> that brings the public pages into line; its subject is <c>{agency}/{month of registration}</c>.</summary>
    public const string RefreshPages = "refresh-cases";

    internal async Task<LedgerOutcome> CommitAsync(StoredCase? before, LianxinCase after, CancellationToken cancellation)
    {
        var row = JsonSerializer.Serialize(CaseRow.Of(after), LedgerText.Plain.CaseRow);
        var indexes = Indexes(after).ToList();
        var changes = new List<LedgerChange>
        {
            LedgerChange.Save("case-" + after.Id, JsonSerializer.Serialize(after, LedgerText.Plain.LianxinCase), before?.Fence),
        };
        changes.AddRange(indexes.Select(key => LedgerChange.Put(key, row)));
        if (before is not null)
        {
            changes.AddRange(Indexes(before.Case).Except(indexes, StringComparer.Ordinal).Select(LedgerChange.Delete));
        }

        OutboxMessage[] messages = [new("publication", RefreshPages, $"{after.Agency}/{Period.Containing(PeriodKind.Month, after.RegisteredOn)}", 1)];
        var outcome = await Ledger.CommitAsync(new LedgerCommit(after.Agency, after.Year, changes, messages), cancellation);
        if (outcome is LedgerOutcome.Committed committed)
        {
            await outbox.DispatchAsync(Ledger, messages, committed.OutboxKeys, cancellation);
        }

        return outcome;
    }

    private static IEnumerable<string> Indexes(LianxinCase present)
    {
        yield return StatusPrefix(present.Status) + present.Id;
        yield return MonthPrefix(Period.Containing(PeriodKind.Month, present.RegisteredOn).ToString(), present.Status) + present.Id;
        yield return OfficePrefix(present.Office, present.Status) + present.Id;
        if (present is { IsClosed: true, FollowUp: { AskedAt: null } followUp })
        {
            yield return $"{Questions}{Day(followUp.AskOn)}.{present.Id}";
        }
    }

    private static string StatusPrefix(CaseStatus? status) => status is { } s ? $"state-{Word(s)}-" : "state-";

    private static string MonthPrefix(string month, CaseStatus? status) => status is { } s ? $"month-{month}.{Word(s)}-" : $"month-{month}.";

    private static string OfficePrefix(string office, CaseStatus? status) => status is { } s ? $"desk-{office}.{Word(s)}-" : $"desk-{office}.";

    // Without a hyphen, so that no status is the beginning of another's range.
    private static string Word(CaseStatus status) => Core.Names.Of(status).Replace("-", "", StringComparison.Ordinal);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
