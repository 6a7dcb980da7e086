using Azure.Data.Tables;
using Lianxin.Core.Audit;
using Lianxin.Core.Items;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Register;

/// <summary>
/// Writes a commit as one entity-group transaction. Only when that is refused does it read: what was there tells whether a rival, an
/// earlier repetition, or our own write with a lost answer is in the way.
/// </summary>
internal sealed class CommitWriter(TableAccess table, RegisterYears years, ItemBodies bodies, DocumentColumns documents, Ulid ulids)
{
    // One for the write, up to three for index rows that are gone, one for an outdated receipt, and some air for rivals over that receipt.
    private const int MaxTries = 8;

    // Well-formed, and older than any row: it matches nothing.
    private const string NoFence = "W/\"datetime'1601-01-01T00%3A00%3A00.0000000Z'\"";

    public async Task<CommitOutcome> WriteAsync(RegisterCommit commit, CancellationToken cancellation)
    {
        var plan = new CommitPlan(CommitCheck.Partition(commit), TableAccess.NewWriteId());
        await years.EnsureAsync(commit.After.Agency, commit.After.Year, cancellation);
        await PutItemAsync(plan, commit, cancellation);
        foreach (ItemEvent step in commit.Events)
        {
            var row = new TableEntity(plan.Partition, RegisterKeys.Event(step.ItemId, step.Number));
            await documents.WriteAsync(row, step, Json.Plain.ItemEvent, cancellation);
            plan.PutEvent(row);
        }

        plan.PutIndex(commit.Before?.Item, commit.After);
        IReadOnlyList<OutboxKey> outbox = plan.PutMessages(commit.Messages, ulids);
        if (commit.Receipt is { } receipt)
        {
            plan.PutReceipt(receipt);
        }

        for (int tries = 0; tries < MaxTries; tries++)
        {
            TransactionResult result = await table.SubmitAsync(plan.Actions, cancellation);
            if (result.Done)
            {
                return Committed(commit, result.Fence!, outbox);
            }

            if (await ExplainAsync(commit, plan, outbox, result.FailedAt ?? 0, cancellation) is { } outcome)
            {
                return outcome;
            }
        }

        return new CommitOutcome.LostRace();
    }

    private static CommitOutcome.Committed Committed(RegisterCommit commit, string fence, IReadOnlyList<OutboxKey> outbox) =>
        new(new StoredItem(commit.After, fence), outbox);

    private async Task PutItemAsync(CommitPlan plan, RegisterCommit commit, CancellationToken cancellation)
    {
        var row = new TableEntity(plan.Partition, RegisterKeys.Item(commit.After.Id));
        Item inRow = await bodies.SealAsync(row, commit.After, commit.Before?.Item, cancellation);
        await documents.WriteAsync(row, inRow, Json.Plain.Item, cancellation);
        plan.PutItem(row, commit.Before?.Fence);
    }

    /// <summary>The outcome of a refused transaction, or null when the plan was mended and may be sent again.</summary>
    private async Task<CommitOutcome?> ExplainAsync(
        RegisterCommit commit,
        CommitPlan plan,
        IReadOnlyList<OutboxKey> outbox,
        int failedAt,
        CancellationToken cancellation)
    {
        (string WriteId, string Fence)? item = await table.WrittenByAsync(plan.Partition, RegisterKeys.Item(commit.After.Id), cancellation);
        if (await IsOursAsync(commit, plan, item?.WriteId, cancellation))
        {
            // Somebody may have gone on from our write meanwhile; then our own fence is unknown, and one that is surely stale stands for it.
            string fence = item is { } present && present.WriteId == plan.WriteId ? present.Fence : commit.Before?.Fence ?? NoFence;
            return Committed(commit, fence, outbox);
        }

        TableEntity? first = commit.Receipt is { } receipt
            ? await table.FindAsync(plan.Partition, RegisterKeys.Receipt(receipt.KeyHash), cancellation)
            : null;
        CommandReceipt? earlier = first is null ? null : RowMapping.ToReceipt(first);
        bool outdated = earlier is not null && commit.Receipt?.ReplaceOlderThan is { } limit && earlier.At < limit;
        if (earlier is not null && !outdated)
        {
            return new CommitOutcome.Repeated(earlier);
        }

        if (commit.Before is null && item is not null)
        {
            return new CommitOutcome.AlreadyThere();
        }

        if (commit.Before is { } before && item?.Fence != before.Fence)
        {
            return new CommitOutcome.LostRace();
        }

        if (plan.DropDelete(failedAt))
        {
            return null;
        }

        if (commit.Receipt is not null)
        {
            plan.ReplaceReceipt(first?.ETag.ToString());
            return null;
        }

        throw new InvalidOperationException($"The register refuses action {failedAt} of a commit of {commit.After.Id} without a visible cause.");
    }

    private async Task<bool> IsOursAsync(RegisterCommit commit, CommitPlan plan, string? itemWrittenBy, CancellationToken cancellation)
    {
        if (itemWrittenBy == plan.WriteId)
        {
            return true;
        }

        // Events are never written over: their row still names us when the item's row does not any more.
        return commit.Events.Count > 0 && itemWrittenBy is not null &&
            await table.WrittenByAsync(plan.Partition, RegisterKeys.Event(commit.After.Id, commit.Events[0].Number), cancellation) is { } written &&
            written.WriteId == plan.WriteId;
    }
}
