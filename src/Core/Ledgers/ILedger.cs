using Lianxin.Core.Items;

namespace Lianxin.Core.Ledgers;

/// <summary>A document of a ledger: JSON under a key, with the fence that its next change must bring.</summary>
public sealed record LedgerRow(string Key, string Text, string Fence);

/// <summary>What a commit does with one row.</summary>
public enum LedgerChangeKind
{
    /// <summary>Writes a row that must not be there yet.</summary>
    Add,

    /// <summary>Writes over the row of <see cref="LedgerChange.Fence"/>.</summary>
    Replace,

    /// <summary>Writes whatever was there: for index rows, which follow from the aggregate whose fence guards them.</summary>
    Put,

    /// <summary>Takes a row out; one that is gone is no error.</summary>
    Delete,
}

/// <param name="Text">The document as JSON; empty for <see cref="LedgerChangeKind.Delete"/>.</param>
public sealed record LedgerChange(LedgerChangeKind Kind, string Key, string Text = "", string? Fence = null)
{
    /// <summary>Adds without a fence, replaces with one.</summary>
    public static LedgerChange Save(string key, string text, string? fence) =>
        fence is null ? new(LedgerChangeKind.Add, key, text) : new(LedgerChangeKind.Replace, key, text, fence);

    public static LedgerChange Put(string key, string text) => new(LedgerChangeKind.Put, key, text);

    public static LedgerChange Delete(string key) => new(LedgerChangeKind.Delete, key);
}

/// <summary>One command, one transaction: at most 100 changes and messages together, the aggregate's own row first.</summary>
/// <param name="Year">The year whose partition everything lies in, in China Standard Time.</param>
public sealed record LedgerCommit(string Agency, int Year, IReadOnlyList<LedgerChange> Changes, IReadOnlyList<OutboxMessage> Messages);

/// <summary>What became of a commit.</summary>
public abstract record LedgerOutcome
{
    private LedgerOutcome()
    {
    }

    /// <summary>Durable. <paramref name="Fence"/> is that of the first change.</summary>
    public sealed record Committed(string Fence, IReadOnlyList<OutboxKey> OutboxKeys) : LedgerOutcome;

    /// <summary>A row that was to be new is there, or one was changed by somebody else: reload and decide again.</summary>
    public sealed record LostRace : LedgerOutcome;
}

/// <summary>
/// A book beside the register (duties, feedback, cases, deliveries): aggregates of their own in a table of their own, one partition per
/// agency and year, so that a flood of feedback never crowds the register (architecture.md, Storage). It stores documents under keys;
/// what the documents mean, the part of the house that keeps the book knows.
/// Throws <see cref="StorageUnavailableException"/> when storage is away; never another storage exception.
/// </summary>
public interface ILedger : IOutbox
{
    /// <summary>Null when there is none; also for keys that could never be one.</summary>
    Task<LedgerRow?> FindAsync(string agency, int year, string key, CancellationToken cancellation);

    /// <summary>Rows from <paramref name="from"/> (included) to <paramref name="end"/> (excluded) in the order of their keys.</summary>
    /// <param name="pageSize">Rows of one answer of storage: a caller who wants 50 asks for 51 and stops.</param>
    IAsyncEnumerable<LedgerRow> RangeAsync(string agency, int year, string from, string end, int pageSize, CancellationToken cancellation);

    Task<LedgerOutcome> CommitAsync(LedgerCommit commit, CancellationToken cancellation);

    /// <summary>Years that the agency's book has, newest first.</summary>
    Task<IReadOnlyList<int>> YearsAsync(string agency, CancellationToken cancellation);
}
