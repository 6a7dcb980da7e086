using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Pages.Texts;

namespace Lianxin.Functions.UseCases;

/// <summary>What kinds, ways and states of feedback and cases are called, at the desk, on receipts and in public lists.</summary>
public static class FeedbackWords
{
    private static readonly ReceiptTexts Chinese = PortalTexts.InChinese.Receipt;

    public static string Of(FeedbackKind kind) => Chinese.Of(kind);

    public static string Of(FeedbackChannel channel) => channel switch
    {
        FeedbackChannel.Web => "网上",
        FeedbackChannel.Phone => "电话",
        FeedbackChannel.Letter => "来信",
        FeedbackChannel.Window => "窗口",
        _ => channel.ToString(),
    };

    public static string Of(FeedbackState state) => Chinese.Of(state);

    public static string Of(CaseStatus status) => Chinese.Of(status);

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
    public static string Next(Receipt receipt) => Next(receipt, Chinese);

    /// <inheritdoc cref="Next(Receipt)"/>
    public static string Next(Receipt receipt, ReceiptTexts texts)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(texts);
        var again = (receipt.Piece.Republished ?? receipt.Carrier.Republished) is { } republished
            ? texts.Republished.With(republished.Version, ChinaText.Day(ChinaText.Date(republished.At)))
            : "";
        return again + texts.Next(receipt.Carrier.State, receipt.Case?.Status);
    }
}
