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

/// <summary>Every minute: addresses that fell out of their window are forgotten, and people are asked whether it is really done.</summary>
public sealed class FeedbackSweep(FeedbackSweeps sweeps, TimerRuns runs, LianxinOptions options) : ITimerHandler
{
    public Task RunAsync(TimerTick tick, CancellationToken cancellation) =>
        runs.RecordAsync(
            FunctionNames.FeedbackSweep,
            async () =>
            {
                await sweeps.ForgetAddressesAsync(options.Agency, cancellation);
                await sweeps.AskDueAsync(options.Agency, cancellation);
            },
            cancellation);
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
