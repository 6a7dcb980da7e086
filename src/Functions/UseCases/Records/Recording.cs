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
        var entry = new RecordEntry(by.Agency, by.Office, by.Account, business.Now, business.Today);
        var judged = RecordEntering.Judge(kinds, input, entry);
        if (!judged.Accepted)
        {
            return new RecordAnswer(null, false, judged.Refusal);
        }

        var (year, kind, number) = (judged.Value.On.Year, judged.Value.Kind, judged.Value.Number);
        if (post is { } once && await book.FindPostedAsync(by.Agency, year, once.KeyHash, cancellation) is { } first)
        {
            return string.Equals(first.BodyHash, once.BodyHash, StringComparison.Ordinal)
                ? new RecordAnswer(await book.FindVersionAsync(first.Id, cancellation), false, null)
                : new RecordAnswer(null, false, OtherBody);
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await book.FindAsync(by.Agency, year, kind, number, cancellation);
            var decision = RecordEntering.Enter(kinds, input, stored?.Record, entry);
            if (!decision.Accepted)
            {
                return new RecordAnswer(null, false, decision.Refusal);
            }

            if (stored is not null && ReferenceEquals(decision.Value, stored.Record))
            {
                return new RecordAnswer(decision.Value, false, null);
            }

            (string, PostedOnce)? receipt = post is { } key ? (key.KeyHash, new PostedOnce(decision.Value.Id, key.BodyHash, machine.GetUtcNow())) : null;
            if (await book.CommitAsync(by.Agency, stored, decision.Value, receipt, cancellation) is LedgerOutcome.Committed)
            {
                return new RecordAnswer(decision.Value, true, null);
            }
        }

        throw new StorageUnavailableException("A record lost every race.");
    }
}
