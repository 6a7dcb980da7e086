using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Handovers;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Handovers;

/// <summary>The tick 移交登记: load, let Core decide, commit; a lost race is loaded and decided again.</summary>
public sealed class HandoverTicks(IRegister register, HandoverBook book, CountyHosts hosts, BusinessClock business, TimeProvider machine)
{
    private const int Attempts = 8;

    /// <param name="on">Day in China Standard Time, as read.</param>
    public Task<Decision<HandoverLine>> TickAsync(Actor by, string id, string? address, DateOnly? on, CancellationToken cancellation) =>
        StepAsync(by, id, (wanted, before) => HandoverSteps.Tick(wanted, before, address, on, hosts, by, business.Today, machine.GetUtcNow()), cancellation);

    internal async Task<Decision<HandoverLine>> StepAsync(
        Actor by, string id, Func<WantedHandover, Handover?, Decision<Handover>> decide, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await book.FindAsync(by.Agency, id, cancellation);
            if (await register.FindAsync(id, cancellation) is not { Item: var item }
                || Visibility.Of(item, by) != View.Full
                || PublicationRows.Of(item) is not { } row
                || HandoverList.LineOf(row, stored?.Handover) is not { } line)
            {
                return CommandAnswer.Unknown.Refusal!;
            }

            var decision = decide(line.Wanted, stored?.Handover);
            if (!decision.Accepted)
            {
                return decision.Refusal;
            }

            if (ReferenceEquals(decision.Value, stored?.Handover) || await book.SaveAsync(stored, decision.Value, cancellation))
            {
                return HandoverList.LineOf(row, decision.Value)!;
            }
        }

        throw new StorageUnavailableException("A handover lost every race.");
    }
}
