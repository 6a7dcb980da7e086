using System.Text.Json;
using Lianxin.Core;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;
using Lianxin.Functions.Http;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Handovers;

namespace Lianxin.Functions.Desk;

/// <summary>Gathers what the desk shows of handovers, for the one who is signed in.</summary>
public sealed class HandoverDesk(DeskViews views, HandoverList list, ReferenceData reference, BusinessClock business, LianxinOptions options)
{
    public const string Address = "/desk/handovers";

    public Task<string> ListAsync(HttpContext context) => PageAsync(context, null);

    /// <summary>The list again, with the refused form as it was typed.</summary>
    public async Task AgainAsync(HttpContext context, string id, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(refusal);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (context.Items[typeof(PostedInput)] is PostedInput.Reading { Accepted: true } reading && reading.Input.Root.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in reading.Input.Root.EnumerateObject().Where(f => f.Value.ValueKind == JsonValueKind.String))
            {
                typed[field.Name] = field.Value.GetString()!;
            }
        }

        await Responses.HtmlAsync(context, await PageAsync(context, new RefusedHandover(id, refusal, typed)), Problem.From(refusal).Status);
    }

    private async Task<string> PageAsync(HttpContext context, RefusedHandover? refused)
    {
        ArgumentNullException.ThrowIfNull(context);
        var query = context.Request.Query;
        var (status, year) = (query["status"].ToString(), query["year"].ToString());
        var read = HandoverQueries.Read(query, options.Limits);
        if (!read.Accepted)
        {
            return await ShowAsync(context, new HandoversModel(status, year, reference.Catalogue, [], business.Today, Errors: read.Refusal.Errors));
        }

        var asked = read.Value;
        HandoverPage page;
        try
        {
            page = await list.ReadAsync(context.Actor(), asked, business.Today, context.RequestAborted);
        }
        catch (InvalidContinuationException)
        {
            // An old bookmark: the list from its beginning.
            asked = asked with { After = null };
            page = await list.ReadAsync(context.Actor(), asked, business.Today, context.RequestAborted);
        }

        var lines = page.Lines;
        if (refused is not null && lines.All(l => l.Row.Id != refused.Id) && await list.FindAsync(context.Actor(), refused.Id, context.RequestAborted) is { } own)
        {
            lines = [own, .. lines];
        }

        return await ShowAsync(
            context, new HandoversModel(status, year, reference.Catalogue, lines, business.Today, asked.After is null, page.Next, Refused: refused));
    }

    private Task<string> ShowAsync(HttpContext context, HandoversModel model) => views.PagesFor(context).HandoversAsync(model, context.RequestAborted);
}
