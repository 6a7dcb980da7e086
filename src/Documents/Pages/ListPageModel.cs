namespace Lianxin.Documents.Pages;

/// <summary>What a list gathers.</summary>
public enum ListKind
{
    Category,
    Entry,
    Village,

    /// <summary>Quarter of publication.</summary>
    Quarter,

    /// <summary>Month of publication: its front page is <see cref="PortalPaths.Month"/>.</summary>
    Month,
}

/// <summary>A closed page of a list: full, or followed by a later year. Numbered from the oldest of its year, so that it does not change when something new goes out.</summary>
/// <param name="Number">From 1 in each year.</param>
public readonly record struct ListPart(int Year, int Number);

/// <summary>A list of what went out.</summary>
/// <param name="Code">Code of the category, entry or village; <c>2014-Q4</c> of a quarter, <c>2014-11</c> of a month.</param>
/// <param name="Title">What it gathers, in words; a period's comes from its code.</param>
/// <param name="Part">The closed page that this is; null for the front page with the newest.</param>
/// <param name="Parts">Every closed page, oldest first.</param>
public sealed record ListPageModel(
    ListKind Kind, string Code, string Title, IReadOnlyList<ListRow> Rows, ListPart? Part, IReadOnlyList<ListPart> Parts)
{
    /// <summary>The category of an entry's list.</summary>
    public ListLink? Above { get; init; }

    /// <summary>The entries of a category's list.</summary>
    public IReadOnlyList<ListLink> Below { get; init; } = [];
}
