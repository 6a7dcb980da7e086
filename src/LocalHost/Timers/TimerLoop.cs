using Azure;
using Lianxin.LocalHost.Handler;
using Lianxin.LocalHost.Manifest;

namespace Lianxin.LocalHost.Timers;

/// <summary>Fires one timer function: on its schedule, once for all that was missed, or by hand; never twice at a time.</summary>
internal sealed class TimerLoop(TimerFunction timer, TimerStatusStore store, Invoker invoker, TimeProvider clock, Journal journal) : IDisposable
{
    /// <summary>Longest single sleep, so that a machine that slept or whose clock was set wakes up on time.</summary>
    private static readonly TimeSpan Nap = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly bool _monitored = timer.UseMonitor && !timer.Schedule.IsFinerThanAMinute(clock.GetUtcNow());
    private TimerStatus? _status;

    public string Name => timer.Name;

    public async Task RunAsync(CancellationToken stop)
    {
        var woke = WakeUp.Decide(timer.Schedule, _monitored ? await ReadAsync(stop) : null, clock.GetUtcNow());
        _status = woke.Status;
        if (woke.Changed)
        {
            await WriteAsync(stop);
        }

        if (woke.IsPastDue || timer.RunOnStartup)
        {
            await FireAsync(woke.IsPastDue, onSchedule: false, stop);
        }

        while (!stop.IsCancellationRequested)
        {
            for (var left = _status.Next - clock.GetUtcNow(); left > TimeSpan.Zero; left = _status.Next - clock.GetUtcNow())
            {
                await Task.Delay(left < Nap ? left : Nap, clock, stop);
            }

            await FireAsync(isPastDue: false, onSchedule: true, stop);
        }
    }

    /// <summary>A run by hand: it waits its turn and leaves the schedule alone.</summary>
    public async Task FireByHandAsync(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            await InvokeAsync(isPastDue: false, clock.GetUtcNow(), stop);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task FireAsync(bool isPastDue, bool onSchedule, CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            var at = clock.GetUtcNow();
            await InvokeAsync(isPastDue, at, stop);
            // Written after the run, failed or not: a crash in between repeats the run, as on the real host.
            _status = WakeUp.After(timer.Schedule, _status!, at, onSchedule);
            await WriteAsync(stop);
        }
        finally
        {
            _one.Release();
        }
    }

    private Task<Verdict> InvokeAsync(bool isPastDue, DateTimeOffset at, CancellationToken stop) => invoker.InvokeAsync(
        timer.Name,
        TimerEnvelope.Write(timer.Binding, _monitored ? _status : null, isPastDue, Call.New(timer.Name, at)),
        stop);

    private async Task<TimerStatus?> ReadAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await store.ReadAsync(timer.Name, stop);
            }
            catch (Exception away) when (away is RequestFailedException or AggregateException)
            {
                journal.Warn($"读不到定时器 {timer.Name} 的状态，稍后再试", $"cannot read the status of timer {timer.Name}, trying again");
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stop);
            }
        }
    }

    private async Task WriteAsync(CancellationToken stop)
    {
        if (!_monitored)
        {
            return;
        }

        try
        {
            await store.WriteAsync(timer.Name, _status!, stop);
        }
        catch (Exception away) when (away is RequestFailedException or AggregateException)
        {
            journal.Warn($"写不下定时器 {timer.Name} 的状态", $"cannot write the status of timer {timer.Name}");
        }
    }
}
