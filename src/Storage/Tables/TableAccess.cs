using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Lianxin.Storage.Keys;

namespace Lianxin.Storage.Tables;

/// <summary>What became of a transaction: its first entity's fence, or the action it failed at.</summary>
internal readonly record struct TransactionResult(string? Fence, int? FailedAt)
{
    public bool Done => Fence is not null;
}

/// <summary>
/// One table, with conflicts as values and failures as the house's own. Every row carries the id of the write that made it
/// (<see cref="WriteId"/>): when an answer is lost, the SDK's second try meets our own row, and by that id we know it.
/// </summary>
internal sealed class TableAccess(TableClient client)
{
    public const string WriteId = "WriteId";
    private static readonly string[] OnlyWriteId = [WriteId];

    public static string NewWriteId() => Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    public static string Text(TableEntity row, string name) => row.GetString(name) ?? "";

    public Task<TableEntity?> FindAsync(string partition, string key, CancellationToken cancellation, IEnumerable<string>? select = null) =>
        StorageCall.RunAsync(
            async () =>
            {
                NullableResponse<TableEntity> found = await client.GetEntityIfExistsAsync<TableEntity>(partition, key, select, cancellation);
                return found.HasValue ? found.Value : IsTableMissing(found.GetRawResponse()) ? throw new RequestFailedException(found.GetRawResponse()) : null;
            },
            cancellation);

    /// <summary>Fence and write id of a row, null when there is none.</summary>
    public async Task<(string WriteId, string Fence)?> WrittenByAsync(string partition, string key, CancellationToken cancellation) =>
        await FindAsync(partition, key, cancellation, OnlyWriteId) is { } row ? (Text(row, WriteId), row.ETag.ToString()) : null;

    /// <summary>Answers the new fence, or null when the row is already there.</summary>
    public Task<string?> AddAsync(TableEntity row, CancellationToken cancellation) =>
        WriteAsync(row, () => client.AddEntityAsync(row, cancellation), cancellation);

    /// <summary>Answers the new fence, or null when the row is not the one of <paramref name="fence"/> any more.</summary>
    public Task<string?> ReplaceAsync(TableEntity row, string fence, CancellationToken cancellation) =>
        WriteAsync(row, () => client.UpdateEntityAsync(row, new ETag(fence), TableUpdateMode.Replace, cancellation), cancellation);

    /// <summary>A null fence adds.</summary>
    public Task<string?> SaveAsync(TableEntity row, string? fence, CancellationToken cancellation) =>
        fence is null ? AddAsync(row, cancellation) : ReplaceAsync(row, fence, cancellation);

    /// <summary>A row that is gone is no error.</summary>
    public Task DeleteAsync(string partition, string key, CancellationToken cancellation) =>
        StorageCall.RunAsync(
            async () =>
            {
                try
                {
                    return await client.DeleteEntityAsync(partition, key, ETag.All, cancellation);
                }
                catch (RequestFailedException failed) when (IsConflict(failed))
                {
                    return null;
                }
            },
            cancellation);

    public Task<TransactionResult> SubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation)
    {
        TransactionGuard.Check(actions);
        return StorageCall.RunAsync(
            async () =>
            {
                try
                {
                    Response<IReadOnlyList<Response>> done = await client.SubmitTransactionAsync(actions, cancellation);
                    return new TransactionResult(done.Value[0].Headers.ETag?.ToString() ?? "", null);
                }
                catch (RequestFailedException failed) when (IsConflict(failed))
                {
                    return new TransactionResult(null, (failed as TableTransactionFailedException)?.FailedTransactionActionIndex ?? 0);
                }
            },
            cancellation);
    }

    /// <summary>Rows of one partition in the order of their keys; pages are fetched as they are needed.</summary>
    public async IAsyncEnumerable<TableEntity> RangeAsync(
        string partition,
        KeyRange range,
        int pageSize,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        string filter = range.FromExcluded
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {range.From} and RowKey lt {range.End}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.End}");
        IAsyncEnumerator<Page<TableEntity>> pages = client
            .QueryAsync<TableEntity>(filter, Math.Clamp(pageSize, 1, 1000), select: null, cancellation)
            .AsPages()
            .GetAsyncEnumerator(cancellation);
        await using (pages)
        {
            // A page may be short or empty and still not be the last one.
            while (await StorageCall.RunAsync(() => pages.MoveNextAsync().AsTask(), cancellation))
            {
                foreach (TableEntity row in pages.Current.Values)
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>Makes the table if there is none. Not <c>CreateIfNotExists</c>, which does not survive ahead-of-time compilation.</summary>
    public Task CreateAsync(CancellationToken cancellation) =>
        StorageCall.RunAsync(
            async () =>
            {
                try
                {
                    return (await client.CreateAsync(cancellation)).GetRawResponse();
                }
                catch (RequestFailedException failed) when (failed.ErrorCode == "TableAlreadyExists")
                {
                    return null;
                }
            },
            cancellation);

    private Task<string?> WriteAsync(TableEntity row, Func<Task<Response>> write, CancellationToken cancellation)
    {
        string id = NewWriteId();
        row[WriteId] = id;
        TransactionGuard.CheckRow(row);
        return StorageCall.RunAsync(
            async () =>
            {
                try
                {
                    return (await write()).Headers.ETag?.ToString();
                }
                catch (RequestFailedException failed) when (IsConflict(failed))
                {
                    (string WriteId, string Fence)? present = await WrittenByAsync(row.PartitionKey, row.RowKey, cancellation);
                    return present is { } own && own.WriteId == id ? own.Fence : null;
                }
            },
            cancellation);
    }

    // The SDK takes a missing table for a missing row; an outage must not look like "nothing there".
    private static bool IsTableMissing(Response response) =>
        response.ContentStream is not null && response.Content.ToString().Contains("\"TableNotFound\"", StringComparison.Ordinal);

    // The code, not only the status: 409 is also said of a table that is being deleted, 404 of one that is not there.
    private static bool IsConflict(RequestFailedException failed) => (failed.Status, failed.ErrorCode) switch
    {
        (409, "EntityAlreadyExists") => true,
        (412, _) => true,
        (404, "ResourceNotFound" or "EntityNotFound") => true,
        _ => false,
    };
}
