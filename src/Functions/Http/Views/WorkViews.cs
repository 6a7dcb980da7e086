using System.Text.Json;
using Lianxin.Core;
using Lianxin.Core.Jobs;

namespace Lianxin.Functions.Http.Views;

/// <summary>Long work was taken on; its progress is at <see cref="Job"/>.</summary>
public sealed record AcceptedView(string Job);

/// <summary><c>GET /api/jobs/{id}</c>.</summary>
public sealed record JobView(string Id, string Kind, string State, int Total, int Done, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt, JsonElement? Result, string? Problem)
{
    public static JobView Of(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        JsonElement? result = null;
        if (job.Result is not null)
        {
            using var document = JsonDocument.Parse(job.Result);
            result = document.RootElement.Clone();
        }

        return new JobView(job.Id, job.Kind, Names.Of(job.State), job.Total, job.Done, job.StartedAt, job.UpdatedAt, result, job.Problem);
    }
}

/// <summary>Last run of a timer, as kept in storage.</summary>
/// <param name="LastRun">Machine instant at which the last run ended; null when none has ended yet.</param>
/// <param name="Problem">Why it failed, in the words of people.</param>
/// <param name="StartedAt">Machine instant at which a run began whose end is not written yet; kept only for timers that run less often than every minute.</param>
public sealed record TimerRunView(string Name, DateTimeOffset? LastRun, bool Succeeded, string? Problem, DateTimeOffset? StartedAt = null);

/// <summary>What an operator has to look at, each with what to do in docs/operations.md.</summary>
/// <param name="Code">Stable: <c>storage-away</c>, <c>preparing</c>, <c>outbox-old</c>, <c>poison</c>, <c>timer-late</c>, <c>timer-failed</c>, <c>timer-stuck</c>, <c>clock</c>, <c>publication-stuck</c>, <c>lost-chains</c>.</param>
/// <param name="Subject">Which one, where there are several; null otherwise.</param>
public sealed record HealthTroubleView(string Code, string? Subject, string Detail);

/// <summary><c>GET /api/health</c>.</summary>
/// <param name="Status"><c>ok</c>; <c>troubled</c> when something in <see cref="Troubles"/> needs a hand though the app serves; <c>unavailable</c>, with 503, when it does not.</param>
/// <param name="OutboxAgeSeconds">Age of the oldest message that has not reached its queue; null when none waits.</param>
/// <param name="GivenUp">Ids of items whose publication failed so often that the sweep sends them no more.</param>
/// <param name="FailedNotices">Notices that failed and wait for their next try, or were given up; <c>GET /api/deliveries</c> tells which.</param>
/// <param name="PublicPersonalData">Public items in which the nightly scan found personal data; <c>GET /api/privacy/findings</c> tells which.</param>
/// <param name="OverdueReports">Years whose annual report is over its day and not published; <c>GET /api/reports/{year}</c> tells what is owed to it, and by whom.</param>
/// <param name="LastAnchor">Short form of the register's newest anchor 登记簿锚点: day and first digits; null before the first.</param>
/// <param name="LostChains">Subjects (items, feedback, cases) whose events are fewer than, or other than, the newest anchor says.</param>
/// <param name="Gone">What the last check of the register found gone or broken and could not make again; <c>GET /api/troubles</c> names each.</param>
public sealed record HealthView(
    string Status, IReadOnlyList<HealthTroubleView> Troubles, bool Storage, string? Problem, double? OutboxAgeSeconds, long PoisonMessages, int WaitingPastTheirDay, IReadOnlyList<string> GivenUp, int FailedNotices, int PublicPersonalData, IReadOnlyList<int> OverdueReports, string? LastAnchor, int LostChains, int Gone, IReadOnlyList<TimerRunView> Timers, string CatalogueVersion, DateTimeOffset BusinessNow);
