using System.Security.Cryptography;
using System.Text;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Troubles;
using Lianxin.Functions.Access;
using Lianxin.Functions.Queues;
using Lianxin.Functions.UseCases.Checks;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// Everything that failed for good, in one list, and the two things that can be done about it: try again, or dismiss with a reason.
/// Both are recorded before they are carried out, and a second click finds nothing left to do. The queues are shared by all agencies of
/// the storage; each sees and touches its own troubles only.
/// </summary>
public sealed class TroubleShooting(
    ITroubleBox box, QueueFailures failures, PublicationAttempts attempts, WorkJobs work, TroubleRecords records, RegisterCheck check, ItemLimits limits, LianxinOptions options, TimeProvider machine)
{
    /// <summary>As in host.json; what the host counted itself is lost with the message that it put aside.</summary>
    private const int TriesOfTheHost = 5;
    private const string PoisonPrefix = "poison-";
    private const string PublicationPrefix = "publication-";
    private const string JobPrefix = "job-";
    private const string LostPrefix = "lost-";

    public async Task<IReadOnlyList<Trouble>> ListAsync(string agency, CancellationToken cancellation)
    {
        var troubles = new List<Trouble>();
        foreach (var message in await box.PeekAsync(cancellation))
        {
            troubles.Add(Of(message, await failures.FindAsync(message.Queue, message.Text, cancellation)));
        }

        foreach (var attempt in await attempts.RepeatedAsync(cancellation))
        {
            troubles.Add(Of(attempt, await FailureOf(attempt, cancellation)));
        }

        troubles.RemoveAll(t => !IsOf(agency, t.Subject));
        // A job whose message lies in the poison queue is the same trouble.
        var told = troubles.Select(t => t.Subject).ToHashSet(StringComparer.Ordinal);
        troubles.AddRange((await work.StuckAsync(agency, cancellation)).Where(j => !told.Contains($"{agency}/{j.Id}")).Select(Of));
        var state = await check.StateAsync(agency, cancellation);
        troubles.AddRange(state.Open.Select(f => Of(f, state)));
        return [.. troubles.OrderBy(t => t.Since ?? t.LastTry ?? DateTimeOffset.MinValue)];
    }

    /// <summary>Puts the message back on its queue, counts a publication's attempts anew, lets a job go on, or looks again for what was gone. Null when all is well.</summary>
    public async Task<Refusal?> RetryAsync(Actor by, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (await FindAsync(by.Agency, id, cancellation) is not { } trouble)
        {
            return await WasSettledAsync(by.Agency, id, cancellation) ? null : Missing();
        }

        if (!trouble.CanRetry)
        {
            return new Refusal(RefusalKind.IllegalStep, "unreadable-message", "这条消息无法识别，重试也不会成功。请查明来源，写明原因后移除。");
        }

        await RecordAsync(by, trouble, "retried", "", cancellation);
        switch (trouble.Kind)
        {
            case TroubleKind.Poison:
                if (trouble is { Queue: "work", Subject: { } job })
                {
                    await work.ReopenAsync(job, send: false, cancellation);
                }

                await box.PutBackAsync(trouble.Queue!, MessageOf(trouble), cancellation);
                await failures.ForgetAsync(trouble.Queue!, trouble.Text, cancellation);
                break;
            case TroubleKind.Lost:
                await check.RequestAsync(by.Agency, null, cancellation);
                break;
            case TroubleKind.FailedJob:
                await work.ReopenAsync(trouble.Subject!, send: true, cancellation);
                break;
            default:
                await attempts.ResetAsync(trouble.Subject!, trouble.Version!.Value, cancellation);
                break;
        }

        return null;
    }

    /// <summary>Takes a poison message out for good, or puts a loss aside; its text and the reason stay in the record.</summary>
    public async Task<Refusal?> DismissAsync(Actor by, string id, string? reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Field("reason", "请写明移除的原因。");
        }

        if (reason.Length > limits.Comment)
        {
            return Refusal.Field("reason", $"原因不能超过{limits.Comment}字。");
        }

        if (await FindAsync(by.Agency, id, cancellation) is not { } trouble)
        {
            return await WasSettledAsync(by.Agency, id, cancellation) ? null : Missing();
        }

        if (!trouble.CanDismiss)
        {
            return new Refusal(RefusalKind.IllegalStep, "not-dismissible", "这件事不能移除，只能重试。");
        }

        await RecordAsync(by, trouble, "dismissed", reason.Trim(), cancellation);
        if (trouble.Kind == TroubleKind.Lost)
        {
            foreach (var finding in (await check.StateAsync(by.Agency, cancellation)).Open.Where(f => LostIdOf(f) == trouble.Id))
            {
                await check.PutAsideAsync(by.Agency, finding, cancellation);
            }

            return null;
        }

        await box.TakeOutAsync(trouble.Queue!, MessageOf(trouble), cancellation);
        await failures.ForgetAsync(trouble.Queue!, trouble.Text, cancellation);
        return null;
    }

    /// <summary>What was done lately, newest first.</summary>
    public async Task<IReadOnlyList<SettledTrouble>> LatelyAsync(string agency, int most, CancellationToken cancellation) =>
        [.. (await records.ListAsync(cancellation)).Where(r => IsOf(agency, r.Subject)).Reverse().Take(most)];

    private async Task<Trouble?> FindAsync(string agency, string id, CancellationToken cancellation) =>
        (await ListAsync(agency, cancellation)).FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal));

    private async Task<bool> WasSettledAsync(string agency, string id, CancellationToken cancellation) =>
        (await records.ListAsync(cancellation)).Any(r => string.Equals(r.Id, id, StringComparison.Ordinal) && IsOf(agency, r.Subject));

    private bool IsOf(string agency, string? subject) => string.Equals(SubjectAgency.Of(subject, options.AllAgencies), agency, StringComparison.Ordinal);

    private Task RecordAsync(Actor by, Trouble trouble, string how, string note, CancellationToken cancellation) => records.AddAsync(
        new SettledTrouble(trouble.Id, how, trouble.What, trouble.Subject, trouble.Text, trouble.Reason, by.Account, by.Name, machine.GetUtcNow(), note), cancellation);

    private async Task<QueueFailure?> FailureOf(PublicationAttempt attempt, CancellationToken cancellation) =>
        await failures.FindAsync(new OutboxMessage("publication", "publish-item", attempt.Id, attempt.Version), cancellation)
        ?? await failures.FindAsync(new OutboxMessage("republication", "publish-item", attempt.Id, attempt.Version), cancellation);

    private static Trouble Of(PoisonMessage message, QueueFailure? failure)
    {
        var read = QueueMessage.TryRead(message.Text);
        return new Trouble(
            $"{PoisonPrefix}{message.Queue}-{message.MessageId}",
            TroubleKind.Poison,
            TroubleWords.Of(message.Queue, read?.Kind),
            message.Queue,
            read?.Subject,
            read?.SubjectVersion,
            message.Since,
            failure?.Tries ?? TriesOfTheHost,
            failure?.LastTry,
            null,
            read is null ? FailureReasons.Unreadable : failure?.Reason ?? FailureReasons.Unknown,
            message.Text,
            CanRetry: read is not null,
            CanDismiss: true);
    }

    private Trouble Of(PublicationAttempt attempt, QueueFailure? failure)
    {
        var ended = attempt.Sent >= PublicationAttempts.MostSends && attempt.NextAt <= machine.GetUtcNow();
        return new Trouble(
            $"{PublicationPrefix}{attempt.Id}-v{attempt.Version}",
            ended ? TroubleKind.GivenUp : TroubleKind.Retrying,
            TroubleWords.Of("publication", "publish-item"),
            null,
            attempt.Id,
            attempt.Version,
            null,
            attempt.Sent,
            failure?.LastTry,
            attempt.Sent >= PublicationAttempts.MostSends ? null : attempt.NextAt,
            failure?.Reason ?? FailureReasons.Unknown,
            "",
            CanRetry: true,
            CanDismiss: false);
    }

    private static Trouble Of(Core.Jobs.Job job) => new(
        JobPrefix + job.Id,
        TroubleKind.FailedJob,
        TroubleWords.Of("work", "run-import"),
        null,
        $"{job.Agency}/{job.Id}",
        null,
        job.StartedAt,
        1,
        job.UpdatedAt,
        null,
        job.Problem ?? "任务的消息已丢失，一直没有开始",
        "",
        CanRetry: true,
        CanDismiss: false);

    private static Trouble Of(CheckFinding finding, CheckState state) => new(
        LostIdOf(finding),
        TroubleKind.Lost,
        CheckWords.Of(finding.Kind),
        null,
        finding.Subject,
        null,
        state.FinishedAt ?? state.StartedAt,
        1,
        state.MovedAt,
        null,
        finding.Detail.Length > 0 ? finding.Detail : CheckWords.Of(finding.Kind),
        "",
        CanRetry: true,
        CanDismiss: true);

    private static string LostIdOf(CheckFinding finding) => LostPrefix
        + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Kind}\n{finding.Subject}\n{finding.Detail}")))[..16];

    private static string MessageOf(Trouble trouble) => trouble.Id[(PoisonPrefix.Length + trouble.Queue!.Length + 1)..];

    private static Refusal Missing() => new(RefusalKind.Unknown, "not-found", "没有这件事，可能已经办完，或者正在办理。");
}
