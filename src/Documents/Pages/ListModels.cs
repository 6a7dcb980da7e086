using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Documents.Pages;

/// <summary>One line of a list: every line shows its date (portal.md §3).</summary>
public sealed record ListRow(
    string Id,
    string Title,
    string CategoryTitle,
    string EntryTitle,
    string StatisticClass,
    string OfficeTitle,
    DateOnly PublishedOn)
{
    /// <summary>With the catalogue's names; a code that has left the catalogue is shown as it is.</summary>
    public static ListRow From(PublicationRow row, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(catalogue);
        var entry = catalogue.Entry(row.Entry);
        return new ListRow(
            row.Id,
            row.Title,
            entry is null ? row.Category : catalogue.CategoryOf(entry).Title,
            entry?.Title ?? row.Entry,
            row.StatisticClass,
            catalogue.Office(row.Office)?.Title ?? row.Office,
            row.PublishedOn);
    }
}

/// <summary>What went out in a month, newest first.</summary>
/// <param name="Previous">The nearest earlier month with something in it; null at the start.</param>
/// <param name="Rows">The newest of them, where there are too many for one page.</param>
public sealed record MonthPageModel(YearMonth Month, IReadOnlyList<ListRow> Rows, YearMonth? Previous, YearMonth? Next)
{
    /// <summary>The closed pages with the earlier ones, oldest first.</summary>
    public IReadOnlyList<ListPart> Parts { get; init; } = [];

    /// <summary>How many went out in the whole month and are still there.</summary>
    public int Total { get; init; } = Rows.Count;
}

/// <summary>Number of items of a month by statistic class.</summary>
public sealed record MonthCount(YearMonth Month, IReadOnlyDictionary<string, int> ByClass)
{
    public int Total => ByClass.Values.Sum();
}

/// <summary>A year by months, January first; months without anything may be left out.</summary>
public sealed record YearPageModel(int Year, IReadOnlyList<MonthCount> Months, int? Previous, int? Next);

/// <param name="Edition">From 1; a correction is a new edition.</param>
public sealed record PublishedReport(int Year, int Edition, DateOnly PublishedOn);

public sealed record CategoryTitle(string Code, string Title);

/// <summary>The front page.</summary>
/// <param name="Newest">At most <see cref="PortalPages.HomeRows"/> lines are shown.</param>
/// <param name="Years">Years with something in them, newest first.</param>
public sealed record HomePageModel(
    IReadOnlyList<ListRow> Newest,
    IReadOnlyList<int> Years,
    IReadOnlyList<PublishedReport> Reports,
    IReadOnlyList<CategoryTitle> Categories);

/// <summary>What stays of an item that was taken down. No title: it may be the very thing that had to go.</summary>
public sealed record WithdrawnPageModel(string Id, string IndexNumber, DateOnly WithdrawnOn, string Reason)
{
    /// <summary>Title of a list whose notice period ended; null where the title itself may be what was wrong.</summary>
    public string? Title { get; init; }

    /// <summary>What remains of such a list: how many, how much, from when to when.</summary>
    public ListSummary? Summary { get; init; }
}

/// <param name="UpdatedAt">When the newest version went out.</param>
public sealed record FeedEntry(string Id, string Title, string Summary, string CategoryTitle, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt);

/// <param name="Path">See <see cref="PortalPaths"/>.</param>
/// <param name="ChangedOn">Day of the last change, or null where it is not known.</param>
public sealed record SitemapEntry(string Path, DateOnly? ChangedOn);
