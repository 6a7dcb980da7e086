using System.Globalization;
using Lianxin.Documents.Sheets;

namespace Lianxin.Documents.Tests.Sheets;

/// <summary>Sheets of a township that does not exist; all persons are made up.</summary>
internal static class SampleSheets
{
    public static readonly SheetHead Head = new(
        "bulletin/2025-Q1/shili-1",
        "示例镇2025年第一季度政府信息公开公示",
        "示例镇人民政府",
        "示例村",
        "2025年第一季度",
        new DateOnly(2025, 4, 1),
        new DateOnly(2025, 4, 2),
        new DateOnly(2025, 7, 1),
        "0951-0000000",
        "https://example.cn/2025/q1/shili-1.html");

    public static SheetList Beneficiaries(int rows) => new(
        "2025年第一季度农村低保发放名单",
        ["序号", "姓名", "村民小组", "金额（元）"],
        [.. Enumerable.Range(1, rows).Select(i => (IReadOnlyList<string>)[Text(i), $"示例{"甲乙丙丁戊"[i % 5]}{"一二三四五六七"[i % 7]}", $"第{(i % 6) + 1}组", Text(400 + (i * 5))])]);

    public static NoticeItem Item(string title = "2025年第一季度农村低保对象及资金发放情况") => new(
        title,
        "社会救助",
        "640122LG-01-2025-000017",
        new DateOnly(2025, 3, 31),
        "按照《社会救助暂行办法》和县民政局要求，现将2025年第一季度农村最低生活保障资金发放情况予以公示。\n对公示内容有异议的，请在公示期内向镇民政办或者镇纪委反映。",
        [new SheetLine("发放标准", "每人每月480元"), new SheetLine("资金来源", "中央、自治区财政补助资金和县级配套资金"), new SheetLine("公示期", "2025年4月2日至4月10日")],
        [],
        Address: "https://example.cn/items/2025/03/640122LG-01-2025-000017.html");

    public static NoticeBoardSheet Board() => new(
        Head,
        [
            Item() with { Lists = [Beneficiaries(18)] },
            Item("村级财务收支公开") with
            {
                EntryTitle = "村务财务",
                IndexNumber = "640122LG-07-2025-000003",
                Elements = [],
                Address = null,
                Body = "本季度村集体收支如下：\n项目\t收入（元）\t支出（元）\n土地流转租金\t128,400.00\t0\n“一事一议”奖补\t60,000.00\t57,320.50\n办公费\t0\t3,812.00\n以上经村务监督委员会审核。",
            },
            Item("临时救助情况") with { Elements = [], Body = "", NilReason = "本季度没有村民申请临时救助，镇民政办也没有主动发现需要救助的家庭。" },
        ],
        [
            new TakeDownLine("示例镇2024年第四季度政府信息公开公示", new DateOnly(2025, 1, 3), new DateOnly(2025, 4, 1)),
            new TakeDownLine("农村危房改造对象公示", new DateOnly(2025, 2, 10), new DateOnly(2025, 2, 20)),
        ]);

    public static WallSheet Wall() => new(
        Head with { Identity = "wall/2025-03/shili-1-3", Title = "示例村三社2025年3月“连心墙”", Place = "示例村三社", Period = "2025年3月", TakeDownOn = new DateOnly(2025, 5, 1) },
        [
            new WallCase("LX-2025-0007", "三社东侧机耕道被雨水冲毁约60米，春耕前请修复。（张*）", "由镇农业服务中心联系施工队，4月10日前铺砂石并压实。", "", WallCaseState.Open, new DateOnly(2025, 4, 10)),
            new WallCase("LX-2025-0009", "自来水水压低，二楼用不上水。（李**）", "县水务公司检查加压泵。", "3月18日更换加压泵一台，已入户回访，水压正常。", WallCaseState.Confirmed),
            new WallCase("LX-2025-0011", "要求增设一盏路灯。（王*）", "列入2025年村级公益事业项目。", "3月25日装好，打电话三次未接通。", WallCaseState.DoneUnreached),
            new WallCase("LX-2025-0012", "希望把宅基地旁的集体林地划为菜地。（马**）", "镇自然资源所核查地类。", "该地为公益林，依照《森林法》不能改变用途，已当面说明。", WallCaseState.Explained),
            new WallCase("LX-2025-0013", "跨县班车时间太早。（示例某）", "不属于镇的职责。", "3月20日转县交通运输局，受理单号已告知本人。", WallCaseState.PassedOn),
            new WallCase("LX-2025-0004", "垃圾清运不及时，上月办结后又出现。（赵*）", "保洁公司每周二、五各清运一次，由社长签字。", "重新办理中。", WallCaseState.Reopened, new DateOnly(2025, 4, 3)),
        ]);

    public static CoverageSheet Coverage(int columns = 14, int rows = 44) => new(
        Head with { Identity = "coverage/2025-Q1", Title = "示例镇2025年第一季度公开覆盖图", Place = "全镇各站所和行政村", Address = "https://example.cn/2025/q1.html" },
        new DateOnly(2025, 3, 20),
        [.. Enumerable.Range(1, columns).Select(i => i <= 4 ? new[] { "党政综合办公室", "民生服务中心", "综合执法办公室", "财政所" }[i - 1] : $"示例{i - 4}村")],
        [.. Enumerable.Range(1, rows).Select(row => new CoverageRow(
            string.Create(CultureInfo.InvariantCulture, $"{((row - 1) / 3) + 1:00}-{((row - 1) % 3) + 1}"),
            new[] { "农村低保对象及资金", "村级财务收支", "惠农补贴发放", "机构职能及人员调整情况", "重大建设项目批准和实施情况" }[row % 5],
            [.. Enumerable.Range(1, columns).Select(column => Cell(row, column))]))]);

    public static AssessmentSheet Assessment() => new(
        Head with { Identity = "assessment/2025-Q1/minsheng", Title = "2025年第一季度政务公开考核", Place = "民生服务中心", Address = null },
        [
            new AssessmentMeasure("按时公开率", "项应公开事项", 37, 41, 0.775, 0.961, true, 40, 36.1m),
            new AssessmentMeasure("要素完整率", "项已公开事项", 35, 39, 0.764, 0.959, true, 30, 26.9m),
            new AssessmentMeasure("更正率", "项已公开事项", 2, 39, 0.014, 0.169, false, 15, 13.8m),
            new AssessmentMeasure("有效投诉率", "件投诉", 0, 0, 0, 1, false, 15, null),
        ],
        76.8m,
        85,
        new AssessmentRank(3, 12),
        [
            new AssessmentLoss("《农村危房改造对象公示》逾期12天公开", 2.5m),
            new AssessmentLoss("《临时救助情况》缺“救助标准”要素", 1.2m),
            new AssessmentLoss("《公益性岗位补贴》金额录入错误，公开后更正", 1.2m),
        ]);

    private static CoverageCell? Cell(int row, int column) => (((row * 7) + (column * 3)) % 13) switch
    {
        0 => null,
        1 or 2 => new CoverageCell(CoverageState.Pending, (row % 11) + 1),
        3 => new CoverageCell(CoverageState.Overdue, -(column + 1)),
        4 => new CoverageCell(CoverageState.Late),
        5 => new CoverageCell(CoverageState.Nil),
        6 => new CoverageCell(CoverageState.Waived),
        _ => new CoverageCell(CoverageState.Met),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
