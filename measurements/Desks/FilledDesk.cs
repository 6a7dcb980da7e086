using System.Globalization;
using Azure.Data.Tables;
using Lianxin.Bench.Running;
using Lianxin.Storage;

namespace Lianxin.Bench.Desks;

/// <summary>A work list of many lines: one submitted item's own line copied under fresh keys by the bare SDK, for the list reads nothing else of an item.</summary>
internal static class FilledDesk
{
    public const string Partition = "ligang-2026";

    /// <summary>What every line of the whole work list begins with, and where they end.</summary>
    public const string From = "desk-", To = "desk.";
    private const int RowsOfTransaction = 100;

    /// <returns>How many lines there are.</returns>
    public static async Task<int> FillAsync(Emulator emulator, int lines)
    {
        var table = new TableServiceClient(emulator.ConnectionString).GetTableClient(StorageNames.Register);
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {From} and RowKey lt {To}")))
            rows.Add(row);
        if (rows.Count == 0)
            throw new InvalidOperationException("The submitted item left no line in the work list.");
        for (var first = 0; first < lines; first += RowsOfTransaction)
        {
            await table.SubmitTransactionAsync(Enumerable.Range(first, Math.Min(RowsOfTransaction, lines - first)).Select(i =>
                new TableTransactionAction(TableTransactionActionType.Add, Copy(rows[i % rows.Count], i))));
        }

        return rows.Count + lines;
    }

    private static TableEntity Copy(TableEntity row, int number)
    {
        var copy = new TableEntity(row.PartitionKey, row.RowKey + number.ToString("D6", CultureInfo.InvariantCulture));
        foreach (var (name, value) in row)
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
                copy[name] = value;
        }

        return copy;
    }
}
