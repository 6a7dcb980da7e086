using Azure;
using Azure.Data.Tables;
using Lianxin.Core.Items;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Register;

/// <summary>The actions of one commit, the item's row first: everything that is written together or not at all.</summary>
internal sealed class CommitPlan(string partition, string writeId)
{
    private readonly List<TableTransactionAction> _actions = [];
    private TableEntity? _receipt;

    public IReadOnlyList<TableTransactionAction> Actions => _actions;

    public string Partition { get; } = partition;

    public string WriteId { get; } = writeId;

    public void PutItem(TableEntity row, string? fence) => Put(
        fence is null ? TableTransactionActionType.Add : TableTransactionActionType.UpdateReplace, row, new ETag(fence ?? ""));

    public void PutEvent(TableEntity row) => Put(TableTransactionActionType.Add, row);

    public void PutIndex(Item? before, Item after)
    {
        (IReadOnlyList<string> gone, IReadOnlyList<IndexRow> written) = IndexRows.Difference(before, after);
        foreach (string key in gone)
        {
            _actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(Partition, key), ETag.All));
        }

        // An upsert: the item's fence already keeps rivals out, and a row left over from elsewhere must not stop the item for ever.
        foreach (IndexRow row in written)
        {
            Put(TableTransactionActionType.UpsertReplace, RowMapping.ToEntity(Partition, row));
        }
    }

    public IReadOnlyList<OutboxKey> PutMessages(IReadOnlyList<OutboxMessage> messages, Ulid ulids)
    {
        var keys = new List<OutboxKey>(messages.Count);
        foreach (OutboxMessage message in messages)
        {
            keys.Add(new OutboxKey(Partition, RegisterKeys.Outbox(ulids.Next())));
            Put(TableTransactionActionType.Add, RowMapping.ToEntity(keys[^1], message));
        }

        return keys;
    }

    public void PutReceipt(CommandReceipt receipt)
    {
        _receipt = RowMapping.ToEntity(Partition, receipt);
        Put(TableTransactionActionType.Add, _receipt);
    }

    /// <summary>Writes the receipt over the outdated one of <paramref name="fence"/>, or anew when that one is gone.</summary>
    public void ReplaceReceipt(string? fence)
    {
        _actions.RemoveAll(a => ReferenceEquals(a.Entity, _receipt));
        Put(fence is null ? TableTransactionActionType.Add : TableTransactionActionType.UpdateReplace, _receipt!, new ETag(fence ?? ""));
    }

    /// <summary>True when the action there deletes a row; it is taken out, because the row is gone already.</summary>
    public bool DropDelete(int at)
    {
        if (at >= _actions.Count || _actions[at].ActionType != TableTransactionActionType.Delete)
        {
            return false;
        }

        _actions.RemoveAt(at);
        return true;
    }

    private void Put(TableTransactionActionType type, TableEntity row, ETag fence = default)
    {
        row[TableAccess.WriteId] = WriteId;
        _actions.Add(new TableTransactionAction(type, row, fence));
    }
}
