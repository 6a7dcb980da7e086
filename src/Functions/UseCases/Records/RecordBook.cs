using System.Runtime.CompilerServices;
using System.Text.Json;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;
using Lianxin.Core.Reports.Records;

namespace Lianxin.Functions.UseCases;

/// <summary>The version of a record that counts, with the fence of its row.</summary>
public sealed record StoredRecord(DatedRecord Record, string Fence);

/// <summary>
/// Dated records 登记 under their keys, in the partition of the year in which they happened or began. What may stand open for years lies
/// apart from what happens on a day, so that a later report reads only the former of the years before.
/// </summary>
public sealed class RecordBook(ILedgers ledgers, RecordKinds kinds)
{
    private const string All = "record.";
    private const string Lasting = All + "lasting.";
    private const string Single = All + "single.";
    private const string Earlier = "version.";
    private const string OncePrefix = "once.";
    private const string KeyPrefix = "key.";

    /// <summary>Whatever year a record is of, the keys of its callers lie in one partition: else a key could be used once in every year.</summary>
    private const int YearOfKeys = 2008;

    private ILedger Ledger => ledgers.Records;

    public async Task<StoredRecord?> FindAsync(string agency, int year, string kind, string number, CancellationToken cancellation) =>
        await Ledger.FindAsync(agency, year, Key(kind, number), cancellation) is { } row
            ? new StoredRecord(LedgerText.Read(row, LedgerText.Plain.DatedRecord), row.Fence)
            : null;

    /// <summary>A version by its id, also one that was corrected since; null when there is none.</summary>
    public async Task<DatedRecord?> FindVersionAsync(string id, CancellationToken cancellation) =>
        LedgerId.TryParse(id) is { } parsed && await Ledger.FindAsync(parsed.Agency, parsed.Year, Earlier + id, cancellation) is { } row
            ? LedgerText.Read(row, LedgerText.Plain.DatedRecord)
            : null;

    /// <param name="kind">Key of a kind; null for all.</param>
    /// <exception cref="InvalidContinuationException">The continuation is none of this list.</exception>
    public Task<LedgerPage<DatedRecord>> ListAsync(string agency, int year, string? kind, int top, string? continuation, CancellationToken cancellation) =>
        LedgerPages.ReadAsync(
            Ledger, agency, kind is null ? All : Prefix(kind), top, continuation, LedgerText.Plain.DatedRecord, cancellation, within: [year]);

    /// <summary>Everything that a report of the year may count: the year's records, and of the years before what may still have stood open.</summary>
    public async IAsyncEnumerable<DatedRecord> UntilAsync(string agency, int year, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var each in (await Ledger.YearsAsync(agency, cancellation)).Where(y => y <= year))
        {
            await foreach (var record in LedgerPages.AllAsync(
                Ledger, agency, [each], each == year ? All : Lasting, LedgerText.Plain.DatedRecord, cancellation))
            {
                yield return record;
            }
        }
    }

    /// <summary>Every record of every year.</summary>
    public async IAsyncEnumerable<DatedRecord> AllAsync(string agency, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var years = await Ledger.YearsAsync(agency, cancellation);
        await foreach (var record in LedgerPages.AllAsync(Ledger, agency, years, All, LedgerText.Plain.DatedRecord, cancellation))
        {
            yield return record;
        }
    }

    /// <summary>Every record of a kind that began in the year, voided ones among them.</summary>
    public IAsyncEnumerable<DatedRecord> OfYearAsync(string agency, int year, string kind, CancellationToken cancellation) =>
        LedgerPages.AllAsync(Ledger, agency, [year], Prefix(kind), LedgerText.Plain.DatedRecord, cancellation);

    internal async Task<PostedOnce?> FindPostedAsync(string agency, int year, string keyHash, CancellationToken cancellation) =>
        await Ledger.FindAsync(agency, year, OncePrefix + keyHash, cancellation) is { } row ? LedgerText.Read(row, LedgerText.Plain.PostedOnce) : null;

    /// <summary>
    /// Takes a caller's key for a body, before the first row is written. False when it was taken for another body; taking it again for the same
    /// one is no matter, since the record itself is entered only once.
    /// </summary>
    internal async Task<bool> TakeKeyAsync(string agency, (string KeyHash, string BodyHash) post, DateTimeOffset now, CancellationToken cancellation)
    {
        var key = KeyPrefix + post.KeyHash;
        for (; ; )
        {
            if (await Ledger.FindAsync(agency, YearOfKeys, key, cancellation) is { } row)
            {
                return string.Equals(LedgerText.Read(row, LedgerText.Plain.PostedOnce).BodyHash, post.BodyHash, StringComparison.Ordinal);
            }

            var taken = LedgerChange.Save(key, JsonSerializer.Serialize(new PostedOnce("", post.BodyHash, now), LedgerText.Plain.PostedOnce), null);
            if (await Ledger.CommitAsync(new LedgerCommit(agency, YearOfKeys, [taken], []), cancellation) is LedgerOutcome.Committed)
            {
                return true;
            }
        }
    }

    /// <summary>Writes the version that counts from now on, and keeps each version under its own id.</summary>
    internal Task<LedgerOutcome> CommitAsync(string agency, StoredRecord? before, DatedRecord after, (string KeyHash, PostedOnce Post)? once, CancellationToken cancellation) =>
        Ledger.CommitAsync(new LedgerCommit(agency, after.On.Year, [.. Changes(before, after), .. Once(once)], []), cancellation);

    /// <summary>Both parts of a move within one year: one transaction.</summary>
    internal Task<LedgerOutcome> CommitAsync(
        string agency, (StoredRecord? Before, DatedRecord After) entered, (StoredRecord Before, DatedRecord After) voided, (string KeyHash, PostedOnce Post)? once, CancellationToken cancellation) =>
        Ledger.CommitAsync(
            new LedgerCommit(
                agency, entered.After.On.Year, [.. Changes(entered.Before, entered.After), .. Changes(voided.Before, voided.After), .. Once(once)], []),
            cancellation);

    private IEnumerable<LedgerChange> Changes(StoredRecord? before, DatedRecord after)
    {
        var text = JsonSerializer.Serialize(after, LedgerText.Plain.DatedRecord);
        return [LedgerChange.Save(Key(after.Kind, after.Number), text, before?.Fence), LedgerChange.Put(Earlier + after.Id, text)];
    }

    private static IEnumerable<LedgerChange> Once((string KeyHash, PostedOnce Post)? once) =>
        once is { } posted ? [LedgerChange.Put(OncePrefix + posted.KeyHash, JsonSerializer.Serialize(posted.Post, LedgerText.Plain.PostedOnce))] : [];

    private string Prefix(string kind) => $"{(kinds.Find(kind) is { Lasts: true } ? Lasting : Single)}{kind}.";

    private string Key(string kind, string number) => Prefix(kind) + RecordNames.Mark(number);
}
