using Lianxin.Core;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Desk;

/// <summary>Gathers what the page of troubles shows.</summary>
public sealed class TroubleViews(TroubleShooting shooting, UseCases.Checks.RegisterCheck check, DeskViews views)
{
    private const int MostRecords = 20;

    public Task<string> PageAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return PageAsync(context, null, null, "");
    }

    /// <param name="refusedId">The trouble whose form was refused; null for none.</param>
    public async Task<string> PageAsync(HttpContext context, string? refusedId, Refusal? refusal, string typed)
    {
        ArgumentNullException.ThrowIfNull(context);
        var model = new TroublesModel(
            await shooting.ListAsync(context.Actor().Agency, context.RequestAborted),
            await shooting.LatelyAsync(context.Actor().Agency, MostRecords, context.RequestAborted),
            context.Request.Query["did"].ToString(),
            refusedId,
            refusal,
            typed)
        {
            Check = await check.StateAsync(context.Actor().Agency, context.RequestAborted),
        };
        return await views.PagesFor(context).TroublesAsync(model, context.RequestAborted);
    }
}
