using System.Globalization;
using Lianxin.Core.Jobs;
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
public sealed class HealthResource(UseCases.Health.HealthReport report)
{
    public void Map(IEndpointRouteBuilder app) => app.Serve(Permissions.Health, AnswerAsync);

    private async Task AnswerAsync(HttpContext context)
    {
        var view = await report.MakeAsync(context.RequestAborted);
        var serves = view.Status != UseCases.Health.HealthReport.Unavailable;
        context.Response.Headers.CacheControl = "no-store";
        if (!serves)
        {
            context.Response.Headers.RetryAfter = 5.ToString(CultureInfo.InvariantCulture);
        }

        await Responses.JsonAsync(context, view, ApiJson.Default.HealthView, serves ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary><c>/api/openapi.json</c>: the description of this contract, a file beside the program.</summary>
public sealed class OpenApiResource(string file)
{
    private readonly byte[] document = File.ReadAllBytes(file);

    public void Map(IEndpointRouteBuilder app) =>
        app.Serve(Permissions.OpenApi, context => Responses.BytesAsync(context, document, "application/json; charset=utf-8"));
}
