using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.UseCases;

/// <summary>What kinds, ways and states of feedback and cases are called, at the desk, on receipts and in public lists.</summary>
public static class FeedbackWords
{
    public static string Of(FeedbackKind kind) => kind switch
    {
        FeedbackKind.Opinion => "意见建议",
        FeedbackKind.Complaint => "投诉",
        FeedbackKind.Error => "纠错",
        _ => kind.ToString(),
    };

    public static string Of(FeedbackChannel channel) => channel switch
    {
        FeedbackChannel.Web => "网上",
        FeedbackChannel.Phone => "电话",
        FeedbackChannel.Letter => "来信",
        FeedbackChannel.Window => "窗口",
        _ => channel.ToString(),
    };

    public static string Of(FeedbackState state) => state switch
    {
        FeedbackState.Received => "待梳理",
        FeedbackState.Registered => "已登记办理",
        FeedbackState.Answered => "已答复",
        FeedbackState.Merged => "已合并办理",
        FeedbackState.Declined => "不予办理",
        _ => state.ToString(),
    };

    public static string Of(CaseStatus status) => status switch
    {
        CaseStatus.Registered => "已登记，待办理",
        CaseStatus.InProgress => "办理中",
        CaseStatus.Resolved => "已答复，待销号",
        CaseStatus.DoneConfirmed => "已办结并确认",
        CaseStatus.DoneUnreachable => "已办结，未能联系上本人",
        CaseStatus.CannotBeDone => "不能办理，已说明",
        CaseStatus.PassedOn => "不属本单位，已转交",
        _ => status.ToString(),
    };

    public static string Of(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Done => "已办结",
        CaseOutcome.CannotBeDone => "不能办理",
        CaseOutcome.PassedOn => "已转交",
        _ => outcome.ToString(),
    };

    /// <summary>A step of a piece or a case.</summary>
    public static string Step(string kind) => kind switch
    {
        "received" => "收到",
        "imported" => "导入",
        "screened" => "梳理",
        "opened" => "登记",
        "progress" => "办理",
        "resolved" => "答复",
        "returned" => "退回办理",
        "closed" => "销号",
        "reopened" => "重新办理",
        "asked" => "回访",
        "affirmed" => "本人确认",
        "republished" => "再次公开",
        _ => kind,
    };

    /// <summary>What is going on, for the person with the receipt.</summary>
    public static string Next(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var again = (receipt.Piece.Republished ?? receipt.Carrier.Republished) is { } republished
            ? $"所针对的信息已根据意见修改，第{republished.Version}版于{ChinaText.Day(ChinaText.Date(republished.At))}再次公开，网页上可以对照修改前后。"
            : "";
        return again + NextStep(receipt);
    }

    private static string NextStep(Receipt receipt) =>
        (receipt.Carrier.State, receipt.Case?.Status) switch
        {
            (FeedbackState.Received, _) => "工作人员正在梳理，请在时限之后再来查看。",
            (FeedbackState.Answered, _) => "答复见下。",
            (FeedbackState.Declined, _) => "理由见下。",
            (_, CaseStatus.Registered or CaseStatus.InProgress) => "已列入“连心”登记，由承办站所办理。",
            (_, CaseStatus.Resolved) => "承办站所已经答复，等待他人核实后销号。",
            (_, CaseStatus.DoneConfirmed or CaseStatus.DoneUnreachable) => "如果没有办好，可以在期限内申请重新办理。",
            (_, CaseStatus.CannotBeDone) => "原因见答复意见。",
            (_, CaseStatus.PassedOn) => "已转交的单位见下。",
            _ => "",
        };
}
