using Lianxin.Core.Items;
using Lianxin.Functions.Access;
using Lianxin.Functions.Http;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Desk;

/// <summary>Gathers what the desk shows of notices, for the one who is signed in.</summary>
public sealed class DeliveryViews(DeskViews views, DeliveryBook book, ReferenceData reference, LianxinOptions options)
{
    public async Task<string> ListAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var query = context.Request.Query;
        var filter = new DeliveryFilter(query["state"].ToString(), query["person"].ToString());
        var read = DeliveryQueries.Read(query, context.Actor(), options.Limits);
        if (!read.Accepted)
        {
            return await views.PagesFor(context).DeliveriesAsync(new DeliveriesModel(filter, reference.Catalogue, [], Errors: read.Refusal.Errors), context.RequestAborted);
        }

        var asked = read.Value;
        DeliveryRows rows;
        try
        {
            rows = await book.ListAsync(asked, context.RequestAborted);
        }
        catch (InvalidContinuationException)
        {
            // An old bookmark: the list from its beginning.
            asked = asked with { Continuation = null };
            rows = await book.ListAsync(asked, context.RequestAborted);
        }

        var model = new DeliveriesModel(filter, reference.Catalogue, rows.Rows, asked.Continuation is null, rows.Continuation);
        return await views.PagesFor(context).DeliveriesAsync(model, context.RequestAborted);
    }

    /// <summary>Null when there is none, or when this person may not see it.</summary>
    public async Task<string?> OneAsync(HttpContext context, string id)
    {
        ArgumentNullException.ThrowIfNull(context);
        var actor = context.Actor();
        if (await book.FindAsync(actor.Agency, id, context.RequestAborted) is not { Delivery: var delivery }
            || (DeliveryQueries.OnlyOffice(actor) is { } office && office != delivery.Office)
            || await book.DigestAsync(actor.Agency, delivery, context.RequestAborted) is not { } digest)
        {
            return null;
        }

        return await views.PagesFor(context).DeliveryAsync(new DeliveryModel(delivery, digest), context.RequestAborted);
    }
}
