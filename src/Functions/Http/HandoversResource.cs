using Lianxin.Core;
using Lianxin.Core.Items;
using Lianxin.Documents.Handover;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Handovers;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/handovers</c> and <c>/api/items/{id}/handover</c>: what goes to the county's portal, the tick, and the look whether it shows.</summary>
public sealed class HandoversResource(
    HandoverList list, HandoverPackages packages, HandoverTicks ticks, HandoverChecks checks, HandoverDesk desk, BusinessClock business, LianxinOptions options)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.Serve(Permissions.ListHandovers, ListAsync);
        app.Serve(Permissions.DownloadHandover, PackageAsync);
        app.Serve(Permissions.ReadHandoverSheet, SheetAsync);
        app.Receive(Permissions.RecordHandover, InputLimits.TextOnly, TickAsync);
        app.Receive(Permissions.CheckHandover, InputLimits.TextOnly, CheckAsync);
    }

    private async Task ListAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var query = HandoverQueries.Read(context.Request.Query, options.Limits);
        if (!query.Accepted)
        {
            await Problem.From(query.Refusal).WriteAsync(context);
            return;
        }

        try
        {
            var page = await list.ReadAsync(context.Actor(), query.Value, business.Today, context.RequestAborted);
            await Responses.JsonAsync(context, new HandoverListView([.. page.Lines.Select(HandoverView.Of)], page.Next), ApiJson.Default.HandoverListView);
        }
        catch (InvalidContinuationException)
        {
            await Problem.From(Refusal.Field("continuation", "翻页标记无效，请从第一页开始。")).WriteAsync(context);
        }
    }

    private async Task PackageAsync(HttpContext context)
    {
        if (await packages.LinkAsync(context.Actor(), IdOf(context), context.RequestAborted) is not { } link)
        {
            await Problem.From(CommandAnswer.Unknown.Refusal!).WriteAsync(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = link.AbsoluteUri;
        context.Response.StatusCode = StatusCodes.Status302Found;
    }

    private async Task SheetAsync(HttpContext context)
    {
        var format = ListQueries.Of(context.Request.Query, "format") ?? "html";
        if (format is not ("html" or "txt"))
        {
            await Problem.From(Refusal.Field("format", "format 应为 html 或 txt。")).WriteAsync(context);
            return;
        }

        if (await packages.FindAsync(context.Actor(), IdOf(context), context.RequestAborted) is not { } ready)
        {
            await Problem.From(CommandAnswer.Unknown.Refusal!).WriteAsync(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        await (format is "txt"
            ? Responses.BytesAsync(context, ready.Sheet.Text(), "text/plain; charset=utf-8")
            : Responses.BytesAsync(context, await HandoverPackage.HtmlAsync(ready.Sheet, context.RequestAborted), "text/html; charset=utf-8"));
    }

    private async Task TickAsync(HttpContext context, PostedInput posted)
    {
        var (address, on) = (posted.Fields.Text("address"), posted.Fields.Date("handedOverOn"));
        var ticked = posted.Fields.Refusal is { } wrong ? wrong : await ticks.TickAsync(context.Actor(), IdOf(context), address, on, context.RequestAborted);
        if (!ticked.Accepted)
        {
            await (posted.IsForm ? desk.AgainAsync(context, IdOf(context), ticked.Refusal) : Problem.From(ticked.Refusal).WriteAsync(context));
            return;
        }

        await (posted.IsForm
            ? Responses.SeeOther(context, HandoverDesk.Address)
            : Responses.JsonAsync(context, HandoverView.Of(ticked.Value), ApiJson.Default.HandoverView));
    }

    private async Task CheckAsync(HttpContext context, PostedInput posted)
    {
        var job = await checks.StartAsync(context.Actor(), IdOf(context), context.RequestAborted);
        if (!job.Accepted)
        {
            await (posted.IsForm ? desk.AgainAsync(context, IdOf(context), job.Refusal) : Problem.From(job.Refusal).WriteAsync(context));
            return;
        }

        await (posted.IsForm
            ? Responses.SeeOther(context, HandoverDesk.Address)
            : Responses.JsonAsync(context, new AcceptedView($"/api/jobs/{job.Value.Id}"), ApiJson.Default.AcceptedView, StatusCodes.Status202Accepted));
    }

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;
}
