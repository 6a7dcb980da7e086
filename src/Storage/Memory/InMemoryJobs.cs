using Lianxin.Core.Jobs;

namespace Lianxin.Storage.Memory;

/// <summary>Jobs in memory.</summary>
public sealed class InMemoryJobs : IJobStore
{
    private readonly FencedMap<(string Agency, string Id), Job> _jobs = new();

    public Task<StoredJob?> FindAsync(string agency, string id, CancellationToken cancellation) =>
        Task.FromResult(_jobs.Find((agency, id)) is { } found ? new StoredJob(found.Value, found.Fence) : null);

    public IAsyncEnumerable<Job> ListAsync(string agency, CancellationToken cancellation) =>
        _jobs.All.Where(j => j.Key.Agency == agency).OrderBy(j => j.Key.Id, StringComparer.Ordinal).Select(j => j.Value.Value).ToAsyncEnumerable();

    public Task<StoredJob?> SaveAsync(Job job, string? fence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(job);
        return Task.FromResult(_jobs.TryPut((job.Agency, job.Id), job, fence) is { } written ? new StoredJob(job, written) : null);
    }
}
