using System.Text.Json;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Jobs;
using Lianxin.Core.Publication;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.UseCases.Handovers;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// Imports that outlast an HTTP call. The job's row holds how far it came; a killed run is taken up by the same message, and a row
/// that was applied already is found there. Work stops after a while and hands itself on, well before the host's limit.
/// </summary>
public sealed class WorkJobs(IJobStore jobs, IDocumentStore documents, IMessageSender sender, IAccountStore accounts, ImportReader reader, Importing importing, TimeProvider machine)
{
    private const int Stride = 50;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Shift = TimeSpan.FromMinutes(3);

    /// <summary>Takes on an import; the sealed file is in the store already.</summary>
    public async Task<Job> StartImportAsync(Actor by, string document, int rows, CancellationToken cancellation)
    {
        var now = machine.GetUtcNow();
        var job = new Job(Guid.CreateVersion7(now).ToString("n"), by.Agency, "import", by.Account, document, JobState.Waiting, rows, 0, now, now, null, null);
        await jobs.SaveAsync(job, null, cancellation);
        await sender.SendAsync(new OutboxMessage("work", "run-import", $"{by.Agency}/{job.Id}", 1), cancellation);
        return job;
    }

    public async Task RunImportAsync(string subject, CancellationToken cancellation)
    {
        var slash = subject.IndexOf('/', StringComparison.Ordinal);
        var agency = subject[..slash];
        var stored = await jobs.FindAsync(agency, subject[(slash + 1)..], cancellation) ?? throw new MissingSubjectException($"There is no job {subject}.");
        if (stored.Job.State is JobState.Done or JobState.Failed)
        {
            return;
        }

        var document = await documents.FindAsync(Containers.Sealed, stored.Job.Input, cancellation)
            ?? throw new MissingSubjectException($"The file of job {subject} is gone.");
        var account = await accounts.FindAsync(agency, stored.Job.StartedBy, cancellation) ?? throw new InvalidOperationException($"The account of job {subject} is gone.");
        var by = new Actor(account.Account.Name, account.Account.DisplayName, account.Account.Role, agency, account.Account.Office);
        var file = reader.ReadItems(document.Bytes);
        var start = machine.GetTimestamp();
        var done = stored.Job.Done;
        var report = ReportSoFar(stored.Job);
        while (done < file.Items.Count)
        {
            foreach (var (line, row) in file.Items.Skip(done).Take(Stride))
            {
                report = Counted(report, await importing.ApplyAsync(by, line, row, cancellation));
                done++;
            }

            if (await ProgressAsync(stored, done, report, cancellation) is not { } moved)
            {
                // Another run has taken the job over.
                return;
            }

            stored = moved;
            if (machine.GetElapsedTime(start) > Shift && done < file.Items.Count)
            {
                await sender.SendAsync(new OutboxMessage("work", "run-import", subject, done), cancellation);
                return;
            }
        }

        await importing.FinishAsync(by.Agency, file.Items.Select(i => RegisterImport.YearOf(i.Row)).OfType<int>(), cancellation);
        await jobs.SaveAsync(
            stored.Job with { State = JobState.Done, Done = done, UpdatedAt = machine.GetUtcNow(), Result = Text(report) }, stored.Fence, cancellation);
    }

    /// <summary>Jobs that failed, and those that wait so long that their message must be lost.</summary>
    public async Task<IReadOnlyList<Job>> StuckAsync(string agency, CancellationToken cancellation)
    {
        var stuck = new List<Job>();
        await foreach (var job in jobs.ListAsync(agency, cancellation))
        {
            if (job.State == JobState.Failed || (job.State == JobState.Waiting && machine.GetUtcNow() - job.UpdatedAt > LongestWait))
            {
                stuck.Add(job);
            }
        }

        return stuck;
    }

    /// <summary>Lets a stuck job go on from where it came to; false when it is none, or somebody else was faster.</summary>
    /// <param name="send">False where its message is put back by the caller.</param>
    public async Task<bool> ReopenAsync(string subject, bool send, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var slash = subject.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0
            || await jobs.FindAsync(subject[..slash], subject[(slash + 1)..], cancellation) is not { Job.State: JobState.Failed or JobState.Waiting } stored
            || await jobs.SaveAsync(stored.Job with { State = JobState.Waiting, Problem = null, UpdatedAt = machine.GetUtcNow() }, stored.Fence, cancellation) is null)
        {
            return false;
        }

        // A crash before this leaves a job that waits too long, and shows again.
        if (send)
        {
            await sender.SendAsync(new OutboxMessage("work", MessageOf(stored.Job.Kind), subject, stored.Job.Done), cancellation);
        }

        return true;
    }

    /// <summary>Work that failed for the last time: the job says so, where whoever started it looks.</summary>
    public async Task FailAsync(string subject, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var slash = subject.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && await jobs.FindAsync(subject[..slash], subject[(slash + 1)..], cancellation) is { Job.State: JobState.Waiting or JobState.Running } stored)
        {
            var problem = $"导入在第{stored.Job.Done + 1}行之后多次失败，已经停止；已导入的行保持不变，同一文件可以再次导入。（{reason}）";
            await jobs.SaveAsync(stored.Job with { State = JobState.Failed, UpdatedAt = machine.GetUtcNow(), Problem = problem }, stored.Fence, cancellation);
        }
    }

    /// <summary>The message that a kind of job is worked off by.</summary>
    private static string MessageOf(string kind) => kind switch
    {
        QuarterJobs.Kind => "run-quarter",
        HandoverChecks.Kind => HandoverChecks.MessageKind,
        _ => "run-import",
    };

    private Task<StoredJob?> ProgressAsync(StoredJob stored, int done, ImportReport report, CancellationToken cancellation) =>
        jobs.SaveAsync(
            stored.Job with { State = JobState.Running, Done = done, UpdatedAt = machine.GetUtcNow(), Result = Text(report) }, stored.Fence, cancellation);

    /// <summary>The counts kept with the progress. After a kill, rows that were applied but not yet counted come back as already there.</summary>
    private static ImportReport ReportSoFar(Job job) =>
        (job.Result is null ? null : JsonSerializer.Deserialize(job.Result, ApiJson.Default.ImportReport))
        ?? new ImportReport(ImportFile.ItemsKind, false, job.Total, 0, 0, 0, []);

    /// <summary>Counts a row; only refused ones are listed, since thousands of rows that went well tell nobody anything.</summary>
    private static ImportReport Counted(ImportReport report, ImportLine line) => line.Outcome switch
    {
        "imported" => report with { Imported = report.Imported + 1 },
        "already-there" => report with { AlreadyThere = report.AlreadyThere + 1 },
        _ => report with { Refused = report.Refused + 1, Rows = [.. report.Rows, line] },
    };

    private static string Text(ImportReport report) => JsonSerializer.Serialize(report, ApiJson.Default.ImportReport);
}
