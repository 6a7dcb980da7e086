using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;
using Lianxin.Core.Reports.Records;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases;

/// <summary>What became of an entry.</summary>
/// <param name="IsNew">False where the same was there already.</param>
public sealed record RecordAnswer(DatedRecord? Record, bool IsNew, Refusal? Refusal);

/// <summary>Enters dated records and corrects them: load, let Core decide, commit; a lost race is loaded and decided again.</summary>
public sealed class Recording(RecordBook book, RecordKinds kinds, BusinessClock business, TimeProvider machine)
{
    private const int Attempts = 8;

    private static Refusal OtherBody { get; } =
        new(RefusalKind.Mismatch, "idempotency-mismatch", "同一个 Idempotency-Key 已用于另一条内容不同的记录。");

    public RecordKinds Kinds => kinds;

    /// <param name="post">Hash of the caller's idempotency key and of the body; null without one.</param>
    public async Task<RecordAnswer> EnterAsync(Actor by, RecordInput input, (string KeyHash, string BodyHash)? post, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(input);
        var entry = EntryOf(by);
        var judged = RecordEntering.Judge(kinds, input, entry);
        if (!judged.Accepted)
        {
            return new RecordAnswer(null, false, judged.Refusal);
        }

        if (post is { } once && await book.FindPostedAsync(by.Agency, judged.Value.On.Year, once.KeyHash, cancellation) is { } first)
        {
            return string.Equals(first.BodyHash, once.BodyHash, StringComparison.Ordinal)
                ? new RecordAnswer(await book.FindVersionAsync(first.Id, cancellation), false, null)
                : new RecordAnswer(null, false, OtherBody);
        }

        var named = input.Replaces is { } id && LedgerId.TryParse(id)?.Agency == by.Agency ? await book.FindVersionAsync(id, cancellation) : null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var answer = named is not null && IsAnother(named, judged.Value)
                ? await MoveAsync(input, named, judged.Value, entry, post, cancellation)
                : await EnterAsync(input, judged.Value, entry, post, cancellation);
            if (answer is not null)
            {
                return answer;
            }
        }

        throw new StorageUnavailableException("A record lost every race.");
    }

    /// <summary>
    /// Ends moves between years that died in the middle, whichever years those are: the record stands in its right year, and the wrong one is
    /// voided now. Until then both were counted.
    /// </summary>
    public async Task FinishMovesAsync(Actor by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        var moved = await book.AllAsync(by.Agency, cancellation)
            .Where(r => !r.IsVoid && r.Replaces is { } id && LedgerId.TryParse(id)?.Year != r.On.Year)
            .ToListAsync(cancellation);
        foreach (var entered in moved)
        {
            if (await book.FindVersionAsync(entered.Replaces!, cancellation) is { } named
                && await book.FindAsync(by.Agency, named.On.Year, named.Kind, named.Number, cancellation) is { Record.IsVoid: false } wrong
                && wrong.Record.Id == named.Id)
            {
                await book.CommitAsync(by.Agency, wrong, RecordMoving.Voided(wrong.Record, entered, EntryOf(by)), null, cancellation);
            }
        }
    }

    /// <summary>Null when the race was lost.</summary>
    private async Task<RecordAnswer?> EnterAsync(
        RecordInput input, DatedRecord judged, RecordEntry entry, (string KeyHash, string BodyHash)? post, CancellationToken cancellation)
    {
        var stored = await book.FindAsync(entry.Agency, judged.On.Year, judged.Kind, judged.Number, cancellation);
        var decision = RecordEntering.Enter(kinds, input, stored?.Record, entry);
        if (!decision.Accepted)
        {
            return new RecordAnswer(null, false, decision.Refusal);
        }

        if (stored is not null && ReferenceEquals(decision.Value, stored.Record))
        {
            return new RecordAnswer(decision.Value, false, null);
        }

        if (await RefusedKeyAsync(entry.Agency, post, cancellation) is { } taken)
        {
            return taken;
        }

        return await book.CommitAsync(entry.Agency, stored, decision.Value, ReceiptOf(post, decision.Value), cancellation) is LedgerOutcome.Committed
            ? new RecordAnswer(decision.Value, true, null)
            : null;
    }

    /// <summary>
    /// Within a year one transaction. Between two years, which no transaction spans, the right record is written first and the wrong one voided
    /// after it: a death between the two leaves one too many, never none, and <see cref="FinishMovesAsync"/> or the same command again ends it.
    /// </summary>
    private async Task<RecordAnswer?> MoveAsync(
        RecordInput input, DatedRecord named, DatedRecord judged, RecordEntry entry, (string KeyHash, string BodyHash)? post, CancellationToken cancellation)
    {
        var present = await book.FindAsync(entry.Agency, named.On.Year, named.Kind, named.Number, cancellation)
            ?? throw new InvalidOperationException($"Version {named.Id} is kept, its record is not.");
        var there = await book.FindAsync(entry.Agency, judged.On.Year, judged.Kind, judged.Number, cancellation);
        var decision = RecordMoving.Move(kinds, input, named, present.Record, there?.Record, entry);
        if (!decision.Accepted)
        {
            return new RecordAnswer(null, false, decision.Refusal);
        }

        var (entered, voided) = decision.Value;
        var isThere = ReferenceEquals(entered, there?.Record);
        if (isThere && ReferenceEquals(voided, present.Record))
        {
            return new RecordAnswer(entered, false, null);
        }

        if (await RefusedKeyAsync(entry.Agency, post, cancellation) is { } taken)
        {
            return taken;
        }

        var receipt = ReceiptOf(post, entered);
        if (named.On.Year == entered.On.Year)
        {
            return await book.CommitAsync(entry.Agency, (there, entered), (present, voided), receipt, cancellation) is LedgerOutcome.Committed
                ? new RecordAnswer(entered, true, null)
                : null;
        }

        return (isThere || await book.CommitAsync(entry.Agency, there, entered, receipt, cancellation) is LedgerOutcome.Committed)
            && await book.CommitAsync(entry.Agency, present, voided, null, cancellation) is LedgerOutcome.Committed
                ? new RecordAnswer(entered, true, null)
                : null;
    }

    private static bool IsAnother(DatedRecord named, DatedRecord judged) =>
        named.On.Year != judged.On.Year || !string.Equals(named.Number, judged.Number, StringComparison.Ordinal) || !string.Equals(named.Kind, judged.Kind, StringComparison.Ordinal);

    private RecordEntry EntryOf(Actor by) => new(by.Agency, by.Office, by.Account, business.Now, business.Today);

    private async Task<RecordAnswer?> RefusedKeyAsync(string agency, (string KeyHash, string BodyHash)? post, CancellationToken cancellation) =>
        post is { } key && !await book.TakeKeyAsync(agency, key, machine.GetUtcNow(), cancellation) ? new RecordAnswer(null, false, OtherBody) : null;

    private (string, PostedOnce)? ReceiptOf((string KeyHash, string BodyHash)? post, DatedRecord record) =>
        post is { } key ? (key.KeyHash, new PostedOnce(record.Id, key.BodyHash, machine.GetUtcNow())) : null;
}
