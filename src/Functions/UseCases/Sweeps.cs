using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;
using Lianxin.Storage.Outbox;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// Timers ask "what is due and not done?" and work it off, so that a dead hour, a double start or a moved clock changes nothing but the delay.
/// </summary>
public sealed class Sweeps(IRegister register, OutboxDispatcher outbox, IMessageSender sender, PublicationAttempts attempts, BusinessClock business, TimeProvider machine)
{
    /// <summary>Outbox rows younger than this are being sent by the command that wrote them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends messages that a command could not send itself.</summary>
    public Task<int> SendLeftoversAsync(string agency, CancellationToken cancellation) => outbox.SweepAsync(agency, machine.GetUtcNow() - Patience, cancellation);

    /// <summary>
    /// Sends approved items whose day has come to the queue, each a bounded number of times and ever less often
    /// (<see cref="PublicationAttempts"/>). A message too many is harmless: the consumer is idempotent by id and version.
    /// </summary>
    public async Task<int> SendDueAsync(string agency, CancellationToken cancellation)
    {
        var due = new List<Item>();
        await foreach (var id in register.AwaitingPublicationAsync(agency, business.Today, cancellation))
        {
            if (await register.FindAsync(id, cancellation) is { Item: { PublishOn: not null } item })
            {
                due.Add(item);
            }
        }

        var turns = await attempts.TakeTurnsAsync(due, cancellation);
        foreach (var item in turns)
        {
            await sender.SendAsync(PublicationDay.Publish(item), cancellation);
        }

        return turns.Count;
    }
}
