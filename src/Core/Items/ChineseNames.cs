namespace Lianxin.Core.Items;

/// <summary>What states and steps are called on people's screens.</summary>
public static class ChineseNames
{
    public static string Of(ItemStatus status) => status switch
    {
        ItemStatus.Draft => "草稿",
        ItemStatus.Submitted => "已申报",
        ItemStatus.Returned => "已退回",
        ItemStatus.Reviewed => "已审核",
        ItemStatus.Approved => "已批准",
        ItemStatus.PublishedToParty => "党内已公开",
        ItemStatus.Published => "已公开",
        ItemStatus.Revising => "修改中",
        ItemStatus.Withdrawn => "已撤下",
        ItemStatus.Expired => "公示期满",
        ItemStatus.Rejected => "不予批准",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(ItemStep step) => step switch
    {
        ItemStep.KeepDraft => "存草稿",
        ItemStep.Change => "修改",
        ItemStep.Submit => "申报",
        ItemStep.Accept => "审核通过",
        ItemStep.Return => "退回",
        ItemStep.GiveOpinion => "发表意见",
        ItemStep.Approve => "批准",
        ItemStep.Reject => "不予批准",
        ItemStep.PublishToParty => "党内公开",
        ItemStep.Publish => "公开",
        ItemStep.Revise => "修改后再次公开",
        ItemStep.Withdraw => "撤下",
        ItemStep.Expire => "期满撤下",
        ItemStep.Import => "导入",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
