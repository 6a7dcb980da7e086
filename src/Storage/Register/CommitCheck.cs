using Lianxin.Core.Audit;
using Lianxin.Core.Items;
using Lianxin.Storage.Keys;

namespace Lianxin.Storage.Register;

/// <summary>A commit that contradicts itself is a fault of the caller's code and is refused before anything is written.</summary>
internal static class CommitCheck
{
    /// <summary>Answers the partition that the whole commit belongs to.</summary>
    public static string Partition(RegisterCommit commit)
    {
        Item item = commit.After;
        Require(ItemId.TryParse(item.Id, out ItemId id), $"'{item.Id}' is no item id.");
        Require(id.Agency == item.Agency && id.Year == item.Year, $"Item {item.Id} says agency {item.Agency} and year {item.Year}.");
        Require(commit.Before is null || commit.Before.Item.Id == item.Id, $"Item {item.Id} cannot come from {commit.Before?.Item.Id}.");
        foreach (ItemEvent step in commit.Events)
        {
            Require(step.ItemId == item.Id, $"An event of {step.ItemId} in a commit of {item.Id}.");
            Require(step.Number is > 0 and < 1_000_000, $"Event number {step.Number}.");
        }

        // Refused here, because a row for a queue that does not exist would stop every later sweep.
        foreach (OutboxMessage message in commit.Messages)
        {
            Require(StorageNames.Queues.Contains(message.Queue, StringComparer.Ordinal), $"There is no queue '{message.Queue}'.");
        }

        Require(commit.Receipt is not { } receipt || KeyText.IsKey(receipt.KeyHash), "The receipt's key hash cannot be a key.");
        return id.Partition;
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }
}
