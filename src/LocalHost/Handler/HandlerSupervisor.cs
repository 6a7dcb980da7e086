using Lianxin.LocalHost.Processes;

namespace Lianxin.LocalHost.Handler;

/// <summary>Keeps one handler running: restarts it without limit, with back-off, and says where the real host would have given up.</summary>
internal sealed class HandlerSupervisor(HandlerStarter starter, TimeSpan initializationTimeout, TimeProvider clock, Journal journal)
{
    /// <summary>The exit code by which a handler asks for a restart that is no error.</summary>
    private const int AsksForRestart = 200;

    private static readonly TimeSpan ProbeEvery = TimeSpan.FromMilliseconds(25);

    private readonly Lock _gate = new();
    private readonly CrashLedger _ledger = new();
    private readonly RestartPace _pace = new();
    private TaskCompletionSource<HandlerLife> _ready = NewSignal();

    /// <summary>Runs until stopped; the handler is killed then.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var wait = await LiveOnceAsync(stop);
            try
            {
                await Task.Delay(wait, clock, stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <returns>The running handler; null when none was ready in time.</returns>
    public async Task<HandlerLife?> WhenReadyAsync(TimeSpan limit, CancellationToken cancellation)
    {
        Task<HandlerLife> ready;
        lock (_gate)
        {
            ready = _ready.Task;
        }

        try
        {
            return await ready.WaitAsync(limit, clock, cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <returns>How long to wait before the next start.</returns>
    private async Task<TimeSpan> LiveOnceAsync(CancellationToken stop)
    {
        HandlerLife life;
        try
        {
            life = await starter.StartAsync();
        }
        catch (Exception failed) when (failed is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            journal.Warn("处理程序无法启动", $"the handler cannot be started: {failed.Message}");
            return _pace.After(TimeSpan.Zero);
        }

        await using var onStop = stop.Register(() => life.Kill(planned: true));
        if (stop.IsCancellationRequested)
        {
            life.Kill(planned: true);
        }

        var lived = TimeSpan.Zero;
        if (await BecomesReadyAsync(life, stop))
        {
            var since = clock.GetTimestamp();
            Offer(life);
            await life.Exited;
            Withdraw();
            lived = clock.GetElapsedTime(since);
        }

        await life.Exited;
        // Ctrl+C reaches the handler through the terminal at the same moment as this process: look once more before judging.
        await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        if (!stop.IsCancellationRequested)
        {
            Report(life);
        }

        life.Dispose();
        return _pace.After(lived);
    }

    private async Task<bool> BecomesReadyAsync(HandlerLife life, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(initializationTimeout);
        try
        {
            while (!life.Exited.IsCompleted)
            {
                if (await life.AnswersAsync(limit.Token))
                {
                    return true;
                }

                await Task.Delay(ProbeEvery, limit.Token);
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            journal.Warn(
                $"处理程序在 {initializationTimeout.TotalSeconds:0} 秒内没有答复 GET /，已杀掉",
                $"the handler did not answer GET / within {initializationTimeout.TotalSeconds:0} s and was killed");
            life.Kill(planned: false);
        }
        catch (OperationCanceledException)
        {
            // The end of everything; the handler is being killed.
        }

        return false;
    }

    private void Report(HandlerLife life)
    {
        if (life.WasPlanned || life.ExitCode == AsksForRestart)
        {
            return;
        }

        if (life.ExitCode == 0)
        {
            journal.Warn("处理程序以 0 退出：真实宿主不会重启它；本机重启", "the handler exited with 0: the real host would not restart it; this one does");
            return;
        }

        journal.Warn($"处理程序以 {life.ExitCode} 退出，重启。{starter.LastErrors}", $"the handler exited with {life.ExitCode} and restarts");
        if (_ledger.Add(clock.GetUtcNow()))
        {
            journal.Warn(
                $"30 分钟内崩溃 {CrashLedger.Limit} 次：真实宿主在此停止整个应用；本机继续",
                $"{CrashLedger.Limit} crashes within 30 minutes: the real host would stop the app here; this one goes on");
        }
    }

    private void Offer(HandlerLife life)
    {
        lock (_gate)
        {
            _ready.TrySetResult(life);
        }
    }

    private void Withdraw()
    {
        lock (_gate)
        {
            _ready = NewSignal();
        }
    }

    private static TaskCompletionSource<HandlerLife> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
