using Lianxin.Core.Catalogue;

namespace Lianxin.Functions.Desk;

/// <summary>The page on which a clerk chooses what to submit.</summary>
/// <param name="Allowed">Codes of the entries that the clerk's office answers for; others are shown without a link.</param>
public sealed record CatalogueChoice(DisclosureCatalogue Catalogue, IReadOnlySet<string> Allowed)
{
    /// <summary>The entries of an office: its own, and for a village those of every village committee.</summary>
    public static CatalogueChoice For(DisclosureCatalogue catalogue, string office)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var isVillage = catalogue.Office(office)?.IsVillage == true;
        var codes = catalogue.Categories.SelectMany(c => c.Entries)
            .Where(e => e.Offices.Contains(office, StringComparer.Ordinal) || (e.Offices.Count == 0 && isVillage))
            .Select(e => e.Code)
            .ToHashSet(StringComparer.Ordinal);
        return new CatalogueChoice(catalogue, codes);
    }

    public string OfficesOf(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Offices.Count == 0 ? "各村委会" : string.Join("、", entry.Offices.Select(o => Catalogue.Office(o)?.Title ?? o));
    }
}
