namespace Lianxin.Core.Jobs;

public enum JobState
{
    Waiting,
    Running,
    Done,
    Failed,
}

/// <summary>Long work that someone can watch (api.md, <c>GET /api/jobs/{id}</c>).</summary>
/// <param name="Kind"><c>import</c> or <c>report-build</c>.</param>
/// <param name="Input">Name of the sealed document that is worked off.</param>
/// <param name="Total">Steps in all.</param>
/// <param name="Done">Steps finished; work goes on from here after a crash.</param>
/// <param name="Result">JSON of the result once done.</param>
/// <param name="Problem">Why it failed, in Chinese.</param>
public sealed record Job(
    string Id,
    string Agency,
    string Kind,
    string StartedBy,
    string Input,
    JobState State,
    int Total,
    int Done,
    DateTimeOffset StartedAt,
    DateTimeOffset UpdatedAt,
    string? Result,
    string? Problem);

public sealed record StoredJob(Job Job, string Fence);

public interface IJobStore
{
    Task<StoredJob?> FindAsync(string agency, string id, CancellationToken cancellation);

    /// <summary>Every job of the agency, oldest first.</summary>
    IAsyncEnumerable<Job> ListAsync(string agency, CancellationToken cancellation);

    /// <summary>Writes under the fence (null creates); null when the race was lost or the job is already there.</summary>
    Task<StoredJob?> SaveAsync(Job job, string? fence, CancellationToken cancellation);
}
