using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;
using Lianxin.Functions.Desk;

namespace Lianxin.Functions.Tests.Desk;

/// <summary>A small synthetic township's desk.</summary>
internal static class DeskSamples
{
    public const string Api = "https://api.town.example";
    public const string Site = "https://town.example/";
    public static readonly DateOnly Today = new(2014, 11, 20);
    public static readonly DateTimeOffset Morning = new(2014, 11, 18, 1, 5, 0, TimeSpan.Zero);

    public static Actor Person(Role role, string account = "") =>
        new(account.Length > 0 ? account : Names.Of(role), "王某某", role, "ligang", role == Role.Clerk ? "czs" : "dzb");

    public static DeskContext Context(Role? role, string text = "") => new(
        role is { } known ? Person(known) with { Name = "王某某" + text } : null,
        "立岗镇人民政府" + text,
        Api,
        Site,
        DeskAssets.Link)
    {
        ReportYear = 2014,
    };

    public static DeskPages Pages(Role? role) => new(Context(role));

    public static CatalogueEntry Funds(string text = "") => new()
    {
        Code = "10-03",
        CategoryCode = "10",
        Title = "民生工程与专项资金" + text,
        Offices = ["czs"],
        Regime = Regime.Government,
        Approval = ApprovalPath.Group,
        Audience = Audience.Public,
        Cadence = Cadence.Quarterly,
        DueRules = [],
        Channels = ["portal", "notice_board"],
        Musts = [Must.Interest, Must.Supervision],
        StatisticClass = "财政类",
        Basis = "《政府信息公开条例》第二十一条" + text,
        PersonalData = "none",
        MaskProfile = "none",
        RequiredElements =
        [
            new("project", "项目名称" + text, ElementType.Text),
            new("usage", "资金用途", ElementType.LongText),
            new("paid_on", "拨付日期", ElementType.Date),
            new("month", "统计月份", ElementType.Month),
            new("year", "预算年度", ElementType.Year),
            new("amount", "拨付金额（元）", ElementType.Money),
            new("households", "受益户数", ElementType.Count),
            new("hotline", "监督电话", ElementType.Phone),
        ],
    };

    public static CatalogueEntry News(string text = "") => Funds(text) with
    {
        Code = "01-03",
        CategoryCode = "01",
        Title = "政务活动动态" + text,
        Offices = ["dzb"],
        Approval = ApprovalPath.Review,
        Cadence = Cadence.Immediate,
        StatisticClass = "工作动态类",
        RequiredElements = [],
    };

    public static CatalogueEntry VillageAccounts(string text = "") => Funds(text) with
    {
        Code = "16-01",
        CategoryCode = "16",
        Title = "村级财务收支" + text,
        Offices = [],
        Regime = Regime.Village,
        Audience = Audience.Village,
        Cadence = Cadence.Monthly,
    };

    public static DisclosureCatalogue Catalogue(string text = "") => new(
        "1",
        [
            new("01", "中心工作" + text, [News(text)]),
            new("10", "财政预决算与公共资金" + text, [Funds(text)]),
            new("16", "村务公开" + text, [VillageAccounts(text)]),
        ],
        [
            new("dzb", "党政办" + text, false, "张某", "李某", "王某某", "0951-0000000"),
            new("czs", "财政所" + text, false, "张某", "赵某", "钱某", "0951-0000001"),
            new("v01", "兰光村村委会" + text, true, "张某", "孙某", "周某", "0951-0000002"),
        ]);

    public static Item Item(ItemStatus status, ApprovalPath path = ApprovalPath.Group, string text = "") => new()
    {
        Id = "ligang-2014-0k3m",
        Agency = "ligang",
        Year = 2014,
        IndexNumber = "640122000/2014-00457",
        Entry = "10-03",
        Category = "10",
        StatisticClass = "财政类",
        CatalogueVersion = "1",
        Office = "czs",
        Content = new ItemContent
        {
            Title = "立岗镇2014年第四季度民生工程资金拨付情况" + text,
            Body = "本季度共拨付农田水利设施维修资金三笔，均已按程序审核。" + text + "\n拨付依据和用途见公开要素。",
            FormedOn = new DateOnly(2014, 11, 3),
            Period = "2014-Q4",
            Elements = new Dictionary<string, string>(StringComparer.Ordinal) { ["project"] = "农田水利设施维修" + text, ["amount"] = "128600.00" },
            Attachments = [new Attachment("拨付明细表" + text + ".pdf", "application/pdf", 184_320, "ab12")],
        },
        Version = 1,
        Status = status,
        Musts = [Must.Interest, Must.Supervision],
        Responsibility = new Responsibility("张某" + text, "赵某", "钱某"),
        ApprovalPath = path,
        Audience = Audience.Public,
        Deadlines = [new Deadline("publish", new DateOnly(2014, 11, 24), "自成文日期次日起20个工作日（条例第二十六条），跳过双休日6天。" + text, Provisional: true)],
        SubmittedBy = "clerk",
        SubmittedAt = Morning,
        Review = status is ItemStatus.Draft or ItemStatus.Submitted ? null : new Review("reviewer", Morning, status != ItemStatus.Returned, "用途写得清楚。" + text, "passed", true, true, true, true),
        Consultation = status == ItemStatus.Reviewed && path == ApprovalPath.Group
            ? new Consultation(["leader", "chair"], new DateOnly(2014, 11, 21), [new Opinion("leader", "刘某", false, "第三笔的用途要补充。" + text, Morning)])
            : null,
        EventCount = 3,
    };

    public static DeskItemModel ItemModel(ItemStatus status, ApprovalPath path = ApprovalPath.Group, string text = "") => new(
        Item(status, path, text),
        Funds(text),
        "财政预决算与公共资金" + text,
        "财政所" + text,
        null,
        [
            new ItemEvent("ligang-2014-0k3m", 1, "submitted", Morning, Morning, "clerk", "钱某" + text, "clerk", null, ItemStatus.Submitted, "", new Dictionary<string, string>(), "", "a1"),
            new ItemEvent("ligang-2014-0k3m", 2, "reviewed", Morning.AddHours(5), Morning.AddHours(5), "reviewer", "李某", "reviewer", ItemStatus.Submitted, ItemStatus.Reviewed, "用途写得清楚。" + text, new Dictionary<string, string>(), "a1", "a2"),
        ],
        "\"3\"",
        Today,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["leader"] = "刘某" + text, ["chair"] = "陈某" });

    public static IReadOnlyList<ItemRow> Rows(string text = "") =>
    [
        Row("1", "立岗镇第四季度民生工程资金拨付情况" + text, ItemStatus.Submitted, new DateOnly(2014, 11, 18)),
        Row("2", "立岗镇开展冬季消防安全检查", ItemStatus.Reviewed, Today),
        Row("3", "兰光村10月份财务收支明细，包括土地流转收入、机井维修和卫生保洁支出", ItemStatus.Returned, new DateOnly(2014, 11, 24)),
        Row("4", "立岗镇召开秋冬季农田水利建设会议", ItemStatus.Published, new DateOnly(2014, 11, 1)),
        Row("5", "立岗镇人口登记统计", ItemStatus.Draft, new DateOnly(2015, 1, 20)),
    ];

    private static ItemRow Row(string number, string title, ItemStatus status, DateOnly due) => new(
        "ligang-2014-" + number,
        "640122000/2014-0000" + number,
        title,
        "10-03",
        "10",
        "czs",
        status,
        "2014-Q4",
        status == ItemStatus.Published ? Morning.AddDays(-15) : null,
        due,
        new DateOnly(2014, 11, 3),
        Core.Catalogue.Audience.Public);
}
