using System.Text.Json;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Jobs;
using Lianxin.Core.Publication;
using Lianxin.Functions.Http.Views;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// Imports that outlast an HTTP call. The job's row holds how far it came; a killed run is taken up by the same message, and a row
/// that was applied already is found there. Work stops after a while and hands itself on, well before the host's limit.
/// </summary>
public sealed class WorkJobs(IJobStore jobs, IDocumentStore documents, IMessageSender sender, IAccountStore accounts, ImportReader reader, Importing importing, TimeProvider machine)
{
    private const int Stride = 50;
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
        var stored = await jobs.FindAsync(agency, subject[(slash + 1)..], cancellation) ?? throw new InvalidOperationException($"There is no job {subject}.");
        if (stored.Job.State is JobState.Done or JobState.Failed)
        {
            return;
        }

        var document = await documents.FindAsync(Containers.Sealed, stored.Job.Input, cancellation)
            ?? throw new InvalidOperationException($"The file of job {subject} is gone.");
        var account = await accounts.FindAsync(agency, stored.Job.StartedBy, cancellation) ?? throw new InvalidOperationException($"The account of job {subject} is gone.");
        var by = new Actor(account.Account.Name, account.Account.DisplayName, account.Account.Role, agency, account.Account.Office);
        var file = reader.ReadItems(document.Bytes);
        var start = machine.GetTimestamp();
        var done = stored.Job.Done;
        while (done < file.Items.Count)
        {
            foreach (var (line, row) in file.Items.Skip(done).Take(Stride))
            {
                await importing.ApplyAsync(by, line, row, cancellation);
                done++;
            }

            if (await ProgressAsync(stored, done, cancellation) is not { } moved)
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

        await FinishAsync(stored, by, file, cancellation);
    }

    private Task<StoredJob?> ProgressAsync(StoredJob stored, int done, CancellationToken cancellation) =>
        jobs.SaveAsync(stored.Job with { State = JobState.Running, Done = done, UpdatedAt = machine.GetUtcNow() }, stored.Fence, cancellation);

    private async Task FinishAsync(StoredJob stored, Actor by, ImportFile file, CancellationToken cancellation)
    {
        await importing.FinishAsync(by.Agency, file.Items.Select(i => RegisterImport.YearOf(i.Row)).OfType<int>(), cancellation);
        var report = Importing.Report(ImportFile.ItemsKind, false, [.. file.Items.Select(i => new ImportLine(i.Line, i.Row.Number, "imported", RegisterImport.IdOf(by.Agency, RegisterImport.YearOf(i.Row) ?? 0, i.Row.Number), null, null))]);
        var result = JsonSerializer.Serialize(report, ApiJson.Default.ImportReport);
        await jobs.SaveAsync(
            stored.Job with { State = JobState.Done, Done = file.Items.Count, UpdatedAt = machine.GetUtcNow(), Result = result }, stored.Fence, cancellation);
    }
}
