using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.Desk;

/// <summary>Gathers the desk's pages of the quarters, for the one who is signed in.</summary>
public sealed class QuartersDesk(
    DeskViews views, QuarterBoard board, DutyBook book, Preflight preflight, PostingBook postings, InService service, QuarterRun run, ReferenceData reference, BusinessClock business, LianxinOptions options)
{
    public const string Path = "/desk/quarters";

    public async Task<string> ListAsync(HttpContext context, RefusedForm? refused = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (actor, cancellation) = (context.Actor(), context.RequestAborted);
        var quarters = await service.QuartersAsync(actor.Agency, cancellation);
        var lines = new List<QuarterLine>();
        foreach (var year in quarters.GroupBy(q => q.Year))
        {
            var records = await book.QuartersAsync(actor.Agency, year.Key, cancellation);
            lines.AddRange(year.Select(q => LineOf(q, records.GetValueOrDefault(q.ToString()))));
        }

        lines.Reverse();
        var pages = views.PagesFor(context);
        var clock = actor.Role == Role.Admin && options.DemoMode ? new QuarterForms(pages.Context, refused).Clock(business.Now) : null;
        return await pages.QuartersAsync(new QuarterListModel(lines, clock, refused?.Refusal), cancellation);
    }

    public async Task<string> QuarterAsync(HttpContext context, Period quarter, RefusedForm? refused = null, string? duty = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (actor, cancellation) = (context.Actor(), context.RequestAborted);
        var view = await board.ReadAsync(actor.Agency, quarter, cancellation);
        var posted = await postings.OfQuarterAsync(actor.Agency, quarter, cancellation);
        var points = await preflight.OfAsync(view, cancellation);
        var query = context.Request.Query;
        var filter = new QuarterFilter(quarter, query["office"].ToString(), query["state"].ToString(), duty ?? query["duty"].ToString());
        var pages = views.PagesFor(context);
        var forms = new QuarterForms(pages.Context, refused);
        var seen = view.Duties.Where(d => CoverageMap.MaySee(actor, d.Duty, reference.Catalogue)).ToList();
        var model = new QuarterPageModel(
            filter,
            StateOf(quarter, view.Record),
            CoverageMap.Of(view, reference.Catalogue, actor, filter.Takes),
            seen.ToDictionary(d => d.Duty.Id, d => d.Reach == DutyReach.Out && ItemHref(view, d, actor) is { } item ? item : filter.Address(d.Duty.Id), StringComparer.Ordinal),
            Enum.GetValues<DutyState>().ToDictionary(s => s, s => seen.Count(d => d.State == s)),
            [.. points.Where(p => seen.Contains(p.Standing) && filter.Takes(p.Standing))],
            SheetsOf(view, posted, actor, pages.Context),
            seen.FirstOrDefault(d => d.Duty.Id == filter.Duty) is { } open ? PanelOf(view, open, actor, forms) : null,
            OutsideForms(view, actor, forms),
            reference.Catalogue,
            business.Today,
            QuarterDays.WarnsFrom(quarter, reference.Calendar),
            refused?.Refusal);
        return await pages.QuarterAsync(model, cancellation);
    }

    /// <summary>The page of a form that was refused, with what was typed.</summary>
    /// <param name="subject">What it was about: id of a duty or a sheet, or a period.</param>
    public async Task AgainAsync(HttpContext context, PostedInput posted, DeskForm form, string? subject, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(posted);
        var refused = new RefusedForm(form, DeskAnswers.Flat(posted.Root), refusal);
        var duty = DutyId.TryParse(form == DeskForm.NilReturn ? posted.Fields.Text("duty") : subject, out var id) ? id : null;
        var quarter = duty is not null ? duty.Quarter
            : SheetId.TryParse(subject, out var sheet) ? sheet.Quarter
            : Period.TryParse(subject, out var period) ? period.Quarter
            : Period.QuarterOf(business.Today);
        var html = form == DeskForm.Clock ? await ListAsync(context, refused) : await QuarterAsync(context, quarter, refused, duty?.ToString());
        await Responses.HtmlAsync(context, html, Problem.From(refusal).Status);
    }

    /// <summary>我的任务 of a clerk: what the office owes in the present quarter and the one before, and the orders about it; null for others.</summary>
    public async Task<IReadOnlyList<TaskLine>?> TasksAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var actor = context.Actor();
        if (actor.Role != Role.Clerk)
        {
            return null;
        }

        var present = Period.QuarterOf(business.Today);
        var since = await service.SinceAsync(actor.Agency, context.RequestAborted);
        var tasks = new List<TaskLine>();
        foreach (var quarter in new[] { present.Previous, present }.Where(q => q.First >= since))
        {
            var view = await board.ReadAsync(actor.Agency, quarter, context.RequestAborted);
            tasks.AddRange(view.Duties
                .Where(d => d.State is DutyState.Pending or DutyState.Overdue && d.Duty.OpensOn <= business.Today && QuarterForms.MayReport(actor, d.Duty))
                .SelectMany(TasksOf));
        }

        return [.. tasks.OrderBy(t => t.DueOn).ThenBy(t => t.Order is null)];
    }

    private IEnumerable<TaskLine> TasksOf(DutyStanding standing)
    {
        var duty = standing.Duty;
        var title = reference.Catalogue.Entry(duty.Entry)?.Title ?? duty.Entry;
        var period = duty.Period is { } text ? PeriodTitle.Of(text) : "";
        _ = Period.TryParse(duty.Quarter, out var quarter);
        var href = new QuarterFilter(quarter).Address(duty.Id);
        yield return new TaskLine(title, period, DutyWords.Of(standing.Reach), null, duty.DueOn, href);
        foreach (var order in standing.Record?.Orders ?? [])
        {
            yield return new TaskLine(title, period, DutyWords.Of(standing.Reach), order.Text, order.DueOn, href);
        }
    }

    private QuarterLine LineOf(Period quarter, QuarterRecord? record) => new(
        quarter,
        StateOf(quarter, record),
        record?.FrozenAt is null ? null : string.Join("，", record.Coverage.GroupBy(l => l.State).OrderBy(g => g.Key).Select(g => string.Create(CultureInfo.InvariantCulture, $"{DutyWords.Of(g.Key)}{g.Count()}项"))));

    private string StateOf(Period quarter, QuarterRecord? record) =>
        record?.FrozenAt is { } frozen ? $"{ChinaText.Day(frozen)} 已固定结果"
        : record?.ClosedAt is { } closed ? $"{ChinaText.Day(closed)} 已汇总公开，等待最后期限"
        : run.IsOver(quarter) ? "已结束，等待汇总公开"
        : "进行中";

    /// <summary>A clerk sees the working state of the own office's items only.</summary>
    private static string? ItemHref(QuarterView view, DutyStanding duty, Actor actor) =>
        duty.ItemId is { } id && (actor.Role != Role.Clerk || view.Rows.Any(r => r.Id == id && r.Office == actor.Office)) ? DeskContext.ItemPage(id) : null;

    private DutyPanel PanelOf(QuarterView view, DutyStanding standing, Actor actor, QuarterForms forms)
    {
        var duty = standing.Duty;
        var entry = reference.Catalogue.Entry(duty.Entry)!;
        var open = standing.State is DutyState.Pending or DutyState.Overdue;
        return new DutyPanel(
            standing,
            entry.Title,
            reference.Catalogue.Office(duty.Office)?.Title ?? duty.Office,
            ItemHref(view, standing, actor),
            open && standing.Reach == DutyReach.Missing && actor.Role == Role.Clerk && QuarterForms.MayReport(actor, duty) ? $"/desk/items/new/{entry.Code}" : null,
            forms.Of(standing, entry, Guid.NewGuid().ToString("n")));
    }

    private List<SheetLine> SheetsOf(QuarterView view, IReadOnlyList<Posting> posted, Actor actor, DeskContext desk)
    {
        var states = postings.StatesOf(view.Record, posted);
        return
        [
            .. view.Record.Sheets
                .Where(s => s.Place.Length == 0 || SheetLinks.MaySee(actor, view.Record.Agency, s.Place))
                .GroupBy(s => s.Place, StringComparer.Ordinal)
                .Select(sheet => new SheetLine(
                    TitleOf(sheet.Key),
                    [.. sheet.Select(s => (s.Paper.ToUpperInvariant(), s.Pages, desk.Api($"api/quarters/{view.Quarter}/bulletin.pdf?place={s.Place}&paper={s.Paper}")))],
                    states[sheet.Key],
                    [.. posted.Where(p => p.Board == sheet.Key)])),
        ];
    }

    private List<PlainForm> OutsideForms(QuarterView view, Actor actor, QuarterForms forms)
    {
        var sheets = view.Record.Sheets.Select(s => s.Place).Distinct(StringComparer.Ordinal)
            .Where(place => PostingCommands.MayRecord(actor, place))
            .OrderBy(place => place.Length == 0)
            .Select(place => new FormOption(new SheetId(view.Quarter, place).ToString(), TitleOf(place)))
            .ToList();
        return
        [
            .. new[] { forms.Posting(sheets), actor.Role == Role.Admin && run.IsOver(view.Quarter) ? forms.Run(view.Quarter) : null }.OfType<PlainForm>(),
        ];
    }

    private string TitleOf(string place) =>
        place.Length == 0 ? "全镇公示单" : place == QuarterSheets.Party ? "党内公开" : reference.Catalogue.Office(place)?.Title ?? place;
}
