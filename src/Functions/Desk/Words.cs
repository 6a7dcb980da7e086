using System.Globalization;
using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;
using Lianxin.Core.Notices;
using Lianxin.Core.Proofreading;

namespace Lianxin.Functions.Desk;

/// <summary>The words of the field for the names that the code uses. A name without a word is shown as it is.</summary>
public static class Words
{
    private static readonly Dictionary<string, string> Channels = new(StringComparer.Ordinal)
    {
        ["portal"] = "政府门户网站",
        ["notice-board"] = "公示栏",
        ["service-window"] = "民生服务中心办事窗口",
        ["lianxin-wall"] = "“连心”墙公示栏",
        ["party-internal"] = "党内公开",
    };

    private static readonly Dictionary<string, string> Events = new(StringComparer.Ordinal)
    {
        ["drafted"] = "存草稿",
        ["changed"] = "修改",
        ["submitted"] = "申报",
        ["reviewed"] = "审核通过",
        ["returned"] = "退回",
        ["opinion"] = "提出意见",
        ["approved"] = "批准",
        ["rejected"] = "不予批准",
        ["published"] = "公开",
        ["published-to-party"] = "党内公开",
        ["withdrawn"] = "撤下",
        ["revised"] = "修改后申报",
        ["republished"] = "再次公开",
        ["revision-rejected"] = "修改未批准",
        ["clarified"] = "已被澄清",
        ["clarification-ended"] = "澄清已撤下或改变",
        ["expired"] = "公示期满",
        ["privacy-overridden"] = "例外公开个人信息",
        ["imported"] = "导入",
    };

    private static readonly Dictionary<string, string> PersonalData = new(StringComparer.Ordinal)
    {
        ["resident-id"] = "身份证号",
        ["mobile"] = "手机号码",
        ["bank-account"] = "银行账号",
        ["address"] = "住址",
        ["plate"] = "车牌号",
        ["passport"] = "护照号",
        ["email"] = "电子邮箱",
        ["health"] = "健康信息",
        ["minor"] = "未成年人信息",
        ["combination"] = "多栏合起来可指认",
    };

    public static string Of(ItemStatus status) => status switch
    {
        ItemStatus.Draft => "草稿",
        ItemStatus.Submitted => "待审核",
        ItemStatus.Returned => "已退回",
        ItemStatus.Reviewed => "征求意见中",
        ItemStatus.Approved => "已批准，待公开",
        ItemStatus.PublishedToParty => "党内公开中",
        ItemStatus.Published => "已公开",
        ItemStatus.Revising => "修改中（原版仍公开）",
        ItemStatus.Withdrawn => "已撤下",
        ItemStatus.Expired => "已失效",
        ItemStatus.Rejected => "未批准",
        _ => status.ToString(),
    };

    public static string Of(Role role) => role switch
    {
        Role.Public => "公众",
        Role.Clerk => "经办人",
        Role.Reviewer => "审核人",
        Role.Leader => "领导小组成员",
        Role.Chair => "组长",
        Role.Supervisor => "监督员",
        Role.Member => "党员",
        Role.Admin => "系统管理员",
        Role.Machine => "系统",
        _ => role.ToString(),
    };

    public static string Of(Cadence cadence) => cadence switch
    {
        Cadence.Immediate => "随时公开",
        Cadence.WithinTwentyWorkingDays => "形成或者变更之日起20个工作日内公开",
        Cadence.Monthly => "每月公开",
        Cadence.Quarterly => "每季度公开",
        Cadence.Annual => "每年公开",
        _ => cadence.ToString(),
    };

    public static string Of(ApprovalPath path) => path switch
    {
        ApprovalPath.Review => "审核人审核通过即批准",
        ApprovalPath.Group => "审核后征求领导小组意见，意见统一后由组长批准",
        _ => path.ToString(),
    };

    public static string Of(Audience audience) => audience switch
    {
        Audience.Public => "向社会公开",
        Audience.Village => "在村内公开（网上为遮盖个人信息的版本）",
        Audience.PartyFirst => "先党内、后党外",
        Audience.PartyOnly => "仅限党内公开",
        _ => audience.ToString(),
    };

    /// <summary>A due rule in one sentence, without its source.</summary>
    public static string Of(DueRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var culture = CultureInfo.InvariantCulture;
        return rule.Base switch
        {
            DueBase.FixedDay => string.Create(culture, $"次年{rule.FixedMonth}月{rule.FixedDay}日前"),
            DueBase.PeriodEnd => string.Create(culture, $"期间结束后{rule.Days}{(rule.WorkingDays ? "个工作日" : "日")}内"),
            _ when rule.Days == 0 => $"{rule.StartEvent ?? "信息形成或者变更之日"}当日",
            _ => string.Create(culture, $"自{rule.StartEvent ?? "信息形成或者变更之日"}起{rule.Days}{(rule.WorkingDays ? "个工作日" : "日")}内"),
        };
    }

    /// <summary>公示期 of an entry: <c>7wd</c>, <c>30d</c>.</summary>
    public static string NoticePeriod(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EndsWith("wd", StringComparison.Ordinal) ? $"不少于{text[..^2]}个工作日" : $"不少于{text[..^1]}日";
    }

    /// <summary>脱敏方式 of an entry. Numbers of persons are stopped under every one.</summary>
    public static string Mask(string profile) => "证件号、手机号、银行账号一律不得出现" + profile switch
    {
        "office-contact" => "；可以写办事机构的地址、电话、邮箱。",
        "name-only" => "；只公布姓名。",
        "name-birth-month" => "；只公布姓名和出生年月。",
        "name-mask-online" => "；网上公布时遮盖姓名。",
        "beneficiary-list" => "；受益人名单在村内公布，网上为遮盖后的版本。",
        "aggregate-first" => "；先公布汇总数，名单在村内公布。",
        "aggregate-only" => "；只公布汇总数，不列人名。",
        "minor-no-names" => "；不公布未成年人姓名。",
        "case-no-only" => "；只公布案号，不写当事人。",
        "uscc-ok" => "；可以写单位的统一社会信用代码。",
        _ => "。",
    };

    public static string Of(Must must) => must switch
    {
        Must.Interest => "与群众利益相关",
        Must.Licensing => "涉及行政许可",
        Must.Compliance => "应该人人遵守",
        Must.Supervision => "需要社会监督",
        _ => must.ToString(),
    };

    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "待发送",
        DeliveryState.Sent => "已发送",
        DeliveryState.Failed => "发送失败，将重试",
        DeliveryState.GivenUp => "没有发出",
        DeliveryState.DeskOnly => "仅在工作台",
        _ => state.ToString(),
    };

    /// <summary>Class of the style sheet for a state; the words alone say everything.</summary>
    public static string ToneOf(DeliveryState state) => state switch
    {
        DeliveryState.GivenUp => "bad",
        DeliveryState.Failed => "warn",
        _ => "quiet",
    };

    public static string Channel(string name) => Channels.GetValueOrDefault((name ?? "").Replace('_', '-'), name ?? "");

    public static string Event(string kind) => Events.GetValueOrDefault(kind, kind);

    public static string ProofreadingKind(string kind) => ProofreadingKinds.Words.GetValueOrDefault(kind, kind);

    /// <summary>A finding of the proof-reading in one line.</summary>
    public static string Of(ProofreadingFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return $"{ProofreadingKind(finding.Kind)}：{finding.Excerpt}　建议：{finding.Suggestion}（{finding.Rule}）";
    }

    public static string PersonalDataKind(string kind) => PersonalData.GetValueOrDefault(kind, kind);

    /// <summary>Role of an event's author, written in kebab case or as the type spells it.</summary>
    public static string RoleName(string name) =>
        Enum.TryParse<Role>((name ?? "").Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var role) && Enum.IsDefined(role) ? Of(role) : name ?? "";
}
