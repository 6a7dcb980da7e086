using Lianxin.Core;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/quarters</c> and <c>/api/duties</c>: how a quarter stands, its run by hand, its sheets, and what is decided about its duties.</summary>
public sealed class Quarters(
    QuarterBoard board, Preflight preflight, QuarterJobs jobs, QuarterRun run, SheetLinks sheets, PostingBook postings, CoveragePrint coverage, QuartersDesk desk, ReferenceData reference, BusinessClock business, LianxinOptions options)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.Serve(Permissions.ReadQuarter, ReadAsync);
        app.Serve(Permissions.ReadPreflight, PreflightAsync);
        app.Receive(Permissions.RunQuarter, InputLimits.TextOnly, RunAsync);
        app.Serve(Permissions.DownloadBulletin, BulletinAsync);
        app.Serve(Permissions.PrintCoverage, CoverageAsync);
        app.Receive(Permissions.WaiveDuty, InputLimits.TextOnly, (context, posted) =>
        {
            var reason = posted.Fields.Text("reason");
            return DecideAsync(context, posted, DeskForm.Waiver, () => board.WaiveAsync(context.Actor(), IdOf(context), reason, context.RequestAborted));
        });
        app.Receive(Permissions.OrderDuty, InputLimits.TextOnly, (context, posted) =>
        {
            var (text, dueOn) = (posted.Fields.Text("text"), posted.Fields.Text("dueOn"));
            return DecideAsync(context, posted, DeskForm.Order, () => board.OrderAsync(context.Actor(), IdOf(context), text, dueOn, context.RequestAborted));
        });
    }

    private async Task ReadAsync(HttpContext context)
    {
        if (await QuarterAddress.ReadAsync(context) is { } quarter)
        {
            await AnswerAsync(context, quarter);
        }
    }

    private async Task PreflightAsync(HttpContext context)
    {
        if (await QuarterAddress.ReadAsync(context) is { } quarter)
        {
            var view = await SeenAsync(context, quarter);
            var points = await preflight.OfAsync(view, context.RequestAborted);
            var answer = PreflightAnswer.Of(quarter, points, business.Today, QuarterDays.WarnsFrom(quarter, reference.Calendar));
            await Responses.JsonAsync(context, answer, ApiJson.Default.PreflightAnswer);
        }
    }

    private async Task RunAsync(HttpContext context, PostedInput posted)
    {
        if (await QuarterAddress.ReadAsync(context) is not { } quarter)
        {
            return;
        }

        if (!run.IsOver(quarter))
        {
            var early = new Refusal(RefusalKind.IllegalStep, "quarter-not-over", $"{quarter.ToChinese()}还没有结束，{ChineseDates.Text(QuarterDays.ClosesOn(quarter))}起才能汇总公开。");
            await (posted.IsForm ? desk.AgainAsync(context, posted, DeskForm.Run, quarter.ToString(), early) : Problem.From(early).WriteAsync(context));
            return;
        }

        var job = await jobs.RunAsync(context.Actor(), quarter, context.RequestAborted);
        if (posted.IsForm)
        {
            await Responses.SeeOther(context, job is null ? $"/desk/quarters/{quarter}" : $"/desk/jobs/{job.Id}");
            return;
        }

        if (job is not null)
        {
            await Responses.JsonAsync(context, new AcceptedView($"/api/jobs/{job.Id}"), ApiJson.Default.AcceptedView, StatusCodes.Status202Accepted);
            return;
        }

        await AnswerAsync(context, quarter);
    }

    private async Task AnswerAsync(HttpContext context, Period quarter)
    {
        var agency = context.Actor().Agency;
        var view = await SeenAsync(context, quarter);
        var boards = postings.StatesOf(view.Record, await postings.OfQuarterAsync(agency, quarter, context.RequestAborted));
        await Responses.JsonAsync(context, QuarterAnswer.Of(view, boards, business.Today), ApiJson.Default.QuarterAnswer);
    }

    private async Task<QuarterView> SeenAsync(HttpContext context, Period quarter) =>
        (await board.ReadAsync(context.Actor().Agency, quarter, context.RequestAborted)).SeenBy(context.Actor(), reference.Catalogue);

    private async Task BulletinAsync(HttpContext context)
    {
        if (await QuarterAddress.ReadAsync(context) is not { } quarter)
        {
            return;
        }

        var agency = context.Request.Query["agency"] is [{ Length: > 0 } named] && options.AllAgencies.Contains(named, StringComparer.Ordinal) ? named : options.Agency;
        var place = context.Request.Query["place"].ToString();
        var paper = context.Request.Query["paper"] is [{ Length: > 0 } size] ? size : "a4";
        var link = await sheets.FindAsync(context.Actor(), agency, quarter, place, paper, context.RequestAborted);
        if (!link.Accepted)
        {
            await Problem.From(link.Refusal).WriteAsync(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = link.Value.AbsoluteUri;
        context.Response.StatusCode = StatusCodes.Status302Found;
    }

    private async Task CoverageAsync(HttpContext context)
    {
        if (await QuarterAddress.ReadAsync(context) is not { } quarter)
        {
            return;
        }

        var fields = new QueryFields(context.Request.Query);
        var paper = fields.Paper();
        if (fields.Refusal is { } refused)
        {
            await Problem.From(refused).WriteAsync(context);
            return;
        }

        var view = await board.ReadAsync(context.Actor().Agency, quarter, context.RequestAborted);
        await Responses.PdfAsync(context, coverage.Render(view, context.Actor(), paper).Bytes, $"coverage-{quarter}.pdf");
    }

    private async Task DecideAsync(HttpContext context, PostedInput posted, DeskForm form, Func<Task<Decision<DutyStanding>>> decide)
    {
        var decision = posted.Fields.Refusal is { } wrong ? wrong : await decide();
        if (decision.Refusal is { } refused)
        {
            await (posted.IsForm ? desk.AgainAsync(context, posted, form, IdOf(context), refused) : Problem.From(refused).WriteAsync(context));
            return;
        }

        if (posted.IsForm)
        {
            await Responses.SeeOther(context, $"/desk/quarters/{decision.Value!.Duty.Quarter}");
            return;
        }

        await Responses.JsonAsync(context, DutyAnswer.Of(decision.Value!, business.Today), ApiJson.Default.DutyAnswer, StatusCodes.Status201Created);
    }

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;
}
