using Lianxin.Core;
using Lianxin.Core.Catalogue;

namespace Lianxin.Functions.Http.Views;

public sealed record ElementView(string Key, string Label, string Type);

public sealed record EntryView(
    string Code,
    string Title,
    string? Office,
    IReadOnlyList<string> Offices,
    string Regime,
    string Cadence,
    string Audience,
    string Approval,
    IReadOnlyList<string> Musts,
    string Class,
    string Basis,
    IReadOnlyList<string> Channels,
    IReadOnlyList<ElementView> RequiredElements);

public sealed record CategoryView(string Code, string Title, IReadOnlyList<EntryView> Entries);

public sealed record OfficeView(string Code, string Title, bool Village);

/// <summary><c>GET /api/catalogue</c>.</summary>
public sealed record CatalogueView(string Version, IReadOnlyList<CategoryView> Categories, IReadOnlyList<OfficeView> Offices)
{
    public static CatalogueView Of(DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new CatalogueView(
            catalogue.Version,
            [.. catalogue.Categories.Select(c => new CategoryView(c.Code, c.Title, [.. c.Entries.Select(EntryOf)]))],
            [.. catalogue.Offices.Select(o => new OfficeView(o.Code, o.Title, o.IsVillage))]);
    }

    private static EntryView EntryOf(CatalogueEntry entry) => new(
        entry.Code,
        entry.Title,
        entry.Offices.Count > 0 ? entry.Offices[0] : null,
        entry.Offices,
        Names.Of(entry.Regime),
        Names.Of(entry.Cadence),
        Names.Of(entry.Audience),
        Names.Of(entry.Approval),
        [.. entry.Musts.Select(Names.Of)],
        entry.StatisticClass,
        entry.Basis,
        entry.Channels,
        [.. entry.RequiredElements.Select(e => new ElementView(e.Key, e.Label, Names.Of(e.Type)))]);
}
