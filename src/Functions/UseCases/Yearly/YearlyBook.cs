using System.Text.Json;
using Lianxin.Core.Ledgers;
using Lianxin.Core.Reports.Yearly;

namespace Lianxin.Functions.UseCases.Yearly;

/// <summary>What the offices were told last about a report: a fingerprint of what they owed, by office.</summary>
internal sealed record YearlyTold(IReadOnlyDictionary<string, string> Offices);

internal sealed record StoredStatement(NilStatement Statement, string Fence);

/// <summary>
/// The yearly run's rows in the records' ledger, in the partition of the year that is reported on: <c>none.{kind}.{office}</c> statements that
/// there were no records, <c>told</c> what was told.
/// </summary>
public sealed class YearlyBook(ILedgers ledgers)
{
    private const string Statements = "none.";
    private const string ToldKey = "told";

    public async Task<IReadOnlyList<NilStatement>> StatementsAsync(string agency, int year, CancellationToken cancellation) =>
        await LedgerPages.AllAsync(ledgers.Records, agency, [year], Statements, LedgerText.Plain.NilStatement, cancellation).ToListAsync(cancellation);

    internal async Task<StoredStatement?> FindAsync(string agency, int year, string kind, string office, CancellationToken cancellation) =>
        await ledgers.Records.FindAsync(agency, year, Key(kind, office), cancellation) is { } row
            ? new StoredStatement(LedgerText.Read(row, LedgerText.Plain.NilStatement), row.Fence)
            : null;

    /// <summary>False when somebody else was faster.</summary>
    internal Task<bool> SaveAsync(NilStatement statement, string? fence, CancellationToken cancellation) => CommitAsync(
        statement.Agency,
        statement.Year,
        LedgerChange.Save(Key(statement.Kind, statement.Office), JsonSerializer.Serialize(statement, LedgerText.Plain.NilStatement), fence),
        cancellation);

    internal async Task<YearlyTold> ToldAsync(string agency, int year, CancellationToken cancellation) =>
        await ledgers.Records.FindAsync(agency, year, ToldKey, cancellation) is { } row
            ? LedgerText.Read(row, LedgerText.Plain.YearlyTold)
            : new YearlyTold(new Dictionary<string, string>(StringComparer.Ordinal));

    internal Task SaveAsync(string agency, int year, YearlyTold told, CancellationToken cancellation) =>
        CommitAsync(agency, year, LedgerChange.Put(ToldKey, JsonSerializer.Serialize(told, LedgerText.Plain.YearlyTold)), cancellation);

    private async Task<bool> CommitAsync(string agency, int year, LedgerChange change, CancellationToken cancellation) =>
        await ledgers.Records.CommitAsync(new LedgerCommit(agency, year, [change], []), cancellation) is LedgerOutcome.Committed;

    private static string Key(string kind, string office) => $"{Statements}{kind}.{office}";
}
