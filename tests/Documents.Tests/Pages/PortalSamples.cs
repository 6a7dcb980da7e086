using System.Globalization;
using System.Text;
using Lianxin.Core.Cases;
using Lianxin.Core.Publication;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Pages.Texts;
using Lianxin.Tests.Pages;

namespace Lianxin.Documents.Tests.Pages;

/// <summary>A small synthetic township to draw pages of.</summary>
internal static class PortalSamples
{
    public const string Site = "https://town.example/open";
    public const string Api = "https://api.town.example";

    public static readonly PortalSettings Settings = new(
        "立岗镇人民政府",
        new Uri(Site + "/"),
        new Uri(Api + "/"),
        new PortalContact("党政办公室", "立岗镇政府院内一楼", "工作日 8:30—12:00，14:00—18:00", "0951-0000000"));

    public static readonly PortalPages Pages = new(Settings);

    public static ItemPageModel Item(string text = "") => new(
        "ligang-2014-0k3m",
        "640122000/2014-00457",
        "立岗镇2014年第四季度民生工程资金拨付情况" + text,
        "财政预决算与公共资金" + text,
        "民生工程与专项资金" + text,
        "财政类",
        "财政所" + text,
        new DateOnly(2014, 11, 3),
        "2014-Q4",
        null,
        "《政府信息公开条例》第二十一条" + text,
        Validity.InForce,
        "2014年第四季度，全镇民生工程资金按计划拨付，专款专用，资金使用情况接受群众监督。" + text + "\n\n本季度共拨付农田水利设施维修资金三笔，均已按程序审核，拨付依据和用途见公开要素。\r\n如有意见，可向财政所或者镇纪委反映。",
        [
            new ElementLine("项目名称" + text, "农田水利设施维修" + text),
            new ElementLine("资金来源", "县级财政专项"),
            new ElementLine("拨付金额（元）", "128600.00"),
            new ElementLine("监督电话", "0951-0000000"),
        ],
        [new AttachmentLink("拨付明细表" + text + ".pdf", 184_320, PortalPaths.Attachment("a-1", "ab12", "拨付明细表" + text + ".pdf"))],
        [
            new VersionLine(1, new DateTimeOffset(2014, 11, 5, 1, 30, 0, TimeSpan.Zero), null),
            new VersionLine(2, new DateTimeOffset(2014, 11, 12, 16, 5, 0, TimeSpan.Zero), "根据群众意见补充第三笔资金用途。" + text),
        ]);

    /// <summary>The first version on its own page, once the second is out.</summary>
    public static ItemPageModel Earlier(string text = "")
    {
        var item = Item(text);
        return item with { Versions = [item.Versions[0]], SupersededBy = 2 };
    }

    /// <summary>As long as a body may be: 200,000 characters.</summary>
    public static ItemPageModel Long(string text = "") =>
        Item(text) with { Body = string.Join('\n', Enumerable.Range(0, 2000).Select(i => $"第{i:0000}段：" + new string('长', 92) + "。")) + text };

    public static ComparisonPageModel Comparison(string text = "")
    {
        var item = Item(text);
        string[] body = ["第一段" + text, "第二段", "第三段", "清淤渠道三公里，由水利站负责。" + text];
        return new ComparisonPageModel(
            item.Id,
            item.IndexNumber,
            item.Title,
            item.Versions[0],
            item.Versions[1],
            [new FeedbackQuote("f1", "第三笔钱用在哪里没有写清楚" + text, new DateOnly(2014, 11, 8))],
            [
                ComparedField.Of("标题" + text, ["旧标题" + text], [item.Title])!,
                ComparedField.Of("正文", body, [.. body[..3], "清淤渠道五公里，由水利站负责。" + text])!,
            ]);
    }

    public static IReadOnlyList<ListRow> Rows(int count, string text = "") =>
        [.. Enumerable.Range(1, count).Select(i => new ListRow(
            string.Create(CultureInfo.InvariantCulture, $"ligang-2014-{i:0000}"),
            (i % 3 == 0 ? "立岗镇召开冬季农田水利基本建设工作会议，安排部署各村清淤和渠道维修任务" : "立岗镇开展食品安全监督检查") + text,
            i % 4 == 0 ? "财政预决算与公共资金" : "中心工作" + text,
            i % 4 == 0 ? "民生工程与专项资金" : "政务活动动态" + text,
            i % 4 == 0 ? "财政类" : "工作动态类" + text,
            i % 4 == 0 ? "财政所" : "党政办" + text,
            new DateOnly(2014, 11, 1 + ((count - i) % 28))))];

    public static MonthPageModel Month(string text = "") => new(new(2014, 11), Rows(45, text), new(2014, 10), new(2014, 12));

    public static YearPageModel Year(string text = "") => new(
        2014,
        [.. Enumerable.Range(1, 12).Select(m => new MonthCount(new(2014, m), new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["概况类"] = m == 3 ? 2 : 0,
            ["政策法规类"] = m is 4 or 9 ? 1 : 0,
            ["工作动态类" + text] = 25 + (m * 7 % 30),
            ["财政类"] = 3 + (m * 5 % 9),
        }))],
        2013,
        2015);

    public static HomePageModel Home(string text = "") => new(
        Rows(25, text),
        [2015, 2014],
        [new PublishedReport(2014, 1, new DateOnly(2015, 1, 5))],
        [.. "中心工作 思想建设 组织建设 党风廉政建设 制度建设 作风建设 机构概况与人事 政策法规与规划 行政审批与办事服务 财政预决算与公共资金 社会救助、优抚与扶贫 计划生育与卫生健康 教育就业与社会保险 监督检查与应急管理 土地与农业农村 村务公开"
            .Split(' ').Select((t, i) => new CategoryTitle(string.Create(CultureInfo.InvariantCulture, $"{i + 1:00}"), t + text))]);

    public static ListPageModel List(string text = "") => new(
        ListKind.Category, "01", "中心工作" + text, Rows(12, text), null, [new ListPart(2013, 1), new ListPart(2014, 1)])
    {
        Below = [new ListLink("政务活动动态" + text, PortalPaths.List(ListKind.Entry, "01-03"))],
    };

    public static ColumnText Column(string text = "") => new(
        [new TextPart("一、公开的范围" + text, ["本机关依法公开信息。" + text, "第二段。"])],
        [new RuleLine("中华人民共和国政府信息公开条例" + text, "国务院令第711号" + text, "2019-05-15" + text)],
        [new TextPart("一、提出申请" + text, ["申请应当写明所需信息。" + text])]);

    public static ContentPageModel Content(string text = "") => new(
        [new CategoryLinks("中心工作" + text, PortalPaths.List(ListKind.Category, "01"), [new ListLink("政务活动动态" + text, PortalPaths.List(ListKind.Entry, "01-03"))])],
        [new ListLink("示例一村" + text, PortalPaths.List(ListKind.Village, "cun-01"))],
        ["2014-Q4", "2014-Q3"],
        [2014]);

    public static IReadOnlyList<ReportLine> Reports { get; } =
    [
        new(2014, 2, new DateOnly(2015, 2, 1), true, [new ReportFile("pdf", PortalPaths.ReportFile(2014, 2, "pdf")), new ReportFile("docx", PortalPaths.ReportFile(2014, 2, "docx"))]),
        new(2014, 1, new DateOnly(2015, 1, 5), false, [new ReportFile("pdf", PortalPaths.ReportFile(2014, 1, "pdf"))]),
    ];

    public static CoveragePageModel Coverage(string text = "") => new(
        "2014-Q4",
        44,
        40,
        1,
        [
            new MissingLine("村级财务收支" + text, "2014-10", "示例一村村委会" + text, new DateOnly(2014, 11, 10), true),
            new MissingLine("年度重点工作及进展" + text, "2014-Q4", "党政办" + text, new DateOnly(2015, 1, 20), false),
        ],
        new DateOnly(2014, 12, 1),
        "2014-Q3",
        null);

    public static IReadOnlyList<CaseLine> Cases(int count, string text = "") =>
        [.. Enumerable.Range(1, count).Select(i => new CaseLine(
            string.Create(CultureInfo.InvariantCulture, $"ligang-2014-lx_{i}"),
            "核实低保名单" + text,
            "示例一村一社" + text,
            "民政办" + text,
            new DateOnly(2014, 11, i % 28 + 1),
            new DateOnly(2014, 12, 1),
            i % 2 == 0 ? CaseStatus.PassedOn : CaseStatus.InProgress,
            "已经入户核实。" + text,
            i % 2 == 0 ? "县民政局" + text : null,
            i % 2 == 0 ? new DateOnly(2014, 11, 29) : null))];

    public static WithdrawnPageModel Withdrawn(string text = "") => new("ligang-2014-0k3m", "640122000/2014-00457", new DateOnly(2014, 12, 1), "内容有误，核实后重新公开。" + text);

    public static FeedbackReceiptModel Receipt(string text = "") => new(
        "26K7-3M9Q-XDAB-C4TY",
        "已答复，待销号。",
        "承办站所已经答复，等待他人核实后销号。",
        [new ReceiptLine("所针对的信息", "民生工程资金拨付情况" + text), new ReceiptLine("类别", "意见建议")],
        "第三笔资金用在哪里？" + text + "\n请写细一些。",
        "已经补充。" + text,
        [new ReceiptLine("诉求", "补充资金用途" + text), new ReceiptLine("答复意见", "已在第2版补充。")],
        [new ReceiptLine("2014-11-08", "已核对账目。" + text)],
        [
            new ReceiptForm("confirm", "办好了吗？", "您可以在这里确认。", Api + "/api/cases/ligang-2014-lx_1/confirmation", "确认已经办好"),
            new ReceiptForm("reopen", "没有办好：重新办理", "最多2次。", Api + "/api/cases/ligang-2014-lx_1/reopening", "申请重新办理", "还有什么没有办好", Typed: "还差一笔" + text),
        ],
        Site + "/items/ligang-2014-0k3m.html",
        "已经收到。" + text);

    /// <summary>Every page by name; <paramref name="text"/> goes into every value that a person types.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> EveryPageAsync(string text = "", PortalTexts? texts = null)
    {
        var pages = new PortalPages(Settings with { AgencyName = Settings.AgencyName + text, Contact = Settings.Contact with { Address = Settings.Contact.Address + text }, Texts = texts ?? PortalTexts.InChinese });
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["item"] = await HtmlAsync(Item(text), pages),
            ["earlier"] = await HtmlAsync(Earlier(text), pages),
            ["item-part"] = Encoding.UTF8.GetString(await pages.ItemPartAsync(Long(text), 2, TestContext.Current.CancellationToken)),
            ["comparison"] = await HtmlAsync(Comparison(text), pages),
            ["month"] = await HtmlAsync(Month(text), pages),
            ["year"] = await HtmlAsync(Year(text), pages),
            ["home"] = await HtmlAsync(Home(text), pages),
            ["withdrawn"] = await HtmlAsync(Withdrawn(text), pages),
            ["list"] = await HtmlAsync(List(text), pages),
            ["list-part"] = await HtmlAsync(List(text) with { Part = new ListPart(2013, 1) }, pages),
            ["list-quarter"] = await HtmlAsync(List(text) with { Kind = ListKind.Quarter, Code = "2014-Q4", Below = [] }, pages),
            ["guide"] = Encoding.UTF8.GetString(await pages.GuideAsync(Column(text), TestContext.Current.CancellationToken)),
            ["rules"] = Encoding.UTF8.GetString(await pages.RulesAsync(Column(text), TestContext.Current.CancellationToken)),
            ["content"] = Encoding.UTF8.GetString(await pages.ContentAsync(Content(text), TestContext.Current.CancellationToken)),
            ["reports"] = Encoding.UTF8.GetString(await pages.ReportsAsync(Reports, TestContext.Current.CancellationToken)),
            ["apply"] = Encoding.UTF8.GetString(await pages.ApplyAsync(Column(text), TestContext.Current.CancellationToken)),
            ["application-form"] = Encoding.UTF8.GetString(await pages.ApplicationFormAsync(TestContext.Current.CancellationToken)),
            ["coverage"] = await HtmlAsync(Coverage(text), pages),
            ["cases"] = Encoding.UTF8.GetString(await pages.CasesAsync(new CasesPageModel(Cases(3, text), true, [new CaseMonth(new(2014, 11), 3)]), TestContext.Current.CancellationToken)),
            ["case-month"] = Encoding.UTF8.GetString(await pages.CaseMonthAsync(new CaseMonthPageModel(new(2014, 11), Cases(3, text), 1, 2), TestContext.Current.CancellationToken)),
            ["feedback-form"] = Encoding.UTF8.GetString(await pages.FeedbackFormAsync(
                FeedbackFormModel.For(pages.Links, "ligang-2014-0k3m", pages.Texts) with
                {
                    Kind = "complaint",
                    Text = "第三笔资金用在哪里" + text,
                    Contact = "示例" + text,
                    Refused = "有1处需要改正。" + text,
                    Errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["kind"] = ["请选择类别。"], ["text"] = ["太长了。" + text], ["contact"] = ["太长了。"] },
                },
                TestContext.Current.CancellationToken)),
            ["feedback-receipt"] = Encoding.UTF8.GetString(await pages.ReceiptAsync(Receipt(text), TestContext.Current.CancellationToken)),
            ["feedback-find"] = Encoding.UTF8.GetString(await pages.FindReceiptAsync("26AA" + text, TestContext.Current.CancellationToken)),
            ["search"] = Encoding.UTF8.GetString(await pages.SearchAsync([2026, 2014], TestContext.Current.CancellationToken)),
            ["open-data"] = Encoding.UTF8.GetString(await pages.OpenDataAsync([2026, 2014], TestContext.Current.CancellationToken)),
            ["not-found"] = Encoding.UTF8.GetString(await pages.NotFoundAsync(TestContext.Current.CancellationToken)),
        };
    }

    /// <summary>The page of a model as text.</summary>
    public static async Task<string> HtmlAsync(object model, PortalPages? pages = null)
    {
        pages ??= Pages;
        var cancellation = TestContext.Current.CancellationToken;
        return Encoding.UTF8.GetString(await (model switch
        {
            ItemPageModel { SupersededBy: not null } earlier => pages.EarlierVersionAsync(earlier, cancellation),
            ItemPageModel item => pages.ItemAsync(item, cancellation),
            ComparisonPageModel comparison => pages.ComparisonAsync(comparison, cancellation),
            MonthPageModel month => pages.MonthAsync(month, cancellation),
            YearPageModel year => pages.YearAsync(year, cancellation),
            HomePageModel home => pages.HomeAsync(home, cancellation),
            ListPageModel list => pages.ListAsync(list, cancellation),
            CoveragePageModel coverage => pages.CoverageAsync(coverage, cancellation),
            WithdrawnPageModel withdrawn => pages.WithdrawnAsync(withdrawn, cancellation),
            _ => throw new ArgumentException("No page shows this.", nameof(model)),
        }));
    }

    /// <summary>Writes pages with their sheet to the folder that <c>LIANXIN_PREVIEW</c> names, to be looked at in a browser.</summary>
    public static async Task PreviewAsync()
    {
        if (Environment.GetEnvironmentVariable("LIANXIN_PREVIEW") is not { Length: > 0 } folder)
            return;

        foreach (var (name, html) in await EveryPageAsync())
            await PreviewFolder.WriteAsync(folder, "public-" + name, html, "/open/" + SiteStyle.Path, SiteStyle.Text);
    }
}
