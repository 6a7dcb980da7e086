using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Cases;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/cases</c>: the 连心 register, open to all and masked, and its steps 办理 → 答复 → 销号 → 重新办理.</summary>
public sealed class CasesResource(CaseCommands commands, CaseBook book, WallSheets walls, FeedbackPages pages, FeedbackDesk desk, ReferenceData reference, LianxinOptions options)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.Serve(Permissions.ListCases, ListAsync);
        app.Serve(Permissions.ReadCase, ReadAsync);
        app.Serve(Permissions.DownloadWall, WallAsync);
        app.Receive(Permissions.CaseProgress, InputLimits.TextOnly, (context, posted) => StepAsync(
            context, posted, () => commands.ProgressAsync(context.Actor(), IdOf(context), FeedbackInputs.Words(posted.Fields, "text"), context.RequestAborted)));
        app.Receive(Permissions.CaseResolution, InputLimits.TextOnly, (context, posted) => StepAsync(
            context, posted, () => commands.ResolveAsync(context.Actor(), IdOf(context), FeedbackInputs.Resolution(posted.Fields), context.RequestAborted)));
        app.Receive(Permissions.CaseConfirmation, InputLimits.TextOnly, ConfirmAsync);
        app.Receive(Permissions.CaseReopening, InputLimits.TextOnly, (context, posted) => PersonAsync(context, posted, "reopened", code => commands.ReopenAsync(
            context.Actor(), IdOf(context), FeedbackInputs.Words(posted.Fields, "reason"), code, context.RequestAborted)));
    }

    private async Task ListAsync(HttpContext context)
    {
        var query = CaseQuery.Read(context.Request.Query, options.Limits);
        if (!query.Accepted)
        {
            await Problem.From(query.Refusal).WriteAsync(context);
            return;
        }

        try
        {
            var q = query.Value;
            var page = await book.ListAsync(context.Actor().Agency, q.Status, q.Month, null, q.Top, q.Continuation, context.RequestAborted);
            await Responses.JsonAsync(
                context, new CaseListView([.. page.Rows.Select(r => CaseRowView.Of(r, reference.Catalogue))], page.Continuation), ApiJson.Default.CaseListView);
        }
        catch (InvalidContinuationException)
        {
            await Problem.From(Refusal.Field("continuation", "翻页标记无效，请从第一页开始。")).WriteAsync(context);
        }
    }

    private async Task ReadAsync(HttpContext context)
    {
        var actor = context.Actor();
        var stored = await book.FindAsync(IdOf(context), context.RequestAborted);
        await (stored is null || !string.Equals(stored.Case.Agency, actor.Agency, StringComparison.Ordinal)
            ? Problem.From(CaseCommands.Unknown).WriteAsync(context)
            : CaseAsync(context, stored.Case));
    }

    private Task ConfirmAsync(HttpContext context, PostedInput posted)
    {
        var input = FeedbackInputs.Confirmation(posted.Fields);
        var code = posted.Fields.Text("receiptCode");
        if (code is null && context.Actor().Role == Role.Public)
        {
            return Problem.NotSignedIn().WriteAsync(context);
        }

        return code is null
            ? StepAsync(context, posted, () => commands.ConfirmAsync(context.Actor(), IdOf(context), input, null, context.RequestAborted))
            : PersonAsync(context, posted, "confirmed", _ => commands.ConfirmAsync(context.Actor(), IdOf(context), input, code, context.RequestAborted));
    }

    /// <summary>The sheet of a group for a month, for the wall.</summary>
    private async Task WallAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var link = await walls.LinkAsync(
            context.Actor().Agency, query["month"], query["group"], query["paper"] is [{ Length: > 0 } paper] ? paper : "a4", context.RequestAborted);
        if (!link.Accepted)
        {
            await Problem.From(link.Refusal).WriteAsync(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = link.Value.AbsoluteUri;
        context.Response.StatusCode = StatusCodes.Status302Found;
    }

    /// <summary>A step of staff: a form goes back to the case on the desk.</summary>
    private async Task StepAsync(HttpContext context, PostedInput posted, Func<Task<CaseAnswer>> step)
    {
        var answer = posted.Fields.Refusal is { } wrong ? new CaseAnswer(null, wrong) : await step();
        if (answer.Refusal is { } refused)
        {
            await (posted.IsForm ? desk.CaseAgainAsync(context, posted, IdOf(context), refused) : Problem.From(refused).WriteAsync(context));
            return;
        }

        await (posted.IsForm ? Responses.SeeOther(context, FeedbackDesk.CasePath(IdOf(context))) : CaseAsync(context, answer.Case!));
    }

    /// <summary>A step of the person with the receipt code: a form goes back to the receipt.</summary>
    private async Task PersonAsync(HttpContext context, PostedInput posted, string did, Func<string?, Task<CaseAnswer>> step)
    {
        var code = posted.Fields.Text("receiptCode");
        var answer = posted.Fields.Refusal is { } wrong ? new CaseAnswer(null, wrong) : await step(code);
        if (answer.Refusal is { } refused)
        {
            var receipt = posted.IsForm ? await commands.ReceiptAsync(context.Actor().Agency, code, context.RequestAborted) : null;
            await (receipt is null
                ? Problem.From(refused).WriteAsync(context)
                : pages.ReceiptAgainAsync(context, code!, receipt, refused, posted.Fields.Text("reason")));
            return;
        }

        await (posted.IsForm ? Responses.SeeOther(context, FeedbackPages.ReceiptPath(code!, did)) : CaseAsync(context, answer.Case!));
    }

    /// <summary>A clerk sees the working side of the own office's cases, the others of the staff of all.</summary>
    internal static bool MayWork(Actor actor, LianxinCase present) =>
        actor.IsStaff && (actor.Role != Role.Clerk || string.Equals(actor.Office, present.Office, StringComparison.Ordinal));

    private Task CaseAsync(HttpContext context, LianxinCase present)
    {
        ETags.Set(context.Response, present.Steps.Count);
        context.Response.Headers.CacheControl = "no-store";
        return Responses.JsonAsync(context, CaseView.Of(present, reference.Catalogue, MayWork(context.Actor(), present)), ApiJson.Default.CaseView);
    }

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;
}

/// <summary><c>/api/funnel</c>: how far what came in between two days has come.</summary>
public sealed class FunnelResource(FeedbackBook feedback, CaseBook cases, BusinessClock business)
{
    public void Map(IEndpointRouteBuilder app) => app.Serve(Permissions.Funnel, async context =>
    {
        var query = context.Request.Query;
        var today = business.Today;
        var from = ListQueries.Of(query, "from") is null ? new DateOnly(today.Year, 1, 1) : ListQueries.Day(query, "from");
        var to = ListQueries.Of(query, "to") is null ? today : ListQueries.Day(query, "to");
        if (from is not { } first || to is not { } last || first > last)
        {
            await Problem.From(Refusal.Field(from is null ? "from" : "to", "日期应为 YYYY-MM-DD，且起始日期不晚于截止日期。")).WriteAsync(context);
            return;
        }

        await Responses.JsonAsync(context, FunnelView.Of(await OfAsync(context.Actor().Agency, first, last, context.RequestAborted)), ApiJson.Default.FunnelView);
    });

    /// <summary>The funnel of an agency; what the desk, the quarter's sheet and the report ask.</summary>
    public async Task<Core.Cases.Funnel> OfAsync(string agency, DateOnly from, DateOnly to, CancellationToken cancellation) => Core.Cases.Funnel.Of(
        from, to, await feedback.RowsAsync(agency, from, to, cancellation), await cases.RowsAsync(agency, from, to, cancellation));
}
