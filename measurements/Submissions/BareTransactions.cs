using Azure;
using Azure.Data.Tables;

namespace Lianxin.Bench.Submissions;

/// <summary>
/// The baseline: the very entities that one submission left in the table, written by the bare SDK under fresh keys of the same length into a
/// partition of its own, in one entity-group transaction each. Nothing is checked, decided or answered.
/// </summary>
internal sealed class BareTransactions
{
    private const string Partition = "bounds-2026";
    private readonly TableClient table;
    private readonly IReadOnlyList<TableEntity> shape;
    private readonly string id;
    private long serial;

    private BareTransactions(TableClient table, IReadOnlyList<TableEntity> shape, string id)
    {
        this.table = table;
        this.shape = shape;
        this.id = id;
    }

    /// <summary>Entities of one submission.</summary>
    public int Entities => shape.Count;

    /// <param name="id">The item whose rows are taken for a pattern.</param>
    public static async Task<BareTransactions> LearnAsync(string connection, string id)
    {
        var table = new TableServiceClient(connection).GetTableClient("register");
        var partition = id[..id.LastIndexOf('-')];
        var shape = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}")))
        {
            if (row.RowKey.Contains(id, StringComparison.Ordinal))
                shape.Add(row);
        }

        return shape.Count >= 3
            ? new BareTransactions(table, shape, id)
            : throw new InvalidOperationException($"A submission left {shape.Count} rows; item, event and index row were expected.");
    }

    public async Task WriteAsync()
    {
        var fresh = Interlocked.Increment(ref serial).ToString($"D{id.Length}", null);
        await table.SubmitTransactionAsync(shape.Select(row => Action(row, fresh)));
    }

    private TableTransactionAction Action(TableEntity row, string fresh)
    {
        var copy = new TableEntity(Partition, row.RowKey.Replace(id, fresh, StringComparison.Ordinal));
        foreach (var (name, value) in row)
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
                copy[name] = value;
        }

        var isIndex = row.RowKey.StartsWith("desk-", StringComparison.Ordinal);
        return new TableTransactionAction(isIndex ? TableTransactionActionType.UpsertReplace : TableTransactionActionType.Add, copy, ETag.All);
    }
}
