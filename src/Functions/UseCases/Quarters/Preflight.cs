using Lianxin.Core.Access;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>The list before a quarter's end: what is missing, not approved, or approved and failing a check.</summary>
public sealed class Preflight(IRegister register, BusinessClock business, CommandContexts contexts)
{
    public async Task<IReadOnlyList<OpenPoint>> OfAsync(QuarterView view, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(view);
        var problems = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var id in view.Duties.Where(d => d is { Reach: DutyReach.Approved, State: DutyState.Pending or DutyState.Overdue }).Select(d => d.ItemId!).Distinct(StringComparer.Ordinal))
        {
            if (await register.FindAsync(id, cancellation) is { } stored)
            {
                problems[id] = Readiness.ProblemsOf(stored.Item, contexts.For(Actor.Machine("timer:preflight", stored.Item.Agency)));
            }
        }

        return OpenPoints.Of(view.Duties, problems, business.Today);
    }
}
