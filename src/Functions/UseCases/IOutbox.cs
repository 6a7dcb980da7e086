using Lianxin.Core.Items;

namespace Lianxin.Functions.UseCases;

/// <summary>Turns outbox rows into queue messages: at once when possible, by the sweep otherwise.</summary>
public interface IOutbox
{
    /// <summary>Sends the messages of these rows and removes the rows; never throws, since the sweep sends what is left.</summary>
    Task SendAsync(IReadOnlyList<OutboxKey> keys, CancellationToken cancellation);

    /// <summary>Sends what has waited for longer than <paramref name="age"/>; answers how many.</summary>
    Task<int> SweepAsync(string agency, TimeSpan age, CancellationToken cancellation);
}
