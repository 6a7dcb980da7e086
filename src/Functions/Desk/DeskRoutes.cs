using System.Globalization;
using System.Text;
using Lianxin.Core;
using Lianxin.Core.Calendar;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Input;

namespace Lianxin.Functions.Desk;

/// <summary>The staff desk's own pages, one function for all of them: <c>desk/{*rest}</c>. Its forms post to the API.</summary>
public sealed class DeskRoutes(
    DeskViews views, QuartersDesk quarters, DeliveryViews deliveries, FeedbackDesk feedback, RecordsDesk records, AccountsDesk accounts, TroubleViews troubles, PrivacyDesk privacy, HandoverDesk handovers, CalendarDesk calendar,
    AnchorsDesk anchors, FunnelDesk funnel, CatalogueDesk catalogue, LearnDesk learn, BusinessClock business)
{
    private static readonly byte[] Css = Encoding.UTF8.GetBytes(DeskAssets.Css);

    public void Map(IEndpointRouteBuilder app)
    {
        app.Serve(Permissions.DeskSignIn, async context => await Responses.HtmlAsync(context, await views.SignInAsync(context)));
        app.Serve(Permissions.DeskStyle, context =>
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Responses.BytesAsync(context, Css, "text/css; charset=utf-8");
        });
        app.Serve(Permissions.Desk, PageAsync);
    }

    private async Task PageAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var rest = ((string?)context.Request.RouteValues["rest"] ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var actor = context.Actor();
        if (rest.Length < 2 && RememberedFilters.Recall(context, rest is [var list] ? list : "", actor) is { } remembered)
        {
            await Responses.SeeOther(context, remembered);
            return;
        }

        var html = rest switch
        {
            [] => await views.WorklistAsync(context, await quarters.TasksAsync(context)),
            ["items", "new"] => await views.ChooseEntryAsync(context),
            ["items", "new", var entry] => await views.NewItemAsync(context, entry),
            ["items", var id] => await views.ItemAsync(context, id),
            ["items", var id, "edit"] => await views.EditItemAsync(context, id),
            ["items", var id, "revise"] => await views.ReviseItemAsync(context, id),
            ["receipts", var id] => await views.ReceiptAsync(context, id),
            ["quarters"] when actor.IsStaff => await quarters.ListAsync(context),
            ["quarters", var text] when actor.IsStaff && Period.TryParse(text, out var quarter) && quarter.Kind == PeriodKind.Quarter => await quarters.QuarterAsync(context, quarter),
            ["feedback"] when actor.IsStaff => await feedback.ListAsync(context),
            ["feedback", "new"] when Permissions.Allow(actor, Permissions.EnterFeedback) => await feedback.NewAsync(context),
            ["feedback", var id] when actor.IsStaff => await feedback.PieceAsync(context, id),
            ["funnel"] when actor.IsStaff => await funnel.PageAsync(context),
            ["cases"] when actor.IsStaff => await feedback.CasesAsync(context),
            ["cases", var id] when actor.IsStaff => await feedback.CaseAsync(context, id),
            ["records"] when actor.IsStaff => await records.ListAsync(context),
            ["records", "new"] when Permissions.Allow(actor, Permissions.EnterRecord) => await records.NewAsync(context),
            ["records", var id] when actor.IsStaff => await records.OneAsync(context, id),
            ["reports"] when actor.IsStaff => await views.ReportAsync(context, business.Today.Year - 1),
            ["reports", var text] when actor.IsStaff && YearOf(text) is { } year => await views.ReportAsync(context, year),
            ["deliveries"] when actor.IsStaff => await deliveries.ListAsync(context),
            ["deliveries", var id] when actor.IsStaff => await deliveries.OneAsync(context, id),
            ["handovers"] when actor.IsStaff => await handovers.ListAsync(context),
            ["calendar"] when actor.IsStaff => await calendar.ListAsync(context),
            ["calendar", var year] when actor.IsStaff => await calendar.YearAsync(context, year),
            ["catalogue"] when actor.IsStaff => await catalogue.ListAsync(context),
            ["catalogue", var code] when actor.IsStaff => await catalogue.EntryAsync(context, code),
            ["learn"] => await learn.PageAsync(context),
            ["anchors"] when actor.IsStaff => await anchors.PageAsync(context),
            ["privacy"] when Permissions.Allow(actor, Permissions.ListPrivacyFindings) => await privacy.PageAsync(context),
            ["imports"] when Permissions.Allow(actor, Permissions.Import) => await views.ImportsAsync(context, null, null),
            ["troubles"] when Permissions.Allow(actor, Permissions.ListTroubles) => await troubles.PageAsync(context),
            ["account"] => await accounts.OwnAsync(context),
            ["accounts"] when Permissions.Allow(actor, Permissions.ListAccounts) => await accounts.ListAsync(context),
            ["accounts", var name] when Permissions.Allow(actor, Permissions.ReadAccount) => await accounts.AccountAsync(context, name),
            ["jobs", var id] when actor.IsStaff => await views.JobAsync(context, id),
            _ => null,
        };
        if (html is not null)
        {
            await Responses.HtmlAsync(context, html);
            return;
        }

        var missing = new Refusal(RefusalKind.Unknown, ProblemCodes.NotFound, "没有这个页面，或者您无权查看。");
        await Responses.HtmlAsync(context, await views.RefusalAsync(context, StatusCodes.Status404NotFound, missing, "/desk", "回到工作清单"), StatusCodes.Status404NotFound);
    }

    private int? YearOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 2008 && year <= business.Today.Year ? year : null;
}
