namespace Lianxin.Functions.UseCases.Health;

/// <summary>
/// Whether the machine's clock goes: it is held against the processor's counter, between two looks that are half a minute apart at least.
/// A clock that stands would let every timer look young for ever.
/// </summary>
public sealed class ClockWatch(TimeProvider machine)
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);

    private readonly Lock one = new();
    private Look older = Look.At(machine);
    private Look newer = Look.At(machine);

    /// <summary>True when the clock went less than half as far as time did.</summary>
    public bool Stands()
    {
        lock (one)
        {
            if (machine.GetElapsedTime(newer.Stamp) >= Apart)
            {
                (older, newer) = (newer, Look.At(machine));
            }

            var passed = machine.GetElapsedTime(older.Stamp);
            return passed >= Apart && machine.GetUtcNow() - older.Clock < passed / 2;
        }
    }

    private readonly record struct Look(long Stamp, DateTimeOffset Clock)
    {
        public static Look At(TimeProvider machine) => new(machine.GetTimestamp(), machine.GetUtcNow());
    }
}
