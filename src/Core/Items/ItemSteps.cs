namespace Lianxin.Core.Items;

/// <summary>A step that a person or a machine takes with an item.</summary>
public enum ItemStep
{
    /// <summary>Keep an incomplete draft.</summary>
    KeepDraft,

    /// <summary>Change a draft or a returned item.</summary>
    Change,

    /// <summary>申报.</summary>
    Submit,

    /// <summary>审核: accepted.</summary>
    Accept,

    /// <summary>审核: sent back.</summary>
    Return,

    /// <summary>征求意见.</summary>
    GiveOpinion,

    /// <summary>批准.</summary>
    Approve,

    /// <summary>不予批准.</summary>
    Reject,

    /// <summary>党内公开: the Party-only stage.</summary>
    PublishToParty,

    /// <summary>公开.</summary>
    Publish,

    /// <summary>修改后再次公开 (S15).</summary>
    Revise,

    /// <summary>撤下.</summary>
    Withdraw,

    /// <summary>公示期满撤下.</summary>
    Expire,

    /// <summary>Taken over from a past register.</summary>
    Import,
}

/// <summary>
/// The life of an item as a table: what is not in it is not allowed (S8, "六字方针": 规范、有序、到位).
/// Three rules of the seed shape it: the leading group approves project, scope and form; content goes out only when opinions
/// are unified (统一意见); some matters stay inside the Party, or go out there first.
/// </summary>
public static class ItemSteps
{
    private static readonly (ItemStatus? From, ItemStep Step, ItemStatus[] To)[] Table =
    [
        (null, ItemStep.KeepDraft, [ItemStatus.Draft]),
        (null, ItemStep.Submit, [ItemStatus.Submitted]),
        (null, ItemStep.Import, [ItemStatus.Published]),
        (ItemStatus.Draft, ItemStep.Change, [ItemStatus.Draft]),
        (ItemStatus.Draft, ItemStep.Submit, [ItemStatus.Submitted]),
        (ItemStatus.Returned, ItemStep.Change, [ItemStatus.Returned]),
        (ItemStatus.Returned, ItemStep.Submit, [ItemStatus.Submitted]),
        // Routine news is approved by the reviewer's acceptance; everything else goes to the leading group.
        (ItemStatus.Submitted, ItemStep.Accept, [ItemStatus.Reviewed, ItemStatus.Approved]),
        (ItemStatus.Submitted, ItemStep.Return, [ItemStatus.Returned]),
        (ItemStatus.Reviewed, ItemStep.GiveOpinion, [ItemStatus.Reviewed]),
        (ItemStatus.Reviewed, ItemStep.Approve, [ItemStatus.Approved]),
        // A rejected revision leaves what was public before as it was.
        (ItemStatus.Reviewed, ItemStep.Reject, [ItemStatus.Rejected, ItemStatus.Published]),
        (ItemStatus.Approved, ItemStep.PublishToParty, [ItemStatus.PublishedToParty]),
        (ItemStatus.Approved, ItemStep.Publish, [ItemStatus.Published]),
        (ItemStatus.PublishedToParty, ItemStep.Publish, [ItemStatus.Published]),
        (ItemStatus.Published, ItemStep.Revise, [ItemStatus.Submitted]),
        (ItemStatus.Published, ItemStep.Withdraw, [ItemStatus.Withdrawn]),
        (ItemStatus.PublishedToParty, ItemStep.Withdraw, [ItemStatus.Withdrawn]),
        // What must go at once does not wait for the revision that is on its way.
        (ItemStatus.Revising, ItemStep.Withdraw, [ItemStatus.Withdrawn]),
        (ItemStatus.Published, ItemStep.Expire, [ItemStatus.Expired]),
        (ItemStatus.Revising, ItemStep.Expire, [ItemStatus.Expired]),
    ];

    /// <summary>Every allowed transition, for documentation and for the tests that walk it.</summary>
    public static IReadOnlyList<(ItemStatus? From, ItemStep Step, ItemStatus To)> All { get; } =
        [.. Table.SelectMany(t => t.To.Select(to => (t.From, t.Step, to)))];

    /// <summary>Whether the step may be taken from this state at all.</summary>
    public static bool Allows(ItemStatus? from, ItemStep step) => Array.Exists(Table, t => t.From == from && t.Step == step);

    /// <summary>The refusal for a step that the table does not have.</summary>
    public static Refusal? Check(ItemStatus? from, ItemStep step) =>
        Allows(from, step)
            ? null
            : new Refusal(
                RefusalKind.IllegalStep,
                "illegal-step",
                $"当前状态是“{(from is { } status ? ChineseNames.Of(status) : "未登记")}”，不能“{ChineseNames.Of(step)}”。");
}
