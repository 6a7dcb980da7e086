using System.Text.Json;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Core.Ledgers;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>A document of the duties' ledger with its fence; a null fence means that it is not written yet.</summary>
public sealed record Kept<T>(T Value, string? Fence);

/// <summary>
/// The duties' ledger: <c>duty-{quarter}-{id}</c> what people wrote beside a duty, <c>quarter-{quarter}</c> what the runs have done; <see cref="PostingBook"/> keeps its records beside them.
/// Everything of a quarter lies in the partition of the quarter's year.
/// </summary>
public sealed class DutyBook(ILedgers ledgers)
{
    private const int PageSize = 1000;

    /// <summary>Waivers, orders and marks of a quarter's duties by duty id.</summary>
    public async Task<IReadOnlyDictionary<string, DutyRecord>> RecordsAsync(string agency, Period quarter, CancellationToken cancellation)
    {
        var prefix = $"duty-{quarter}-";
        var records = new Dictionary<string, DutyRecord>(StringComparer.Ordinal);
        await foreach (var row in ledgers.Duties.RangeAsync(agency, quarter.Year, prefix, LedgerKeys.After(prefix), PageSize, cancellation))
        {
            var record = JsonSerializer.Deserialize(row.Text, DutyDocuments.Plain.DutyRecord)!;
            records[record.Id] = record;
        }

        return records;
    }

    public async Task<Kept<DutyRecord>> RecordAsync(DutyId id, CancellationToken cancellation) =>
        await ledgers.Duties.FindAsync(id.Agency, id.Quarter.Year, KeyOf(id), cancellation) is { } row
            ? new(JsonSerializer.Deserialize(row.Text, DutyDocuments.Plain.DutyRecord)!, row.Fence)
            : new(DutyRecord.New(id.ToString()), null);

    /// <summary>False when somebody else was faster.</summary>
    public Task<bool> SaveAsync(DutyId id, DutyRecord record, string? fence, CancellationToken cancellation) => CommitAsync(
        id.Agency, id.Quarter.Year, LedgerChange.Save(KeyOf(id), JsonSerializer.Serialize(record, DutyDocuments.Plain.DutyRecord), fence), cancellation);

    public async Task<Kept<QuarterRecord>> QuarterAsync(string agency, Period quarter, CancellationToken cancellation) =>
        await ledgers.Duties.FindAsync(agency, quarter.Year, KeyOf(quarter), cancellation) is { } row
            ? new(JsonSerializer.Deserialize(row.Text, DutyDocuments.Plain.QuarterRecord)!, row.Fence)
            : new(new QuarterRecord(agency, quarter.ToString()), null);

    /// <summary>The record under its new fence, or null when somebody else was faster.</summary>
    public async Task<Kept<QuarterRecord>?> SaveAsync(QuarterRecord record, string? fence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(record);
        _ = Period.TryParse(record.Quarter, out var quarter);
        var change = LedgerChange.Save(KeyOf(quarter), JsonSerializer.Serialize(record, DutyDocuments.Plain.QuarterRecord), fence);
        return await ledgers.Duties.CommitAsync(new LedgerCommit(record.Agency, quarter.Year, [change], []), cancellation) is LedgerOutcome.Committed committed
            ? new(record, committed.Fence)
            : null;
    }

    /// <summary>What the runs of a year have done, by quarter; quarters without a run are not in it.</summary>
    public async Task<IReadOnlyDictionary<string, QuarterRecord>> QuartersAsync(string agency, int year, CancellationToken cancellation)
    {
        const string prefix = "quarter-";
        var records = new Dictionary<string, QuarterRecord>(StringComparer.Ordinal);
        await foreach (var row in ledgers.Duties.RangeAsync(agency, year, prefix, LedgerKeys.After(prefix), PageSize, cancellation))
        {
            var record = JsonSerializer.Deserialize(row.Text, DutyDocuments.Plain.QuarterRecord)!;
            records[record.Quarter] = record;
        }

        return records;
    }

    private async Task<bool> CommitAsync(string agency, int year, LedgerChange change, CancellationToken cancellation) =>
        await ledgers.Duties.CommitAsync(new LedgerCommit(agency, year, [change], []), cancellation) is LedgerOutcome.Committed;

    private static string KeyOf(DutyId id) => $"duty-{id.Quarter}-{id}";

    private static string KeyOf(Period quarter) => $"quarter-{quarter}";
}
