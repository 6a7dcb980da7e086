using System.Globalization;
using Lianxin.Core.Items;
using Lianxin.Core.Jobs;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/catalogue</c>.</summary>
public sealed class CatalogueResource(ReferenceData reference)
{
    public void Map(IEndpointRouteBuilder app) => app.Serve(Permissions.Catalogue, context =>
    {
        context.Response.Headers.CacheControl = "public, max-age=300";
        return Responses.JsonAsync(context, CatalogueView.Of(reference.Catalogue), ApiJson.Default.CatalogueView);
    });
}

/// <summary><c>/api/jobs</c>: long work that someone can watch.</summary>
public sealed class JobsResource(IJobStore jobs)
{
    public void Map(IEndpointRouteBuilder app) => app.Serve(Permissions.Job, async context =>
    {
        var stored = await jobs.FindAsync(context.Actor().Agency, (string)context.Request.RouteValues["id"]!, context.RequestAborted);
        await (stored is null
            ? Problem.NotFound().WriteAsync(context)
            : Responses.JsonAsync(context, JobView.Of(stored.Job), ApiJson.Default.JobView));
    });
}

/// <summary><c>/api/health</c>: storage, timers, outbox, poison, and what waits past its day.</summary>
public sealed class HealthResource(
    IStorageProbe probe, Preparation preparation, IRegister register, TimerRuns runs, PublicationAttempts attempts, DeliveryBook deliveries, UseCases.Privacy.PublicScan scan, UseCases.Yearly.YearlyBoard yearly, UseCases.Anchors.AnchorBook anchors, UseCases.Checks.RegisterCheck check, ReferenceData reference, BusinessClock business, TimeProvider machine, LianxinOptions options)
{
    public void Map(IEndpointRouteBuilder app) => app.Serve(Permissions.Health, AnswerAsync);

    private async Task AnswerAsync(HttpContext context)
    {
        var storage = await probe.CheckAsync(options.Agency, context.RequestAborted);
        var waiting = 0;
        IReadOnlyList<TimerRunView> timers = [];
        IReadOnlyList<string> givenUp = [];
        var failedNotices = 0;
        var publicPersonalData = 0;
        IReadOnlyList<int> overdueReports = [];
        string? lastAnchor = null;
        var lostChains = 0;
        var gone = 0;
        var ready = storage.Reachable && preparation.IsDone;
        if (ready)
        {
            await foreach (var id in register.AwaitingPublicationAsync(options.Agency, business.Today.AddDays(-1), context.RequestAborted))
            {
                waiting++;
            }

            timers = await runs.ListAsync(context.RequestAborted);
            givenUp = await attempts.GivenUpAsync(context.RequestAborted);
            publicPersonalData = (await scan.StateAsync(options.Agency, context.RequestAborted)).Found.Count;
            overdueReports = [.. (await yearly.OverdueAsync(options.Agency, context.RequestAborted)).Select(r => r.Year)];
            lastAnchor = await anchors.ShortAsync(options.Agency, context.RequestAborted);
            lostChains = (await anchors.LostAsync(options.Agency, context.RequestAborted)).Count;
            gone = (await check.StateAsync(options.Agency, context.RequestAborted)).Open.Count;
            failedNotices = await deliveries.TroubledAsync(options.Agency, context.RequestAborted);
        }

        var view = new HealthView(
            ready ? "ok" : "unavailable",
            storage.Reachable,
            storage.Problem,
            storage.OldestOutbox is { } oldest ? Math.Max(0, (machine.GetUtcNow() - oldest).TotalSeconds) : null,
            storage.PoisonMessages,
            waiting,
            givenUp,
            failedNotices,
            publicPersonalData,
            overdueReports,
            lastAnchor,
            lostChains,
            gone,
            timers,
            reference.Catalogue.Version,
            business.Now);
        context.Response.Headers.CacheControl = "no-store";
        if (!ready)
        {
            context.Response.Headers.RetryAfter = 5.ToString(CultureInfo.InvariantCulture);
        }

        await Responses.JsonAsync(context, view, ApiJson.Default.HealthView, ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary><c>/api/openapi.json</c>: the description of this contract, a file beside the program.</summary>
public sealed class OpenApiResource(string file)
{
    private readonly byte[] document = File.ReadAllBytes(file);

    public void Map(IEndpointRouteBuilder app) =>
        app.Serve(Permissions.OpenApi, context => Responses.BytesAsync(context, document, "application/json; charset=utf-8"));
}
