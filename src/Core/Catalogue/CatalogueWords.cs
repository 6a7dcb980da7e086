namespace Lianxin.Core.Catalogue;

/// <summary>The words of the catalogue file, the same as in JSON (api.md: enum values are kebab-case).</summary>
public static class CatalogueWords
{
    public static readonly Vocabulary<Regime> Regimes = new(
        "公开类型", ("government", Regime.Government), ("party", Regime.Party), ("village", Regime.Village));

    public static readonly Vocabulary<ApprovalPath> Approvals = new(
        "批准方式", ("review", ApprovalPath.Review), ("group", ApprovalPath.Group));

    public static readonly Vocabulary<Audience> Audiences = new(
        "公开范围",
        ("public", Audience.Public),
        ("village", Audience.Village),
        ("party-first", Audience.PartyFirst),
        ("party-only", Audience.PartyOnly));

    public static readonly Vocabulary<Cadence> Cadences = new(
        "公开周期",
        ("immediate", Cadence.Immediate),
        ("20wd", Cadence.WithinTwentyWorkingDays),
        ("monthly", Cadence.Monthly),
        ("quarterly", Cadence.Quarterly),
        ("annual", Cadence.Annual));

    public static readonly Vocabulary<Must> Musts = new(
        "“四个必须”",
        ("interest", Must.Interest),
        ("licensing", Must.Licensing),
        ("compliance", Must.Compliance),
        ("supervision", Must.Supervision));

    public static readonly Vocabulary<ElementType> ElementTypes = new(
        "要素类型",
        ("text", ElementType.Text),
        ("long-text", ElementType.LongText),
        ("date", ElementType.Date),
        ("month", ElementType.Month),
        ("year", ElementType.Year),
        ("money", ElementType.Money),
        ("count", ElementType.Count),
        ("phone", ElementType.Phone));

    /// <summary>网站, 公示栏, 民生服务中心窗口, “连心”墙, 党内.</summary>
    public static readonly Vocabulary<string> Channels = Plain(
        "公开渠道", "portal", "notice-board", "service-window", "lianxin-wall", "party-internal");

    /// <summary>The statistic class of what is published and not counted.</summary>
    public const string NotCounted = "不计入";

    public static readonly Vocabulary<string> StatisticClasses = Plain(
        "统计类别", "概况类", "政策法规类", "工作动态类", "财政类", NotCounted);

    public static readonly Vocabulary<string> PersonalData = Plain("个人信息程度", "none", "typical", "sensitive");

    public static readonly Vocabulary<string> MaskProfiles = Plain(
        "脱敏方式",
        "none",
        "text-scan",
        "office-contact",
        "name-only",
        "name-birth-month",
        "name-mask-online",
        "beneficiary-list",
        "aggregate-first",
        "aggregate-only",
        "minor-no-names",
        "case-no-only",
        "uscc-ok");

    private static Vocabulary<string> Plain(string name, params string[] words) => new(name, [.. words.Select(w => (w, w))]);
}
