using Lianxin.Core.Catalogue;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Desk;

/// <summary><c>/desk/catalogue</c>: the disclosure catalogue, and one entry with the rule and the source of each field.</summary>
public sealed class CatalogueDesk(DeskViews views, ReferenceData reference, BusinessClock business)
{
    public const string Path = "/desk/catalogue";

    public static string PathOf(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return $"{Path}/{Uri.EscapeDataString(entry.Code)}";
    }

    public async Task<string> ListAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await views.PagesFor(context).CatalogueAsync(new CatalogueModel(reference.Catalogue), context.RequestAborted);
    }

    /// <summary>One entry; null for a code that the catalogue does not have.</summary>
    public async Task<string?> EntryAsync(HttpContext context, string code)
    {
        ArgumentNullException.ThrowIfNull(context);
        var catalogue = reference.Catalogue;
        if (catalogue.Entry(code) is not { } entry)
            return null;
        var actor = context.Actor();
        var choice = CatalogueChoice.For(catalogue, actor.Office);
        var model = new EntryModel(
            entry, catalogue.CategoryOf(entry), catalogue.Version, choice.OfficesOf(entry), EntryFields.Of(entry), NextDue.Of(entry, business.Today, reference.Calendar),
            actor.Role == Core.Access.Role.Clerk && choice.Allowed.Contains(entry.Code));
        return await views.PagesFor(context).EntryAsync(model, context.RequestAborted);
    }
}
