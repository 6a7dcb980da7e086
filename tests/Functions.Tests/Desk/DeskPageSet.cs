using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Jobs;
using Lianxin.Core.Notices;
using Lianxin.Core.Privacy;
using Lianxin.Core.Reports;
using Lianxin.Core.Reports.Yearly;
using Lianxin.Functions.Desk;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Yearly;
using Lianxin.Tests.Pages;

namespace Lianxin.Functions.Tests.Desk;

/// <summary>Every page of the desk with its models filled.</summary>
internal static class DeskPageSet
{
    public static readonly Refusal Refused = new(RefusalKind.Invalid, "invalid-input", "有三处填写不对。")
    {
        Errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["title"] = ["标题不能为空。"],
            ["formedOn"] = ["没有这一天：2014-11-31。"],
            ["elements.amount"] = ["金额最多两位小数。", "金额不能为负。"],
        },
    };

    public static ItemFormValues Typed(string text = "") => new()
    {
        Office = "czs",
        Title = "标题" + text,
        FormedOn = "2014-11-31" + text,
        Period = "2014-Q5" + text,
        Body = "\n第一段" + text + "\n第二段",
        Elements = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["project"] = "项目" + text,
            ["usage"] = "用途" + text,
            ["paid_on"] = "11月3日" + text,
            ["month"] = "2014-13" + text,
            ["amount"] = "-1.234" + text,
        },
        Musts = ["licensing"],
    };

    public static ItemFormModel Form(Refusal? refusal = null, ItemFormValues? values = null, string text = "") =>
        new(DeskSamples.Funds(text), "财政预决算与公共资金" + text, [DeskSamples.Catalogue(text).Offices[1]], [], values ?? ItemFormValues.For(DeskSamples.Funds(), "czs"), "key-1", null, refusal);

    public static AnnualReport Report(string text = "")
    {
        var draft = new ReportDraft(
            "ligang-2014",
            DeskSamples.Morning,
            "reviewer" + text,
            "9f2c",
            "ab12",
            430_000,
            [new ReportNumber("published", "主动公开信息" + text, 549, "条"), new ReportNumber("births", "出生人口", 105, "人")],
            [
                new ReportFinding("sum-of-classes", FindingSeverity.Warning, "二（一）" + text, "549", "547", "声明的总数 547 与各类之和 549 不一致。" + text),
                new ReportFinding("period-open", FindingSeverity.Warning, "落款", "2014-12-31", "2014-11-19", "落款时统计期间尚未结束。"),
            ]);
        var narrative = new ReportNarrative(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["problems"] = "部分信息公开不够及时。" + text },
            new DateOnly(2014, 11, 19),
            null,
            new DateOnly(2014, 1, 1),
            null);
        var edition = new ReportEdition(1, draft with { Sha256 = "old" }, DeskSamples.Morning, "chair" + text, new Dictionary<string, string>());
        return new AnnualReport("ligang", 2014, 3, narrative, draft, [edition]);
    }

    public static ReportDeskModel ReportModel(string text = "") => new(
        Report(text),
        "\"3\"",
        [new NarrativeSection("problems", "存在的主要问题" + text), new NarrativeSection("measures", "改进措施")],
        [new Functions.Desk.ReportFormat("ligang-2014", "立岗镇2014年三段式" + text)],
        [new EditionLink(Report(text).Editions[0], DeskSamples.Api + "/api/reports/2014/report.pdf")],
        Yearly(text));

    /// <summary>Seen by a clerk, with one answer of each kind.</summary>
    public static YearlyBlock Yearly(string text = "") => new(
        new YearlyStanding(
            2014,
            Report(text),
            new YearlyDates(new DateOnly(2015, 3, 17), new DateOnly(2015, 3, 31), "《政府信息公开条例》" + text),
            ReportTiming.Overdue,
            [new OwedThing("caizheng", OwedKind.Records, "charge", "行政事业性收费" + text, "2014年既没有登记，也没有说明本年没有" + text, new DateOnly(2015, 3, 17), true)],
            [
                new KindAnswer("charge", "行政事业性收费" + text, "caizheng", AnswerState.Owed, 0, null),
                new KindAnswer("license", "行政许可决定", "caizheng", AnswerState.None, 0, new NilAct("clerk" + text, DeskSamples.Morning, false)),
                new KindAnswer("penalty", "行政处罚决定", "zhifa", AnswerState.Recorded, 3, null),
            ]),
        DeskSamples.Catalogue(text),
        "caizheng");

    public static ImportsModel Imports(string text = "") => new(
        [new ImportKind("公开信息登记簿" + text, "entry, title, body, formedOn, publishedOn, office")],
        new ImportOutcome("登记簿" + text + ".csv", true,
        [
            new ImportedLine(2, ImportLineState.Taken, "召开全镇工作会议", "ligang-2014-1", []),
            new ImportedLine(3, ImportLineState.Repeated, "食品安全监督检查", "ligang-2014-2", []),
            new ImportedLine(4, ImportLineState.Refused, "标题" + text, null, ["没有这一天：2014-02-30。" + text]),
        ]))
    {
        Faults = new ImportFaults(
            ["number", "title", "formed_on"],
            [new FaultRow(4, [new FaultCell("N-4" + text, []), new FaultCell("标题" + text, []), new FaultCell("2014-02-30" + text, ["没有这一天：2014-02-30。" + text])], ["整行" + text])],
            ["工作表“旧”是隐藏的。" + text],
            1),
        Earlier = new ImportOutcome("登记簿" + text, true, [new ImportedLine(2, ImportLineState.Taken, "召开全镇工作会议", null, [])]),
        Job = "01J",
    };

    public static TroublesModel Troubles(string text = "")
    {
        Trouble unreadable = new("poison-publication-1", TroubleKind.Poison, "无法识别的消息", "publication", null, null, DeskSamples.Morning, 5, null, null, "原因" + text, "{" + text, false, true);
        Trouble given = new("publication-ligang-2014-0k3m-v2", TroubleKind.GivenUp, "公开信息", null, "ligang-2014-0k3m" + text, 2, null, 6, DeskSamples.Morning, null, "原因" + text, "", true, false);
        var reason = new Refusal(RefusalKind.Invalid, "invalid-input", "请写明移除的原因。") { Errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["reason"] = ["请写明移除的原因。"] } };
        SettledTrouble done = new("x", "dismissed", "无法识别的消息", null, text, "原因", "admin", "王某某" + text, DeskSamples.Morning, "误发" + text);
        Trouble lost = new("lost-0123456789abcdef", TroubleKind.Lost, "附件缺失", null, "ligang-2014-0k3m" + text, null, DeskSamples.Morning, 1, DeskSamples.Morning, null, "公示名单.xlsx" + text, "", true, true);
        var check = Functions.UseCases.Checks.CheckState.None with { FinishedAt = DeskSamples.Morning, Items = 935, Repaired = 12, Lost = [new(Functions.UseCases.Checks.CheckKind.FileGone, "ligang-2014-0k3m")] };
        return new TroublesModel([unreadable, given, lost], [done], "retried", unreadable.Id, reason, "typed" + text) { Check = check };
    }

    public static Job Job(JobState state, string text = "") =>
        new("01J", "ligang", "import", "admin" + text, "in.csv", state, 549, 200, DeskSamples.Morning, DeskSamples.Morning.AddMinutes(1), null, state == JobState.Failed ? "存储没有应答。" + text : null);

    public static DeliveryModel Notice(string text = "")
    {
        var lines = new[]
        {
            new NoticeLine("d-1", "财政预决算" + text, "财政所" + text, "2014年第四季度没有公开" + text, DeskSamples.Today, -1, LadderStep.Red, "请立即公开"),
            new NoticeLine("d-2", "低保名单", "民政所", "已排期，尚未批准", DeskSamples.Today, 3, LadderStep.Reminder),
        };
        var digest = Digest.Of("ligang", DeskSamples.Today, DigestKind.Ladder, new PersonNotice(new Contact("czs-clerk", "czs", "王某某" + text, "", null, null, ""), lines));
        var delivery = DeliverySteps.Failed(DeliverySteps.Begin(DeliverySteps.Make(digest, NoticeChannel.Mail, DeskSamples.Morning), DeskSamples.Morning), "没有按时应答" + text, false, DeskSamples.Morning);
        return new DeliveryModel(delivery, digest);
    }

    /// <summary><paramref name="text"/> goes into every value that a person types.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> EveryPageAsync(string text = "")
    {
        DeskPages As(Role? role) => new(DeskSamples.Context(role, text));
        var cancellation = TestContext.Current.CancellationToken;
        var personal = new Refusal(RefusalKind.Invalid, "personal-data", "内容里有个人信息。" + text)
        {
            Findings = [new PersonalDataFinding("mobile", "body", "联系 138****0000" + text, "手机号码（个人信息保护法第四条）" + text)],
        };
        var refusedReview = new RefusedStep(ItemActions.Review, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["comment"] = ["不够具体" + text] }, Refused);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["catalogue"] = await As(Role.Clerk).CatalogueAsync(new CatalogueModel(DeskSamples.Catalogue(text)), cancellation),
            ["catalogue-entry"] = await As(Role.Clerk).EntryAsync(CatalogueSamples.Entry(text), cancellation),
            ["learn"] = await As(Role.Clerk).LearnAsync(CatalogueSamples.Choosing(text), cancellation),
            ["learn-form"] = await As(Role.Clerk).LearnAsync(CatalogueSamples.Stopped(text, personal), cancellation),
            ["learn-done"] = await As(Role.Clerk).LearnAsync(CatalogueSamples.Done(text), cancellation),
            ["calendar"] = await As(Role.Admin).CalendarAsync(CalendarSamples.Years(text), cancellation),
            ["calendar-year"] = await As(Role.Clerk).CalendarYearAsync(CalendarSamples.Year(text), cancellation),
            ["calendar-checked"] = await As(Role.Admin).NoticeCheckedAsync(CalendarSamples.Checked(text), cancellation),
            ["sign-in-outside"] = await As(null).SignInAsync(
                new SignInModel { Providers = [new("town", new Uri("https://issuer.example"), "https://issuer.example", "id", "示例统一认证" + text, "upn")] }, cancellation),
            ["signed-in"] = await As(null).SignedInAsync("/desk/quarters", cancellation),
            ["sign-in"] = await As(null).SignInAsync(new SignInModel("wang" + text, "账号或者密码不对。" + text), cancellation),
            ["worklist"] = await As(Role.Reviewer).WorklistAsync(new WorklistModel(new WorklistFilter("submitted", "czs", "2014-Q4", "水利" + text), DeskSamples.Catalogue(text), DeskSamples.Rows(text), DeskSamples.Today, false, "next&" + text), cancellation),
            ["choose"] = await As(Role.Clerk).ChooseEntryAsync(CatalogueChoice.For(DeskSamples.Catalogue(text), "czs"), cancellation),
            ["form"] = await As(Role.Clerk).ItemFormAsync(Form(text: text), cancellation),
            ["form-refused"] = await As(Role.Clerk).ItemFormAsync(Form(Refused, Typed(text), text), cancellation),
            ["form-personal"] = await As(Role.Clerk).ItemFormAsync(Form(personal, Typed(text), text), cancellation),
            ["form-edit"] = await As(Role.Clerk).ItemFormAsync(Form(text: text) with { Values = ItemFormValues.From(DeskSamples.Item(ItemStatus.Returned, text: text)), Target = new ItemFormTarget("ligang-2014-0k3m", "640122000/2014-00457", "\"3\"", DeskSamples.Item(ItemStatus.Returned, text: text).Content.Attachments) }, cancellation),
            ["form-revise"] = await As(Role.Clerk).ItemFormAsync(Form(text: text) with { Values = Typed(text) with { ChangeNote = "说明" + text, BecauseOf = "f1" + text, Clarifies = "x" + text, Correction = true }, Target = new ItemFormTarget("ligang-2014-0k3m", "640122000/2014-00457", "\"3\"", [], IsNewVersion: true, AsksWhy: true), Refusal = Refused }, cancellation),
            ["troubles"] = await As(Role.Admin).TroublesAsync(Troubles(text), cancellation),
            ["item-published"] = await As(Role.Chair).ItemAsync(DeskSamples.ItemModel(ItemStatus.Published, text: text), cancellation),
            ["item-returned"] = await As(Role.Clerk).ItemAsync(DeskSamples.ItemModel(ItemStatus.Returned, text: text), cancellation),
            ["item-submitted"] = await As(Role.Reviewer).ItemAsync(DeskSamples.ItemModel(ItemStatus.Submitted, text: text), cancellation),
            ["item-refused"] = await As(Role.Reviewer).ItemAsync(DeskSamples.ItemModel(ItemStatus.Submitted, text: text) with { Refused = refusedReview }, cancellation),
            ["item-reviewed"] = await As(Role.Chair).ItemAsync(DeskSamples.ItemModel(ItemStatus.Reviewed, text: text), cancellation),
            ["receipt"] = await As(Role.Clerk).ReceiptAsync(new ReceiptModel("已提交申报", "ligang-2014-0k3m" + text, "640122000/2014-00457" + text, "由审核人审核，公开期限 2014-11-24。" + text, [new PageLink("/desk/items/ligang-2014-0k3m", "查看这条信息" + text), new PageLink("/desk/items/new", "再申报一条")]), cancellation),
            ["refusal"] = await As(Role.Leader).RefusalAsync(new RefusalModel(412, new Refusal(RefusalKind.Stale, "stale", "您打开页面之后，内容已被他人更新。" + text), new PageLink("/desk", "返回工作清单" + text)), cancellation),
            ["report-reviewer"] = await As(Role.Reviewer).ReportAsync(ReportModel(text), cancellation),
            ["report-chair"] = await As(Role.Chair).ReportAsync(ReportModel(text), cancellation),
            ["records"] = await As(Role.Clerk).RecordsAsync(new RecordListModel(RecordSamples.Kinds, 2014, "application", [RecordSamples.Application(text)], DeskSamples.Catalogue(text), true, false, "受理1" + text, false, "next" + text), cancellation),
            ["record-choose"] = await As(Role.Clerk).RecordNewAsync(new RecordNewModel(RecordSamples.Kinds, null, null), cancellation),
            ["record-new"] = await As(Role.Clerk).RecordNewAsync(RecordSamples.Refused(text), cancellation),
            ["record"] = await As(Role.Clerk).RecordAsync(RecordSamples.Model(text), cancellation),
            ["imports"] = await As(Role.Admin).ImportsAsync(Imports(text), cancellation),
            ["deliveries"] = await As(Role.Admin).DeliveriesAsync(new DeliveriesModel(new DeliveryFilter("failed", "czs-clerk" + text), DeskSamples.Catalogue(text), [Notice(text).Delivery], false, "next" + text), cancellation),
            ["delivery"] = await As(Role.Admin).DeliveryAsync(Notice(text), cancellation),
            ["handovers"] = await As(Role.Clerk).HandoversAsync(HandoverSamples.Model(text), cancellation),
            ["handovers-refused"] = await As(Role.Clerk).HandoversAsync(HandoverSamples.Refused(text), cancellation),
            ["handovers-none"] = await As(Role.Admin).HandoversAsync(HandoverSamples.Model(text) with { Lines = [] }, cancellation),
            ["job"] = await As(Role.Admin).JobAsync(new JobModel(Job(JobState.Running, text)), cancellation),
            ["job-failed"] = await As(Role.Admin).JobAsync(new JobModel(Job(JobState.Failed, text)), cancellation),
        };
    }

    /// <summary>See the folder that <c>LIANXIN_PREVIEW</c> names.</summary>
    public static async Task PreviewAsync()
    {
        if (Environment.GetEnvironmentVariable("LIANXIN_PREVIEW") is not { Length: > 0 } folder)
            return;

        foreach (var (name, html) in await EveryPageAsync())
            await PreviewFolder.WriteAsync(folder, "desk-" + name, html, DeskAssets.Link, DeskAssets.Css);
    }
}
