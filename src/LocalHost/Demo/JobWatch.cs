using System.Net;
using System.Text.Json;

namespace Lianxin.LocalHost.Demo;

/// <summary>Follows long work from its 202 to its end.</summary>
internal sealed class JobWatch(TimeProvider clock, Journal journal)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(3);

    /// <summary>Work that has not moved for so long is given up.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(10);

    /// <exception cref="StepFailed">The work failed, or stands still.</exception>
    public async Task FollowAsync(Caller caller, HttpResponseMessage answer, string step, CancellationToken cancellation)
    {
        if (answer.StatusCode != HttpStatusCode.Accepted)
        {
            return;
        }

        var accepted = JsonSerializer.Deserialize(await answer.Content.ReadAsStringAsync(cancellation), SampleJson.Default.Accepted);
        var path = accepted?.Job ?? throw new StepFailed($"{step}：202 没有 job · 202 without a job");
        var moved = clock.GetTimestamp();
        var told = clock.GetTimestamp();
        var last = -1;
        while (true)
        {
            using var look = await caller.SendAsync(HttpMethod.Get, path, null, step, cancellation);
            var job = JsonSerializer.Deserialize(await look.Content.ReadAsStringAsync(cancellation), SampleJson.Default.JobView)!;
            switch (job.State)
            {
                case "done": return;
                case "failed": throw new StepFailed($"{step}：{job.Problem?.ToString() ?? "失败 · failed"}");
            }

            if (job.Done != last)
            {
                (last, moved) = (job.Done, clock.GetTimestamp());
            }

            if (clock.GetElapsedTime(moved) > Stuck)
            {
                throw new StepFailed($"{step}：{job.Done}/{job.Total} 不再前进 · stands still");
            }

            if (clock.GetElapsedTime(told) > Telling)
            {
                journal.Line($"  … {step} {job.Done}/{job.Total}");
                told = clock.GetTimestamp();
            }

            await Task.Delay(Poll, clock, cancellation);
        }
    }
}
