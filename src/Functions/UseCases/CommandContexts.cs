using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Proofreading;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases;

/// <summary>Gives a decision its surroundings: who, the two clocks, catalogue and calendar.</summary>
public sealed class CommandContexts(ReferenceData reference, BusinessClock business, TimeProvider machine, ItemLimits limits, ProcedureSettings procedure, Proofreader? proofreader = null)
{
    public CommandContext For(Actor by) =>
        new(by, business.Now, machine.GetUtcNow(), reference.Catalogue, reference.Calendar, limits, procedure)
        {
            Proofreader = proofreader ?? Proofreader.WithoutLists,
        };
}
