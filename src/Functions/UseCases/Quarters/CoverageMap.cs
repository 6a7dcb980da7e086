using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Duties;
using Lianxin.Documents.Sheets;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>An entry's duties of a quarter by the place that answers for them.</summary>
public sealed record CoverageMapRow(CatalogueEntry Entry, IReadOnlyDictionary<string, IReadOnlyList<DutyStanding>> Cells);

/// <summary>
/// The picture of a quarter: entries × offices and villages (S33). Entries and places without a duty are left out, and so is what is kept
/// inside the Party for those who may not see it.
/// </summary>
public sealed record CoverageMap(IReadOnlyList<Office> Offices, IReadOnlyList<CoverageMapRow> Rows, IReadOnlySet<string> NilReturns)
{
    /// <summary>The worst first.</summary>
    private static readonly CoverageState[] Order =
        [CoverageState.Overdue, CoverageState.Late, CoverageState.Pending, CoverageState.Waived, CoverageState.Nil, CoverageState.Met];

    /// <param name="wanted">Which duties are shown; null for all that <paramref name="by"/> may see.</param>
    public static CoverageMap Of(QuarterView view, DisclosureCatalogue catalogue, Actor by, Func<DutyStanding, bool>? wanted = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(catalogue);
        var shown = view.Duties.Where(d => MaySee(by, d.Duty, catalogue) && (wanted is null || wanted(d))).ToList();
        var rows = from category in catalogue.Categories
                   from entry in category.Entries
                   let duties = shown.Where(d => string.Equals(d.Duty.Entry, entry.Code, StringComparison.Ordinal)).ToList()
                   where duties.Count > 0
                   select new CoverageMapRow(
                       entry,
                       duties.GroupBy(d => d.Duty.Office, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (IReadOnlyList<DutyStanding>)[.. g.OrderBy(d => d.Duty.DueOn)], StringComparer.Ordinal));
        var places = shown.Select(d => d.Duty.Office).ToHashSet(StringComparer.Ordinal);
        return new CoverageMap(
            [.. catalogue.Offices.Where(o => places.Contains(o.Code))],
            [.. rows],
            view.Rows.Where(r => r.NilReturn).Select(r => r.Id).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Duties of entries that never leave the Party are for those who handle them: the same rule as for the items.</summary>
    public static bool MaySee(Actor by, Duty duty, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(duty);
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.Entry(duty.Entry)?.Audience != Audience.PartyOnly || by.Role switch
        {
            Role.Clerk => string.Equals(by.Office, duty.Office, StringComparison.Ordinal),
            Role.Reviewer or Role.Leader or Role.Chair or Role.Supervisor => true,
            _ => false,
        };
    }

    public CoverageState StateOf(DutyStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing.State switch
        {
            DutyState.Met => standing.ItemId is { } id && NilReturns.Contains(id) ? CoverageState.Nil : CoverageState.Met,
            DutyState.Late => CoverageState.Late,
            DutyState.Overdue => CoverageState.Overdue,
            DutyState.Waived => CoverageState.Waived,
            _ => CoverageState.Pending,
        };
    }

    /// <summary>The worst of several duties, and of equal ones the most urgent.</summary>
    public DutyStanding Worst(IEnumerable<DutyStanding> duties) =>
        duties.OrderBy(d => Array.IndexOf(Order, StateOf(d))).ThenBy(d => d.Duty.DueOn).First();
}
