using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Timers;

/// <summary>Every minute: what a command could not send itself is sent now.</summary>
public sealed class OutboxSweep(Sweeps sweeps, TimerRuns runs, LianxinOptions options) : ITimerHandler
{
    public Task RunAsync(TimerTick tick, CancellationToken cancellation) =>
        runs.RecordAsync(FunctionNames.OutboxSweep, () => sweeps.SendLeftoversAsync(options.Agency, cancellation), cancellation);
}

/// <summary>Every minute: approved items whose day has come go to the queue.</summary>
public sealed class PublicationSweep(Sweeps sweeps, TimerRuns runs, LianxinOptions options) : ITimerHandler
{
    public Task RunAsync(TimerTick tick, CancellationToken cancellation) =>
        runs.RecordAsync(FunctionNames.PublicationSweep, () => sweeps.SendDueAsync(options.Agency, cancellation), cancellation);
}

/// <summary>Every minute: notices whose next try has come, and those that nobody worked off, go back into the queue.</summary>
public sealed class NoticeSweep(Sending sending, TimerRuns runs, LianxinOptions options) : ITimerHandler
{
    public Task RunAsync(TimerTick tick, CancellationToken cancellation) =>
        runs.RecordAsync(FunctionNames.NoticeSweep, () => sending.SweepAsync(options.Agency, cancellation), cancellation);
}

/// <summary>Every night: the draft of last year's report, until an edition of it is published; built anew only when its data changed.</summary>
public sealed class AnnualReportTimer(YearlyDraft draft, TimerRuns runs, LianxinOptions options) : ITimerHandler
{
    public Task RunAsync(TimerTick tick, CancellationToken cancellation) =>
        runs.RecordAsync(
            FunctionNames.AnnualReport,
            () => draft.BuildAsync(Actor.Machine("timer:" + FunctionNames.AnnualReport, options.Agency), cancellation),
            cancellation);
}
