using System.Globalization;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk.Slices;
using RazorSlices;

namespace Lianxin.Functions.Desk;

/// <summary>
/// The pages of the staff desk as text. One is made per request. Nothing is decided here: what a page offers is what the server
/// would take, and the server checks it again.
/// </summary>
public sealed class DeskPages(DeskContext context)
{
    public const string MediaType = "text/html; charset=utf-8";

    public DeskContext Context => context;

    public Task<string> SignInAsync(SignInModel model, CancellationToken cancellation = default) =>
        RenderAsync(SignInPage.Create(new(Shell("登录"), model)), cancellation);

    public Task<string> SignedInAsync(string next, CancellationToken cancellation = default) =>
        RenderAsync(SignedInPage.Create(new(Shell("已登录") with { RefreshSeconds = 0, RefreshTo = next }, next)), cancellation);

    public Task<string> TypedAgainAsync(TypedAgainModel model, CancellationToken cancellation = default) =>
        RenderAsync(TypedAgainPage.Create(new(Shell("接着提交刚才的内容"), model)), cancellation);

    public Task<string> WorklistAsync(WorklistModel model, CancellationToken cancellation = default) =>
        RenderAsync(WorklistPage.Create(new(Shell("工作清单", "/desk"), model)), cancellation);

    public Task<string> ChooseEntryAsync(CatalogueChoice model, CancellationToken cancellation = default) =>
        RenderAsync(ChooseEntryPage.Create(new(Shell("选择公开事项", "/desk/items/new"), model)), cancellation);

    public Task<string> ItemFormAsync(ItemFormModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var title = model.Refusal is null ? model.Heading : "有错误：" + model.Heading;
        return RenderAsync(ItemFormPage.Create(new(Shell(title, model.Target is null ? "/desk/items/new" : ""), model)), cancellation);
    }

    public Task<string> ItemAsync(DeskItemModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var title = model.Item.Content.Title;
        return RenderAsync(DeskItemPage.Create(new(Shell(model.Refused is null ? title : "有错误：" + title), model)), cancellation);
    }

    public Task<string> ReceiptAsync(ReceiptModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(ReceiptPage.Create(new(Shell(model.Heading), model)), cancellation);
    }

    public Task<string> RefusalAsync(RefusalModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(RefusalPage.Create(new(Shell(model.Heading), model)), cancellation);
    }

    public Task<string> ReportAsync(ReportDeskModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var title = string.Create(CultureInfo.InvariantCulture, $"{model.Report.Year}年年度报告");
        return RenderAsync(ReportPage.Create(new(Shell(model.Refusal is null ? title : "有错误：" + title, "/desk/reports"), model)), cancellation);
    }

    public Task<string> HandoversAsync(HandoversModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(HandoversPage.Create(new(Shell(model.Refused is null ? "移交县级门户" : "有错误：移交县级门户", HandoverDesk.Address), model)), cancellation);
    }

    public Task<string> AnchorsAsync(AnchorsModel model, CancellationToken cancellation = default) =>
        RenderAsync(AnchorsPage.Create(new(Shell("登记簿锚点", AnchorsDesk.Address), model)), cancellation);

    public Task<string> ImportsAsync(ImportsModel model, CancellationToken cancellation = default) =>
        RenderAsync(ImportsPage.Create(new(Shell("导入登记簿", "/desk/imports"), model)), cancellation);

    public Task<string> TroublesAsync(TroublesModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var title = model.Refusal is null ? "待处理的故障" : "有错误：待处理的故障";
        return RenderAsync(TroublesPage.Create(new(Shell(title, "/desk/troubles"), model)), cancellation);
    }

    public Task<string> JobAsync(JobModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(JobPage.Create(new(Shell(model.Title) with { RefreshSeconds = model.Refresh }, model)), cancellation);
    }

    public Task<string> QuartersAsync(QuarterListModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(QuartersPage.Create(new(Shell(model.Refusal is null ? "季度公开任务" : "有错误：季度公开任务", QuartersDesk.Path), model)), cancellation);
    }

    public Task<string> QuarterAsync(QuarterPageModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var title = $"{model.Quarter.ToChinese()}公开任务";
        return RenderAsync(QuarterPage.Create(new(Shell(model.Refusal is null ? title : "有错误：" + title, QuartersDesk.Path), model)), cancellation);
    }

    public Task<string> PrivacyAsync(PrivacyDeskModel model, CancellationToken cancellation = default) =>
        RenderAsync(PrivacyPage.Create(new(Shell("公开内容复查", PrivacyDesk.Path), model)), cancellation);

    public Task<string> DeliveriesAsync(DeliveriesModel model, CancellationToken cancellation = default) =>
        RenderAsync(DeliveriesPage.Create(new(Shell("通知", "/desk/deliveries"), model)), cancellation);

    public Task<string> DeliveryAsync(DeliveryModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(DeliveryPage.Create(new(Shell(model.Delivery.Title, "/desk/deliveries"), model)), cancellation);
    }

    public Task<string> FeedbackListAsync(FeedbackListModel model, CancellationToken cancellation = default) =>
        RenderAsync(FeedbackListPage.Create(new(Shell("群众反馈", FeedbackDesk.ListPath), model)), cancellation);

    public Task<string> FunnelAsync(FunnelModel model, CancellationToken cancellation = default) =>
        RenderAsync(FunnelPage.Create(new(Shell("办理漏斗", FeedbackDesk.ListPath), model)), cancellation);

    public Task<string> FeedbackNewAsync(FeedbackNewModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(FeedbackNewPage.Create(new(Shell(model.Refusal is null ? "代为登记" : "有错误：代为登记", FeedbackDesk.ListPath), model)), cancellation);
    }

    public Task<string> FeedbackPieceAsync(FeedbackPieceModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(FeedbackPiecePage.Create(new(Shell(model.Refusal is null ? "群众反馈" : "有错误：群众反馈", FeedbackDesk.ListPath), model)), cancellation);
    }

    public Task<string> CaseListAsync(CaseListModel model, CancellationToken cancellation = default) =>
        RenderAsync(CaseListPage.Create(new(Shell("“连心”登记", FeedbackDesk.CasesPath), model)), cancellation);

    public Task<string> CaseAsync(CaseModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(CasePage.Create(new(Shell(model.Refusal is null ? "办理事项" : "有错误：办理事项", FeedbackDesk.CasesPath), model)), cancellation);
    }

    public Task<string> AccountsAsync(AccountsModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(AccountsPage.Create(new(Shell(model.Refusal is null ? "账号" : "有错误：账号", AccountsDesk.ListPath), model)), cancellation);
    }

    public Task<string> AccountAsync(AccountModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var title = $"账号 {model.Account.Name}";
        return RenderAsync(AccountPage.Create(new(Shell(model.Refusal is null ? title : "有错误：" + title, AccountsDesk.ListPath), model)), cancellation);
    }

    public Task<string> OwnAccountAsync(OwnAccountModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(OwnAccountPage.Create(new(Shell(model.Refusal is null ? "我的账号" : "有错误：我的账号", PermissionGate.OwnAccountPage), model)), cancellation);
    }

    public Task<string> IssuedPasswordAsync(IssuedPasswordModel model, CancellationToken cancellation = default) =>
        RenderAsync(IssuedPasswordPage.Create(new(Shell("一次性密码", AccountsDesk.ListPath), model)), cancellation);

    public Task<string> CatalogueAsync(CatalogueModel model, CancellationToken cancellation = default) =>
        RenderAsync(CataloguePage.Create(new(Shell("公开事项目录", CatalogueDesk.Path), model)), cancellation);

    public Task<string> EntryAsync(EntryModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(EntryPage.Create(new(Shell(model.Entry.Title, CatalogueDesk.Path), model)), cancellation);
    }

    public Task<string> LearnAsync(LearnModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(LearnPage.Create(new(Shell(model.Refusal is null ? "练习：第一次申报" : "有错误：练习", LearnDesk.Path), model)), cancellation);
    }

    public Task<string> CalendarAsync(CalendarModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(CalendarPage.Create(new(Shell(model.Refusal is null ? "工作日日历" : "有错误：工作日日历", CalendarDesk.Path), model)), cancellation);
    }

    public Task<string> CalendarYearAsync(CalendarYearModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(CalendarYearPage.Create(new(Shell($"{model.Year.Year}年工作日日历", CalendarDesk.Path), model)), cancellation);
    }

    public Task<string> NoticeCheckedAsync(NoticeCheckedModel model, CancellationToken cancellation = default) =>
        RenderAsync(NoticeCheckedPage.Create(new(Shell("检查放假安排", CalendarDesk.Path), model)), cancellation);

    public Task<string> RecordsAsync(RecordListModel model, CancellationToken cancellation = default) =>
        RenderAsync(RecordsPage.Create(new(Shell("业务登记", RecordsDesk.Path), model)), cancellation);

    public Task<string> RecordNewAsync(RecordNewModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RenderAsync(RecordNewPage.Create(new(Shell(model.Refusal is null ? "登记一条" : "有错误：登记一条", RecordsDesk.Path), model)), cancellation);
    }

    public Task<string> RecordAsync(RecordModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var title = model.Kind.Label + "：" + model.Record.Number;
        return RenderAsync(RecordPage.Create(new(Shell(model.Refusal is null ? title : "有错误：" + title, RecordsDesk.Path), model)), cancellation);
    }

    private DeskShell Shell(string title, string section = "") => new(context, title, section);

    private static async Task<string> RenderAsync(RazorSlice slice, CancellationToken cancellation)
    {
        using var owned = slice;
        return await slice.RenderAsync(PageEncoder.Instance, cancellation);
    }
}
