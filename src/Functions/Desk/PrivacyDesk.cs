using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Privacy;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Privacy;

namespace Lianxin.Functions.Desk;

/// <summary>A public item in which the nightly scan found something, looked at again for this page.</summary>
/// <param name="Findings">Excerpts are masked.</param>
/// <param name="IfMatch">ETag of this version, for the exception.</param>
/// <param name="MayOverride">Whether this person may let it stand.</param>
public sealed record FoundItem(Item Item, string OfficeTitle, DateOnly Since, IReadOnlyList<PersonalDataFinding> Findings, int Count, string IfMatch, bool MayOverride);

/// <summary>公开内容复查.</summary>
/// <param name="FinishedOn">Day of the last scan that went through everything; null before the first.</param>
/// <param name="More">Items that were found and are not on this page.</param>
public sealed record PrivacyDeskModel(DateOnly? FinishedOn, int Scanned, IReadOnlyList<FoundItem> Items, int More);

/// <summary>
/// <c>/desk/privacy</c>: what the nightly scan found in what is public, oldest first. The record holds kinds and places only; the masked
/// excerpts come from looking at those items again.
/// </summary>
public sealed class PrivacyDesk(DeskViews views, PublicScan scan, ReferenceData reference)
{
    public const string Path = "/desk/privacy";

    /// <summary>Items on the page: each is read again.</summary>
    private const int MostItems = 30;
    private const int MostFindings = 10;

    public async Task<string> PageAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var actor = context.Actor();
        var state = await scan.StateAsync(actor.Agency, context.RequestAborted);
        var items = new List<FoundItem>();
        foreach (var found in state.Found.OrderBy(f => f.Since).ThenBy(f => f.Item, StringComparer.Ordinal).Take(MostItems))
        {
            // What was masked, taken down or let stand since the night is no longer told.
            if (await scan.LookAsync(found.Item, context.RequestAborted) is (var item, var hard) && Visibility.Of(item, actor) == View.Full)
            {
                items.Add(new FoundItem(
                    item, reference.Catalogue.Office(item.Office)?.Title ?? item.Office, found.Since, [.. hard.Take(MostFindings)], hard.Count, Input.ETags.Of(item.EventCount), MayOverride(actor, item)));
            }
        }

        return await views.PagesFor(context).PrivacyAsync(
            new PrivacyDeskModel(state.FinishedOn, state.Scanned, items, Math.Max(0, state.Found.Count - MostItems)), context.RequestAborted);
    }

    private static bool MayOverride(Actor actor, Item item) =>
        actor.Role == Role.Reviewer && item.Status == ItemStatus.Published && !string.Equals(actor.Account, item.SubmittedBy, StringComparison.Ordinal);
}
