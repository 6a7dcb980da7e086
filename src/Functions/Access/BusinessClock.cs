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
    private readonly bool movable;
    private long aheadTicks;

    public BusinessClock(TimeProvider machine, LianxinOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(options);
        this.machine = machine;
        movable = options.DemoMode;
        aheadTicks = options.BusinessClock is { } start
            ? (start - (options.BusinessClockSince ?? machine.GetUtcNow())).Ticks
            : 0;
    }

    /// <summary>The present business instant, with China's offset.</summary>
    public DateTimeOffset Now => (machine.GetUtcNow() + Ahead).ToOffset(China);

    /// <summary>The present business date in China Standard Time.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>How far business time is ahead of the machine's; zero outside a demo.</summary>
    public TimeSpan Ahead => new(Interlocked.Read(ref aheadTicks));

    /// <summary>Sets the demo's clock; it runs on from there.</summary>
    /// <exception cref="InvalidOperationException">This is no demo: business time is the machine's.</exception>
    public void SetAhead(TimeSpan ahead)
    {
        if (!movable)
        {
            throw new InvalidOperationException("The business clock can be moved in demo mode only.");
        }

        Interlocked.Exchange(ref aheadTicks, ahead.Ticks);
    }
}
