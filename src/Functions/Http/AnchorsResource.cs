using System.Globalization;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases.Anchors;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/anchors</c>: the daily anchors of the register 登记簿锚点, newest first; public, for a hash tells nothing of what it covers.</summary>
public sealed class AnchorsResource(AnchorBook anchors, LianxinOptions options)
{
    private const int PageSize = 31;

    public void Map(IEndpointRouteBuilder app) => app.Serve(Permissions.ListAnchors, async context =>
    {
        var fields = new QueryFields(context.Request.Query);
        var before = fields.Day("before");
        if (fields.Refusal is { } refusal)
        {
            await Problem.From(refusal).WriteAsync(context);
            return;
        }

        // One more than is shown tells whether there is a next page.
        var found = await anchors.ListAsync(options.Agency, before, PageSize + 1, context.RequestAborted);
        var shown = found.Take(PageSize).ToList();
        var next = found.Count > PageSize ? shown[^1].Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        context.Response.Headers.CacheControl = "public, max-age=300";
        await Responses.JsonAsync(context, new AnchorListView([.. shown.Select(AnchorView.Of)], next), ApiJson.Default.AnchorListView);
    });
}
