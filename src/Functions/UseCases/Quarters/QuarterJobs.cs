using System.Text.Json;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;
using Lianxin.Core.Jobs;
using Lianxin.Core.Publication;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>A quarter's run by hand: done within the call when that is soon, otherwise a job that the queue goes on with and that can be watched.</summary>
public sealed class QuarterJobs(QuarterRun run, IJobStore jobs, IMessageSender sender, TimeProvider machine)
{
    public const string Kind = "quarter-run";

    /// <summary>Well before the 230 seconds after which Azure's front door gives up on a call.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Null when the run is finished, else the job that goes on with it.</summary>
    public async Task<Job?> RunAsync(Actor by, Period quarter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        using var limit = new CancellationTokenSource(Patience, machine);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            await run.RunAsync(by.Agency, quarter, by, both.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            var now = machine.GetUtcNow();
            var job = new Job(Guid.CreateVersion7(now).ToString("n"), by.Agency, Kind, by.Account, quarter.ToString(), JobState.Running, 1, 0, now, now, null, null);
            await jobs.SaveAsync(job, null, cancellation);
            await sender.SendAsync(new OutboxMessage("work", "run-quarter", $"{by.Agency}/{job.Id}", 1), cancellation);
            return job;
        }
    }

    /// <summary>What the queue does with the job: the run goes on where it stopped.</summary>
    public async Task GoOnAsync(string subject, CancellationToken cancellation)
    {
        if (await FindAsync(subject, cancellation) is not { Job.State: JobState.Waiting or JobState.Running } stored || !Period.TryParse(stored.Job.Input, out var quarter))
        {
            return;
        }

        var record = await run.RunAsync(stored.Job.Agency, quarter, Actor.Machine($"job:{stored.Job.StartedBy}", stored.Job.Agency), cancellation);
        var result = JsonSerializer.Serialize(record with { Coverage = [] }, DutyDocuments.Plain.QuarterRecord);
        await jobs.SaveAsync(stored.Job with { State = JobState.Done, Done = 1, UpdatedAt = machine.GetUtcNow(), Result = result }, stored.Fence, cancellation);
    }

    /// <summary>Something on the sheets of a quarter has changed: if they were made, they are made anew. A quarter that is still open has none.</summary>
    public async Task RefreshSheetsAsync(string subject, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Split('/') is not [var agency, var text] || !Period.TryParse(text, out var quarter))
        {
            throw new FormatException($"'{subject}' names no quarter.");
        }

        await run.RefreshSheetsAsync(agency, quarter, Actor.Machine("queue:work", agency), cancellation);
    }

    /// <summary>A run that failed for the last time: the job says so; the timer goes on with the quarter all the same.</summary>
    public async Task FailAsync(string subject, string reason, CancellationToken cancellation)
    {
        if (await FindAsync(subject, cancellation) is { Job.State: JobState.Waiting or JobState.Running } stored)
        {
            var problem = $"季度汇总公开多次失败，已经停止；定时任务会继续完成。（{reason}）";
            await jobs.SaveAsync(stored.Job with { State = JobState.Failed, UpdatedAt = machine.GetUtcNow(), Problem = problem }, stored.Fence, cancellation);
        }
    }

    private async Task<StoredJob?> FindAsync(string subject, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var slash = subject.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? await jobs.FindAsync(subject[..slash], subject[(slash + 1)..], cancellation) : null;
    }
}
