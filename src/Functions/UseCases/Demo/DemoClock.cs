using System.Globalization;
using System.Text;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.UseCases.Demo;

/// <summary>
/// The time machine of the demo: moves business time forward and does on the way what would have been done, day by day, at the hours at
/// which it would have been done. How far business time is ahead is kept in storage, so that a restarted handler or a second one goes on
/// from there. Outside demo mode there is no such thing.
/// </summary>
public sealed class DemoClock(
    IDocumentStore documents, BusinessClock business, QuarterRun run, DueWork work, YearlyDraft draft, LianxinOptions options, TimeProvider machine) : IDisposable
{
    /// <summary>The longest way in one call: three years, most of a minute.</summary>
    public const int MostDays = 1_100;

    private const string Name = "demo/clock-ahead.txt";

    /// <summary>After midnight, when timers have fired; and after the hour of the day's notices.</summary>
    private static readonly TimeOnly[] Stops = [new(0, 1), new(9, 0)];

    private static readonly Actor Self = Actor.Machine("timer:demo-clock", "");

    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Takes over how far another handler, or this one before its restart, had moved the clock.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        if (!options.DemoMode || !await oneAtATime.WaitAsync(TimeSpan.Zero, cancellation))
        {
            return;
        }

        try
        {
            if (await documents.FindAsync(Containers.Sealed, Name, cancellation) is { } stored
                && long.TryParse(Encoding.ASCII.GetString(stored.Bytes), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ticks)
                && ticks > business.Ahead.Ticks)
            {
                business.SetAhead(new TimeSpan(ticks));
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Moves the clock to an instant; null when that is done, else why not.</summary>
    public async Task<Refusal?> MoveAsync(string? text, CancellationToken cancellation)
    {
        if (!DateTimeOffset.TryParseExact(
            text?.Trim(), ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var target))
        {
            return Refusal.Field("now", "请按 2026-04-01T09:00:00+08:00 的格式填写时刻。");
        }

        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (target < business.Now)
            {
                return new Refusal(RefusalKind.IllegalStep, "clock-backwards", "演示时钟只能向前拨，不能倒退。");
            }

            if (target - business.Now > TimeSpan.FromDays(MostDays))
            {
                return Refusal.Field("now", $"一次最多向前拨{MostDays}天，请分几次进行。", "clock-too-far");
            }

            for (var day = business.Today; day <= ChinaTime.DateOf(target); day = day.AddDays(1))
            {
                foreach (var stop in Stops.Select(s => ChinaTime.StartOf(day) + s.ToTimeSpan()).Where(s => s > business.Now && s < target))
                {
                    await StopAtAsync(stop, cancellation);
                }
            }

            await StopAtAsync(target, cancellation);
            return null;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    /// <summary>A part that is broken does not stop the time; the timer's own run meets it within a minute, and health shows it.</summary>
    private async Task PassAsync(string agency, Actor by, CancellationToken cancellation)
    {
        try
        {
            await work.PassAsync(agency, by, cancellation);
        }
        catch (AggregateException)
        {
            // Told above.
        }
    }

    /// <summary>Sets the clock and does what is due then.</summary>
    private async Task StopAtAsync(DateTimeOffset instant, CancellationToken cancellation)
    {
        var ahead = instant - machine.GetUtcNow();
        business.SetAhead(ahead);
        await documents.PutAsync(
            Containers.Sealed, Name, Encoding.ASCII.GetBytes(ahead.Ticks.ToString(CultureInfo.InvariantCulture)), "text/plain", cancellation);
        foreach (var agency in options.AllAgencies)
        {
            var by = Self with { Agency = agency };
            await run.PublishWaitingAsync(agency, by, cancellation);
            await PassAsync(agency, by, cancellation);
            // The yearly draft is kept up every night; between two firsts of a month nothing of it could be seen.
            if (business.Today.Day == 1)
            {
                await draft.BuildAsync(by, cancellation);
            }
        }
    }
}
