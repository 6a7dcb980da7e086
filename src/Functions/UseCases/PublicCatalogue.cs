using Lianxin.Core.Catalogue;

namespace Lianxin.Functions.UseCases;

/// <summary>The part of the catalogue that leads somewhere on the public site: entries whose items never leave the Party would only lead to nothing.</summary>
internal static class PublicCatalogue
{
    /// <summary>Categories with at least one public entry, with these entries alone.</summary>
    public static IReadOnlyList<CatalogueCategory> Of(DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return
        [
            .. catalogue.Categories
                .Select(c => c with { Entries = [.. c.Entries.Where(IsPublic)] })
                .Where(c => c.Entries.Count > 0),
        ];
    }

    public static bool IsPublic(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Audience != Audience.PartyOnly;
    }
}
