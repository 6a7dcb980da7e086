using System.Diagnostics.Metrics;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.UseCases.Health;

namespace Lianxin.Functions.Telemetry;

/// <summary>Gives the figures of the health report as metrics, looked at once a minute; it runs only where somebody collects them.</summary>
public sealed class FiguresWatch : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly HealthReport report;
    private readonly TimeProvider machine;
    private volatile HealthView? last;

    public FiguresWatch(HealthReport report, TimeProvider machine, IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        (this.report, this.machine) = (report, machine);
        var meter = meters.Create(Signals.Name);
        Gauge("lianxin.serving", "1", "Whether storage answers and everything is prepared.", v => v.Status == HealthReport.Unavailable ? 0 : 1);
        Gauge("lianxin.troubles", "{trouble}", "What an operator has to look at.", v => v.Troubles.Count);
        Gauge("lianxin.outbox.age", "s", "Age of the oldest message that has not reached its queue.", v => v.OutboxAgeSeconds ?? 0);
        Gauge("lianxin.poison.messages", "{message}", "Messages that failed five times.", v => v.PoisonMessages);
        Gauge("lianxin.publications.overdue", "{item}", "Approved items whose day has passed and that are not out.", v => v.WaitingPastTheirDay);
        Gauge("lianxin.reports.overdue", "{report}", "Annual reports over their day.", v => v.OverdueReports.Count);
        Gauge("lianxin.notices.failed", "{notice}", "Notices that failed.", v => v.FailedNotices);
        Gauge("lianxin.chains.lost", "{subject}", "Subjects that differ from the newest anchor.", v => v.LostChains);
        meter.CreateObservableGauge("lianxin.timer.age", TimerAges, "s", "Time since the last run of a timer.");

        void Gauge(string name, string unit, string meaning, Func<HealthView, double> figure) =>
            meter.CreateObservableGauge(name, () => last is { } view ? [new Measurement<double>(figure(view))] : Array.Empty<Measurement<double>>(), unit, meaning);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                last = await report.MakeAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                last = null;
            }

            await Task.Delay(Every, machine, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private IEnumerable<Measurement<double>> TimerAges() =>
        from timer in last?.Timers ?? []
        where timer.LastRun is not null
        select new Measurement<double>((machine.GetUtcNow() - timer.LastRun!.Value).TotalSeconds, new KeyValuePair<string, object?>("lianxin.timer", timer.Name));
}
