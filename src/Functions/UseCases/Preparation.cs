using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases.Accounts;
using Lianxin.Functions.UseCases.Checks;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// Makes what must be there before anything can be taken: tables, containers, queues, demo accounts, the frame of the site.
/// Last it asks for a check of the registers, which the queue works off beside everything else (decision record 28).
/// The app starts and answers while storage is away; this goes on trying, and health says 503 until it is done.
/// </summary>
public sealed partial class Preparation(
    IStorageProbe probe, DemoStaff staff, FirstAdmin first, Site site, SiteLists lists, SiteData data, SiteColumn column, CasePages cases, CoveragePages coverage, InService service, RegisterCheck check, TimerRuns timers, LianxinOptions options, TimeProvider machine, ILogger<Preparation> log)
    : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan OnceADay = TimeSpan.FromDays(1);

    private volatile bool done;

    /// <summary>True once everything is there.</summary>
    public bool IsDone => done;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        OptionsLog.Write(log, options);
        var wait = FirstWait;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await probe.PrepareAsync(stoppingToken);
                await timers.SinceAsync(stoppingToken);
                await staff.EnsureAsync(stoppingToken);
                await first.EnsureAsync(stoppingToken);
                await site.WriteFrameAsync(stoppingToken);
                await data.WriteFrameAsync(options.Agency, stoppingToken);
                foreach (var agency in options.AllAgencies)
                {
                    await service.SinceAsync(agency, stoppingToken);
                }

                await column.WriteFrameAsync(options.Agency, stoppingToken);
                await cases.WriteFrontAsync(options.Agency, stoppingToken);
                await coverage.WriteDueAsync(options.Agency, stoppingToken);
                await lists.WriteMissingAsync(options.Agency, stoppingToken);
                await lists.WriteHomeAsync(options.Agency, stoppingToken);

                foreach (var agency in options.AllAgencies)
                {
                    await check.RequestAsync(agency, options.CheckAtEveryStart ? TimeSpan.Zero : OnceADay, stoppingToken);
                }

                done = true;
                return;
            }
            catch (Exception failure) when (failure is StorageUnavailableException or InvalidOperationException)
            {
                LogWaiting(failure.Message);
            }

            await Task.Delay(wait, machine, stoppingToken);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "storage is not ready: {Reason}")]
    private partial void LogWaiting(string reason);
}
