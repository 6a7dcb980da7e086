using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Desk;

public enum StepState
{
    Done,
    Current,
    Waiting,

    /// <summary>Not asked for on this item's path.</summary>
    Skipped,

    /// <summary>The way ended here.</summary>
    Stopped,
}

/// <summary>One of the five steps 申报 → 审核 → 征求意见 → 批准 → 公开 (S8) as an item's page shows it.</summary>
public sealed record Step(string Title, StepState State, string Note);

/// <summary>Where an item is on its way.</summary>
public static class StepTrack
{
    private const int Submission = 0;
    private const int Reviewing = 1;
    private const int Consulting = 2;
    private const int Approving = 3;
    private const int Publishing = 4;

    private static readonly string[] Titles = ["申报", "审核", "征求意见", "批准", "公开"];

    public static IReadOnlyList<Step> Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var (at, state, note) = Position(item.Status);
        var alone = item.ApprovalPath == ApprovalPath.Review;
        if (alone && at == Consulting)
            (at, note) = (Approving, "等待批准");
        return [.. Titles.Select((title, i) => (i, at) switch
        {
            (Consulting, _) when alone => new Step(title, StepState.Skipped, "本事项不需要"),
            (Approving, > Reviewing) when alone && at != Approving => new Step(title, StepState.Done, "审核通过即批准"),
            _ when i < at => new Step(title, StepState.Done, "已完成"),
            _ when i == at => new Step(title, state, note),
            _ => new Step(title, StepState.Waiting, state == StepState.Stopped ? "未进行" : "未开始"),
        })];
    }

    private static (int At, StepState State, string Note) Position(ItemStatus status) => status switch
    {
        ItemStatus.Draft => (Submission, StepState.Current, "草稿，尚未申报"),
        ItemStatus.Returned => (Submission, StepState.Current, "已退回，修改后重新申报"),
        ItemStatus.Submitted => (Reviewing, StepState.Current, "等待审核"),
        ItemStatus.Reviewed => (Consulting, StepState.Current, "征求意见中，意见统一后批准"),
        ItemStatus.Rejected => (Approving, StepState.Stopped, "未批准"),
        ItemStatus.Approved => (Publishing, StepState.Current, "等待公开"),
        ItemStatus.PublishedToParty => (Publishing, StepState.Current, "党内公开中"),
        ItemStatus.Published => (Publishing, StepState.Done, "已公开"),
        ItemStatus.Revising => (Publishing, StepState.Done, "已公开，新版本在修改"),
        ItemStatus.Withdrawn => (Publishing, StepState.Stopped, "已撤下"),
        ItemStatus.Expired => (Publishing, StepState.Stopped, "已失效"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No step is known for this status."),
    };
}
