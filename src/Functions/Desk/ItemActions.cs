using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Desk;

/// <summary>What can be done with an item on its desk page.</summary>
[Flags]
public enum ItemActions
{
    None = 0,

    /// <summary>Change a draft or a returned item.</summary>
    Edit = 1,

    /// <summary>申报.</summary>
    Submit = 2,

    /// <summary>审核.</summary>
    Review = 4,

    /// <summary>征求意见.</summary>
    Opine = 8,

    /// <summary>批准.</summary>
    Approve = 16,

    /// <summary>修改后再次公开 (S15).</summary>
    Revise = 32,

    /// <summary>撤下.</summary>
    Withdraw = 64,
}

/// <summary>
/// Which forms a page offers: those that the server would take from this person now. It decides nothing: the server checks every
/// command again (law 4 of the house).
/// </summary>
public static class ItemActionRules
{
    public static ItemActions For(Actor? actor, Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (actor is null || !string.Equals(actor.Agency, item.Agency, StringComparison.Ordinal))
            return ItemActions.None;

        return Step(actor, item)
            | (actor.Role == Role.Chair && ItemSteps.Allows(item.OutwardStatus, ItemStep.Withdraw) ? ItemActions.Withdraw : ItemActions.None);
    }

    private static ItemActions Step(Actor actor, Item item)
    {
        return (actor.Role, item.Status) switch
        {
            (Role.Clerk, ItemStatus.Draft or ItemStatus.Returned) when Same(actor.Office, item.Office) => ItemActions.Edit | ItemActions.Submit,
            (Role.Clerk, ItemStatus.Published) when Same(actor.Office, item.Office) => ItemActions.Revise,
            (Role.Reviewer, ItemStatus.Submitted) when !Same(actor.Account, item.SubmittedBy) => ItemActions.Review,
            (Role.Leader, ItemStatus.Reviewed) when IsAsked(actor, item) => ItemActions.Opine,
            (Role.Chair, ItemStatus.Reviewed) when item.ApprovalPath == ApprovalPath.Group =>
                (IsAsked(actor, item) ? ItemActions.Opine : ItemActions.None)
                | (Same(actor.Account, item.SubmittedBy) ? ItemActions.None : ItemActions.Approve),
            _ => ItemActions.None,
        };
    }

    private static bool IsAsked(Actor actor, Item item) =>
        item.ApprovalPath == ApprovalPath.Group && item.Consultation?.Members.Contains(actor.Account, StringComparer.Ordinal) == true;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
