namespace Lianxin.Functions.Access;

/// <summary>
/// Counts calls by address in windows of machine time. The count lives in this process and is lost with it: it guards only work that
/// stores nothing, so that all an address could gain from several processes is a multiple of a harmless amount, and a count in storage
/// would cost more than the calls it saves. Memory is bounded: when more addresses than <see cref="Addresses"/> call within one window,
/// those that are not counted yet share one count.
/// </summary>
/// <param name="calls">Calls of one address in one window.</param>
/// <param name="machine">Limits follow the machine's clock, never the demo's.</param>
public sealed class CallerLimit(int calls, TimeSpan window, TimeProvider machine)
{
    /// <summary>Addresses that are told apart within one window.</summary>
    public const int Addresses = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private DateTimeOffset started = DateTimeOffset.MinValue;

    /// <summary>Counts a call.</summary>
    /// <returns>Null when the call may go on, else how long to wait.</returns>
    public TimeSpan? Take(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        lock (gate)
        {
            var now = machine.GetUtcNow();
            // A clock that was set back must not lock anybody out for long.
            if (now - started >= window || now < started)
            {
                started = now;
                counts.Clear();
            }

            var key = counts.Count < Addresses || counts.ContainsKey(address) ? address : "";
            var taken = counts.GetValueOrDefault(key);
            if (taken >= calls)
                return started + window - now;
            counts[key] = taken + 1;
            return null;
        }
    }
}
