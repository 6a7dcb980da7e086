using Lianxin.Core;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/deliveries</c>: which notice went to whom, and what became of it.</summary>
public sealed class Deliveries(DeliveryBook book, Sending sending, DeskAnswers desk, LianxinOptions options)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.Serve(Permissions.ListDeliveries, ListAsync);
        app.Receive(Permissions.RetryDelivery, InputLimits.TextOnly, RetryAsync);
    }

    private async Task ListAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var query = DeliveryQueries.Read(context.Request.Query, context.Actor(), options.Limits);
        if (!query.Accepted)
        {
            await Problem.From(query.Refusal).WriteAsync(context);
            return;
        }

        try
        {
            var page = await book.ListAsync(query.Value, context.RequestAborted);
            await Responses.JsonAsync(context, new DeliveryListView([.. page.Rows.Select(DeliveryView.Of)], page.Continuation), ApiJson.Default.DeliveryListView);
        }
        catch (InvalidContinuationException)
        {
            await Problem.From(Refusal.Field("continuation", "翻页标记无效，请从第一页开始。")).WriteAsync(context);
        }
    }

    private async Task RetryAsync(HttpContext context, PostedInput posted)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        var answer = await sending.RetryAsync(context.Actor().Agency, id, context.RequestAborted);
        if (answer.Refusal is { } refusal)
            await (posted.IsForm ? desk.DeliveryRefusedAsync(context, refusal) : Problem.From(refusal).WriteAsync(context));
        else if (posted.IsForm)
            await Responses.SeeOther(context, DeskContext.DeliveryPage(id));
        else
            await Responses.JsonAsync(context, DeliveryView.Of(answer.Delivery!), ApiJson.Default.DeliveryView);
    }
}
