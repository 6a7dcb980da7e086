using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Handovers;
using Lianxin.Core.Items;
using Lianxin.Core.Jobs;
using Lianxin.Core.Publication;
using Lianxin.Functions.Channels;
using Lianxin.Functions.Http.Views;

namespace Lianxin.Functions.UseCases.Handovers;

/// <summary>
/// Whether the county's portal really shows what was handed over: asked for by a person, as a job that can be watched, and every night for
/// those not yet seen. A page that does not come is a result that staff see, and no failure of ours.
/// </summary>
public sealed class HandoverChecks(
    IRegister register, HandoverBook book, HandoverTicks ticks, ICountyPages county, IJobStore jobs, IMessageSender sender, TimeProvider machine)
{
    public const string Kind = "handover-check";
    public const string MessageKind = "check-handover";

    private const int Attempts = 8;

    /// <summary>Well below the host's limit for a function; what is left waits for the next night.</summary>
    private static readonly TimeSpan Shift = TimeSpan.FromMinutes(4);

    /// <summary>Takes on a look; the job's result is the handover as it then stands.</summary>
    public async Task<Decision<Job>> StartAsync(Actor by, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        var now = machine.GetUtcNow();
        var asked = await ticks.StepAsync(by, id, (wanted, done) => HandoverSteps.Ask(wanted, done, now), cancellation);
        if (!asked.Accepted)
        {
            return asked.Refusal;
        }

        var job = new Job(Guid.CreateVersion7(now).ToString("n"), by.Agency, Kind, by.Account, id, JobState.Waiting, 1, 0, now, now, null, null);
        await jobs.SaveAsync(job, null, cancellation);
        await sender.SendAsync(new OutboxMessage("work", MessageKind, $"{by.Agency}/{job.Id}", 1), cancellation);
        return job;
    }

    /// <summary>What the queue does with the job.</summary>
    public async Task RunAsync(string subject, CancellationToken cancellation)
    {
        if (await FindAsync(subject, cancellation) is not { Job.State: JobState.Waiting or JobState.Running } stored)
        {
            return;
        }

        var agency = stored.Job.Agency;
        var line = await book.FindAsync(agency, stored.Job.Input, cancellation) is { } handover ? await CheckAsync(handover, cancellation) : null;
        var result = line is null ? null : System.Text.Json.JsonSerializer.Serialize(HandoverView.Of(line), ApiJson.Default.HandoverView);
        await jobs.SaveAsync(stored.Job with { State = JobState.Done, Done = 1, UpdatedAt = machine.GetUtcNow(), Result = result }, stored.Fence, cancellation);
    }

    /// <summary>A look that failed for the last time for reasons of our own.</summary>
    public async Task FailAsync(string subject, string reason, CancellationToken cancellation)
    {
        if (await FindAsync(subject, cancellation) is { Job.State: JobState.Waiting or JobState.Running } stored)
        {
            await jobs.SaveAsync(
                stored.Job with { State = JobState.Failed, UpdatedAt = machine.GetUtcNow(), Problem = $"检查县级门户多次失败，已经停止，可以再次检查。（{reason}）" }, stored.Fence, cancellation);
        }
    }

    /// <summary>Looks at everything not yet seen, the least looked at first, until its time is over; answers how many.</summary>
    public async Task<int> SweepAsync(string agency, CancellationToken cancellation)
    {
        var start = machine.GetTimestamp();
        var open = new List<StoredHandover>();
        await foreach (var stored in book.OpenAsync(agency, cancellation))
        {
            open.Add(stored);
        }

        var looked = 0;
        foreach (var stored in open.OrderBy(o => o.Handover.Tries).ThenBy(o => o.Handover.TickedAt).TakeWhile(_ => machine.GetElapsedTime(start) < Shift))
        {
            await CheckAsync(stored, cancellation);
            looked++;
        }

        return looked;
    }

    /// <summary>Looks, and records what it saw; a tick that came meanwhile is looked at anew. Null where the item is gone.</summary>
    private async Task<HandoverLine?> CheckAsync(StoredHandover stored, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var done = stored.Handover;
            if (await register.FindAsync(done.ItemId, cancellation) is not { Item: var item } || PublicationRows.Of(item) is not { } row)
            {
                return null;
            }

            // Of what was handed over, not of what has been made of it since.
            var release = item.Releases.FirstOrDefault(r => r.Version == done.Version) ?? item.Released!;
            var content = PublicCopy.Of(item, release);
            var after = HandoverSteps.Checked(done, await LookAsync(done, content.Title, content.Body, cancellation));
            if (await book.SaveAsync(stored, after, cancellation))
            {
                return HandoverList.LineOf(row, after);
            }

            if (await book.FindAsync(done.Agency, done.ItemId, cancellation) is not { } again)
            {
                return null;
            }

            stored = again;
        }

        throw new StorageUnavailableException("A handover lost every race.");
    }

    private async Task<HandoverCheck> LookAsync(Handover done, string title, string body, CancellationToken cancellation)
    {
        var hash = CountyText.HashOf(title, body);
        HandoverCheck Saw(CheckResult result, IReadOnlyList<string> missing, string? reason = null) => new(result, missing, reason, machine.GetUtcNow(), hash);
        var wasWithdrawn = done.Kind == HandoverKind.Withdrawal;
        switch (await county.ReadAsync(new Uri(done.Address), cancellation))
        {
            case CountyPage.Came page:
                var missing = CountyText.MissingFrom(page.Text, title, body);
                return wasWithdrawn
                    ? Saw(CountyText.Normalise(page.Text).Contains(CountyText.Normalise(title), StringComparison.Ordinal) ? CheckResult.StillShown : CheckResult.Gone, [])
                    : Saw(missing.Count == 0 ? CheckResult.Shown : CheckResult.NotShown, missing);
            case CountyPage.Gone gone:
                return wasWithdrawn ? Saw(CheckResult.Gone, []) : Saw(CheckResult.Unreachable, [], gone.Reason);
            case CountyPage.Failed failed:
                return Saw(CheckResult.Unreachable, [], failed.Reason);
            default:
                throw new InvalidOperationException("No such answer of the county.");
        }
    }

    private async Task<StoredJob?> FindAsync(string subject, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var slash = subject.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? await jobs.FindAsync(subject[..slash], subject[(slash + 1)..], cancellation) : null;
    }
}
