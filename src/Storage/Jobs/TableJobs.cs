using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Lianxin.Core.Jobs;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Jobs;

/// <summary>Table <c>jobs</c>: one partition per agency, one row per job; a very large result goes with its job into a sealed text.</summary>
internal sealed class TableJobs(TableAccess table, DocumentColumns documents) : IJobStore
{
    public async Task<StoredJob?> FindAsync(string agency, string id, CancellationToken cancellation) =>
        KeyText.TryEscape(agency) is { } partition && KeyText.TryEscape(id) is { } key &&
        await table.FindAsync(partition, key, cancellation) is { } row
            ? new StoredJob(await documents.ReadAsync(row, Json.Plain.Job, cancellation), row.ETag.ToString())
            : null;

    public async IAsyncEnumerable<Job> ListAsync(string agency, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (TableEntity row in table.RangeAsync(KeyText.Escape(agency), KeyRange.All, 100, cancellation))
        {
            yield return await documents.ReadAsync(row, Json.Plain.Job, cancellation);
        }
    }

    public async Task<StoredJob?> SaveAsync(Job job, string? fence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(job);
        var row = new TableEntity(KeyText.Escape(job.Agency), KeyText.Escape(job.Id));
        await documents.WriteAsync(row, job, Json.Plain.Job, cancellation);
        return await table.SaveAsync(row, fence, cancellation) is { } written ? new StoredJob(job, written) : null;
    }
}
