using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.UseCases;

/// <summary>A list of the public site: what it gathers, and how it is cut into pages.</summary>
public sealed record ItemList(ListKind Kind, string Code)
{
    /// <summary>Rows of a page. The front page holds up to twice as many; with titles of 200 Chinese characters that stays under 100 KB.</summary>
    public const int PageRows = 40;

    public bool Holds(PublicationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Kind switch
        {
            ListKind.Category => string.Equals(row.Category, Code, StringComparison.Ordinal),
            ListKind.Entry => string.Equals(row.Entry, Code, StringComparison.Ordinal),
            ListKind.Village => string.Equals(row.Village, Code, StringComparison.Ordinal) || string.Equals(row.Office, Code, StringComparison.Ordinal),
            ListKind.Quarter => string.Equals(QuarterOf(row), Code, StringComparison.Ordinal),
            _ => string.Equals(YearMonth.Of(row.PublishedOn).ToString(), Code, StringComparison.Ordinal),
        };
    }

    /// <summary>Every list that a row stands in.</summary>
    public static IEnumerable<ItemList> Of(PublicationRow row, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(catalogue);
        yield return new ItemList(ListKind.Category, row.Category);
        yield return new ItemList(ListKind.Entry, row.Entry);
        yield return new ItemList(ListKind.Quarter, QuarterOf(row));
        yield return new ItemList(ListKind.Month, YearMonth.Of(row.PublishedOn).ToString());
        foreach (var village in new[] { row.Village, row.Office }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (catalogue.Office(village)?.IsVillage == true)
            {
                yield return new ItemList(ListKind.Village, village);
            }
        }
    }

    /// <summary>Whether it lies in one year.</summary>
    public bool IsOfPeriod => Kind is ListKind.Quarter or ListKind.Month;

    /// <summary>Every list that the catalogue knows, periods apart.</summary>
    public static IEnumerable<ItemList> All(DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        foreach (var category in PublicCatalogue.Of(catalogue))
        {
            yield return new ItemList(ListKind.Category, category.Code);
            foreach (var entry in category.Entries)
            {
                yield return new ItemList(ListKind.Entry, entry.Code);
            }
        }

        foreach (var village in catalogue.Offices.Where(o => o.IsVillage))
        {
            yield return new ItemList(ListKind.Village, village.Code);
        }
    }

    public static string QuarterOf(PublicationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Period.QuarterOf(row.PublishedOn).ToString();
    }

    /// <summary>Place of a row in its year's part of the list, from 0; negative when it is not in it.</summary>
    public static int PlaceOf(IReadOnlyList<PublicationRow> ofYear, string id)
    {
        for (var i = 0; i < ofYear.Count; i++)
        {
            if (string.Equals(ofYear[i].Id, id, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The pages of a list, oldest first; each year begins a new one, so that importing an old year leaves the later ones alone.</summary>
    public static IReadOnlyList<(ListPart Part, IReadOnlyList<PublicationRow> Rows)> Cut(IEnumerable<PublicationRow> rows) =>
        [.. rows.GroupBy(r => r.PublishedOn.Year).OrderBy(y => y.Key).SelectMany(y => y.Chunk(PageRows).Select((c, i) => (new ListPart(y.Key, i + 1), (IReadOnlyList<PublicationRow>)c)))];
}
