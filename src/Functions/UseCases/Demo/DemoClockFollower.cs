using Lianxin.Core.Items;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Demo;

/// <summary>Lets every handler of a demo follow the one that moved the clock.</summary>
public sealed class DemoClockFollower(DemoClock clock, LianxinOptions options, TimeProvider machine) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.DemoMode && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await clock.FollowAsync(stoppingToken);
            }
            catch (StorageUnavailableException)
            {
                // Health tells that storage is away; the next look comes soon.
            }

            await Task.Delay(Pace, machine, stoppingToken);
        }
    }
}
