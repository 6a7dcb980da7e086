namespace Lianxin.Functions.UseCases.Checks;

/// <summary>Findings in the words of people.</summary>
public static class CheckWords
{
    public static string Of(CheckKind kind) => kind switch
    {
        CheckKind.PageWritten => "重写公开页面",
        CheckKind.PageRemoved => "撤下不应公开的页面",
        CheckKind.FileRestored => "从公开副本取回文件",
        CheckKind.SheetMade => "重做公示单",
        CheckKind.WorkResumed => "补办丢失的消息",
        CheckKind.ItemGone => "网站上有、登记簿中没有的信息",
        CheckKind.ChainBroken => "办理记录不连贯",
        CheckKind.ChainLost => "锚点记有、现已缺失的办理记录",
        CheckKind.IndexDiffers => "索引与信息不一致",
        CheckKind.TextGone => "信息的正文缺失",
        CheckKind.FileGone => "附件缺失",
        CheckKind.OriginalGone => "公开副本的原件缺失",
        CheckKind.ReportGone => "已公布年度报告的文件缺失",
        CheckKind.PhotoGone => "张贴照片缺失",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
