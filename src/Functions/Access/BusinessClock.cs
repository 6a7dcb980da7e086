namespace Lianxin.Functions.Access;

/// <summary>
/// Business time: deadlines, duties, quarters and publication go by it. It follows the demo's clock where one runs, else the
/// machine's. Sessions, locks, links, leases and retries never use it; they take the machine's <see cref="TimeProvider"/>.
/// </summary>
public sealed class BusinessClock
{
    /// <summary>China Standard Time: UTC+8, without summer time.</summary>
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private readonly TimeProvider machine;
    private readonly TimeSpan ahead;

    public BusinessClock(TimeProvider machine, LianxinOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(options);
        this.machine = machine;
        ahead = options.BusinessClock is { } start
            ? start - (options.BusinessClockSince ?? machine.GetUtcNow())
            : TimeSpan.Zero;
    }

    /// <summary>The present business instant, with China's offset.</summary>
    public DateTimeOffset Now => (machine.GetUtcNow() + ahead).ToOffset(China);

    /// <summary>The present business date in China Standard Time.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);
}
