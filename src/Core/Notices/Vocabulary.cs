namespace Lianxin.Core.Notices;

/// <summary>The ladder's steps, the mildest first. A line of a notice carries one as its severity.</summary>
public enum LadderStep
{
    /// <summary>提醒: the day is coming.</summary>
    Reminder,

    /// <summary>黄牌: the last day.</summary>
    Yellow,

    /// <summary>红牌: over the day.</summary>
    Red,

    /// <summary>黑牌: over the day for long; goes to those who supervise.</summary>
    Black,
}

/// <summary>The part that a person plays in an office's chain of responsibility 责任链 (S3), or in the whole agency.</summary>
public enum OfficePart
{
    /// <summary>经办人.</summary>
    Clerk,

    /// <summary>站所负责人.</summary>
    Manager,

    /// <summary>分管领导.</summary>
    Leader,

    /// <summary>组长 of the leading group; one for the whole agency.</summary>
    Chair,

    /// <summary>监督员; for the whole agency (S1, S2).</summary>
    Supervisor,
}

/// <summary>The way a notice takes to a person.</summary>
public enum NoticeChannel
{
    /// <summary>No way out is known: it can be read on the staff desk only.</summary>
    Desk,

    /// <summary>电子邮件, by SMTP.</summary>
    Mail,

    /// <summary>钉钉群机器人.</summary>
    DingTalk,

    /// <summary>企业微信群机器人.</summary>
    WeCom,

    /// <summary>飞书群机器人.</summary>
    Feishu,
}

/// <summary>The words of the field for steps and parts.</summary>
public static class NoticeWords
{
    public static string Of(LadderStep step) => step switch
    {
        LadderStep.Reminder => "提醒",
        LadderStep.Yellow => "黄牌",
        LadderStep.Red => "红牌",
        LadderStep.Black => "黑牌",
        _ => step.ToString(),
    };

    public static string Of(OfficePart part) => part switch
    {
        OfficePart.Clerk => "经办人",
        OfficePart.Manager => "站所负责人",
        OfficePart.Leader => "分管领导",
        OfficePart.Chair => "组长",
        OfficePart.Supervisor => "监督员",
        _ => part.ToString(),
    };

    public static string Of(NoticeChannel channel) => channel switch
    {
        NoticeChannel.Desk => "工作台",
        NoticeChannel.Mail => "邮件",
        NoticeChannel.DingTalk => "钉钉群",
        NoticeChannel.WeCom => "企业微信群",
        NoticeChannel.Feishu => "飞书群",
        _ => channel.ToString(),
    };

    /// <summary>The outward name of a channel; the product's own spelling has no hyphen.</summary>
    public static string NameOf(NoticeChannel channel) => channel switch
    {
        NoticeChannel.DingTalk => "dingtalk",
        NoticeChannel.WeCom => "wecom",
        _ => Names.Of(channel),
    };
}
