using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Functions.UseCases.Privacy;
using Lianxin.Storage.Outbox;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// Carries a command through: load, let Core decide, commit in one transaction, hand out the messages.
/// A lost race is reloaded and decided again; a caller who named a version learns that it is stale.
/// </summary>
public sealed class ItemCommands(IRegister register, OutboxDispatcher outbox, ItemIdentities identities, CommandContexts contexts, FileReadings? files = null)
{
    private const int Attempts = 6;

    /// <summary>A new item. The receipt makes a repeated command answer as the first time.</summary>
    public async Task<CommandAnswer> CreateAsync(Actor by, ItemInput input, bool draft, CommandReceipt? receipt, CancellationToken cancellation)
    {
        var context = contexts.For(by);
        if (receipt is not null && await AcrossNewYearAsync(by.Agency, receipt, context.Today, cancellation) is { } earlier)
        {
            return await AgainAsync(earlier, receipt, cancellation);
        }

        context = await ReadAsync(context, input.Attachments ?? [], context.Catalogue.Entry(input.Entry ?? "")?.MaskProfile, cancellation);
        var identity = identities.New(by.Agency, context.Today.Year);
        var decision = Submission.Create(input, identity, context, draft);
        if (!decision.Accepted)
        {
            return CommandAnswer.Refused(decision.Refusal);
        }

        // The number is drawn only for what is accepted.
        var number = await register.NextIndexNumberAsync(by.Agency, identity.Year, cancellation);
        var change = decision.Value with { After = decision.Value.After with { IndexNumber = number } };
        var commit = new RegisterCommit(null, change.After, change.Events, change.Messages, receipt is null ? null : receipt with { ItemId = identity.Id });
        var outcome = await register.CommitAsync(commit, cancellation);
        switch (outcome)
        {
            case CommitOutcome.Committed committed:
                await outbox.DispatchAsync(commit, committed, cancellation);
                return CommandAnswer.Done(committed.Stored.Item);
            case CommitOutcome.Repeated repeated:
                return await AgainAsync(repeated.First, receipt!, cancellation);
            default:
                throw new StorageUnavailableException("A new item could not be written under a fresh id.");
        }
    }

    /// <summary>
    /// The answer of an earlier command under the same receipt; null when there was none. For commands whose own checks would take the
    /// first one's traces for a contradiction.
    /// </summary>
    public async Task<CommandAnswer?> RepeatedAsync(Actor by, CommandReceipt receipt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(receipt);
        var today = contexts.For(by).Today;
        var earlier = await register.FindReceiptAsync(by.Agency, today.Year, receipt.KeyHash, cancellation) is { } first && !IsOutdated(first, receipt)
            ? first
            : await AcrossNewYearAsync(by.Agency, receipt, today, cancellation);
        return earlier is null ? null : await AgainAsync(earlier, receipt, cancellation);
    }

    /// <summary>
    /// A receipt lies in the register of the year in which the command first came. Whoever repeats in January what was sent before midnight
    /// on New Year's Eve finds it there; older repetitions are beyond any client's retries.
    /// </summary>
    private async Task<CommandReceipt?> AcrossNewYearAsync(string agency, CommandReceipt receipt, DateOnly today, CancellationToken cancellation) =>
        today.Month == 1
        && await register.FindReceiptAsync(agency, today.Year - 1, receipt.KeyHash, cancellation) is { } earlier
        && !IsOutdated(earlier, receipt)
            ? earlier
            : null;

    private static bool IsOutdated(CommandReceipt earlier, CommandReceipt now) => now.ReplaceOlderThan is { } limit && earlier.At < limit;

    /// <summary>The first answer again, or the refusal of another body under the same key.</summary>
    private async Task<CommandAnswer> AgainAsync(CommandReceipt first, CommandReceipt now, CancellationToken cancellation)
    {
        if (!string.Equals(first.BodyHash, now.BodyHash, StringComparison.Ordinal))
        {
            return CommandAnswer.Refused(new Refusal(RefusalKind.Mismatch, "idempotency-mismatch", "同一个幂等键已用于另一份内容。"));
        }

        return await register.FindAsync(first.ItemId, cancellation) is { } stored ? new CommandAnswer(stored.Item, null, Repeated: true) : CommandAnswer.Unknown;
    }

    /// <summary>A step of an item that is there.</summary>
    /// <param name="uploaded">Files that came with the step, already stored.</param>
    /// <param name="seen">Whether a revision is the one the caller saw (<c>If-Match</c>); null where none is needed.</param>
    public async Task<CommandAnswer> StepAsync(
        Actor by, string id, Func<long, bool>? seen, Func<Item, CommandContext, Decision<ItemChange>> decide, CancellationToken cancellation, IReadOnlyList<Attachment>? uploaded = null)
    {
        ArgumentNullException.ThrowIfNull(decide);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await register.FindAsync(id, cancellation);
            if (stored is null || Visibility.Of(stored.Item, by) != View.Full)
            {
                return CommandAnswer.Unknown;
            }

            if (seen is not null && !seen(stored.Item.EventCount))
            {
                return CommandAnswer.Stale;
            }

            var context = await ReadAsync(contexts.For(by), [.. stored.Item.Content.Attachments, .. uploaded ?? []], stored.Item.MaskProfile, cancellation);
            var decision = decide(stored.Item, context);
            if (!decision.Accepted)
            {
                return CommandAnswer.Refused(decision.Refusal);
            }

            var change = decision.Value;
            var commit = new RegisterCommit(stored, change.After, change.Events, change.Messages);
            if (await register.CommitAsync(commit, cancellation) is CommitOutcome.Committed committed)
            {
                await outbox.DispatchAsync(commit, committed, cancellation);
                return CommandAnswer.Done(committed.Stored.Item);
            }
        }

        return CommandAnswer.Stale;
    }

    /// <summary>A decision looks at what is in the files; without a reader they stay in the house.</summary>
    private async Task<CommandContext> ReadAsync(CommandContext context, IReadOnlyList<Attachment> attachments, string? maskProfile, CancellationToken cancellation) =>
        files is null || attachments.Count == 0 ? context : context with { Readings = await files.OfAsync(attachments, maskProfile ?? "none", cancellation) };
}
