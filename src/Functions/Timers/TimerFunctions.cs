using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Anchors;
using Lianxin.Functions.UseCases.Handovers;
using Lianxin.Functions.UseCases.Privacy;
using Lianxin.Functions.UseCases.Quarters;
using Lianxin.Functions.UseCases.Yearly;

namespace Lianxin.Functions.Timers;

/// <summary>Every minute: what a command could not send itself is sent now.</summary>
public sealed class OutboxSweep(Sweeps sweeps, TimerRuns runs, LianxinOptions options) : ITimerHandler
{
    public Task RunAsync(TimerTick tick, CancellationToken cancellation) =>
        runs.RecordAsync(FunctionNames.OutboxSweep, () => ForEach.AgencyAsync(options, agency => sweeps.SendLeftoversAsync(agency, cancellation)), cancellation);
}

/// <summary>Every minute: approved items whose day has come go to the queue.</summary>
public sealed class PublicationSweep(Sweeps sweeps, TimerRuns runs, LianxinOptions options) : ITimerHandler
{
    public Task RunAsync(TimerTick tick, CancellationToken cancellation) =>
        runs.RecordAsync(FunctionNames.PublicationSweep, () => ForEach.AgencyAsync(options, agency => sweeps.SendDueAsync(agency, cancellation)), cancellation);
}

/// <summary>Every minute: lists whose notice is over, quarters that ended, coverages to freeze, notices of the day; for every agency.</summary>
public sealed class DutySweep(DueWork work, TimerRuns runs, LianxinOptions options) : ITimerHandler
{
    public Task RunAsync(TimerTick tick, CancellationToken cancellation) =>
        runs.RecordAsync(
            FunctionNames.DutySweep,
            () => ForEach.AgencyAsync(options, agency => work.PassAsync(agency, Actor.Machine("timer:" + FunctionNames.DutySweep, agency), cancellation)),
            cancellation);
}

/// <summary>Every minute: notices whose next try has come, and those that nobody worked off, go back into the queue.</summary>
public sealed class NoticeSweep(Sending sending, TimerRuns runs, LianxinOptions options) : ITimerHandler
{
    public Task RunAsync(TimerTick tick, CancellationToken cancellation) =>
        runs.RecordAsync(FunctionNames.NoticeSweep, () => sending.SweepAsync(options.Agency, cancellation), cancellation);
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

/// <summary>
/// Every night: the draft of last year's report, and of earlier ones that nobody has published while they fell due; until an edition is out,
/// and built anew only when its data changed. What the offices owe to it, the duty sweep tells them in the morning.
/// </summary>
public sealed class AnnualReportTimer(YearlyDraft draft, YearlyBoard board, TimerRuns runs, LianxinOptions options) : ITimerHandler
{
    public Task RunAsync(TimerTick tick, CancellationToken cancellation) =>
        runs.RecordAsync(FunctionNames.AnnualReport, () => ForEach.AgencyAsync(options, agency => BuildAsync(agency, cancellation)), cancellation);

    private async Task BuildAsync(string agency, CancellationToken cancellation)
    {
        var by = Actor.Machine("timer:" + FunctionNames.AnnualReport, agency);
        await draft.BuildAsync(by, cancellation);
        foreach (var year in await board.YearsAsync(agency, cancellation))
        {
            await draft.BuildAsync(by, year, cancellation);
        }
    }
}

/// <summary>Every night: whether the county's portal shows what was handed over and not yet seen there.</summary>
public sealed class HandoverSweep(HandoverChecks checks, TimerRuns runs, LianxinOptions options) : ITimerHandler
{
    public Task RunAsync(TimerTick tick, CancellationToken cancellation) =>
        runs.RecordAsync(FunctionNames.HandoverSweep, () => ForEach.AgencyAsync(options, agency => checks.SweepAsync(agency, cancellation)), cancellation);
}

/// <summary>Every night: what is public is read for personal data again, by the detectors as they are now.</summary>
public sealed class PrivacySweep(PublicScan scan, TimerRuns runs, LianxinOptions options) : ITimerHandler
{
    public Task RunAsync(TimerTick tick, CancellationToken cancellation) =>
        runs.RecordAsync(FunctionNames.PrivacySweep, () => ForEach.AgencyAsync(options, agency => scan.RunAsync(agency, cancellation)), cancellation);
}

/// <summary>Every hour: the anchor of the day that ended, for every agency that has none yet.</summary>
public sealed class AnchorSweep(AnchorBook anchors, TimerRuns runs, LianxinOptions options) : ITimerHandler
{
    public Task RunAsync(TimerTick tick, CancellationToken cancellation) =>
        runs.RecordAsync(FunctionNames.AnchorSweep, () => ForEach.AgencyAsync(options, agency => anchors.MakeDueAsync(agency, cancellation)), cancellation);
}
