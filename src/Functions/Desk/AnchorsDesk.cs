using Lianxin.Core.Audit;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases.Anchors;

namespace Lianxin.Functions.Desk;

/// <summary>The register's anchors on the desk.</summary>
/// <param name="Lost">Chains that are not what the anchors say; empty when all is well.</param>
/// <param name="Earlier">Address of the next page; null at the end.</param>
public sealed record AnchorsModel(IReadOnlyList<DailyAnchor> Anchors, IReadOnlyList<string> Lost, string? Earlier);

/// <summary>Gathers what the page of anchors shows: a month at a time, newest first.</summary>
public sealed class AnchorsDesk(AnchorBook anchors, DeskViews views)
{
    public const string Address = "/desk/anchors";
    private const int PageSize = 31;

    public async Task<string> PageAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var agency = context.Actor().Agency;
        var before = new Http.QueryFields(context.Request.Query).Day("before");
        var found = await anchors.ListAsync(agency, before, PageSize + 1, context.RequestAborted);
        var shown = found.Take(PageSize).ToList();
        var earlier = found.Count > PageSize ? FormattableString.Invariant($"{Address}?before={shown[^1].Day:yyyy-MM-dd}") : null;
        return await views.PagesFor(context).AnchorsAsync(
            new AnchorsModel(shown, await anchors.LostAsync(agency, context.RequestAborted), earlier), context.RequestAborted);
    }
}
