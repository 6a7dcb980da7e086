using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Functions.Desk;

/// <summary>公开事项目录: every entry by its category.</summary>
public sealed record CatalogueModel(DisclosureCatalogue Catalogue)
{
    public int Entries => Catalogue.Categories.Sum(c => c.Entries.Count);

    public string OfficesOf(CatalogueEntry entry) => new CatalogueChoice(Catalogue, new HashSet<string>()).OfficesOf(entry);
}

/// <summary>One entry: its rules, its fields, what is due next.</summary>
/// <param name="MaySubmit">The reader's office answers for it.</param>
public sealed record EntryModel(CatalogueEntry Entry, CatalogueCategory Category, string Version, string Offices, IReadOnlyList<FieldRule> Fields, IReadOnlyList<NextDue> Due, bool MaySubmit);

/// <summary>What is due next for an entry.</summary>
/// <param name="Period">The period that it is due for; null for an entry that goes by events, reckoned as if the information were formed today.</param>
public sealed record NextDue(Period? Period, Deadline Deadline)
{
    /// <summary>Years and quarters back that may still be due.</summary>
    private const int Back = 2;

    /// <summary>
    /// The periods whose day has not passed, from the oldest to the one that runs: two at most, so that a quarter's report and the running
    /// quarter stand side by side. For an entry without periods, the days if the information were formed today.
    /// </summary>
    /// <param name="today">The business date, China Standard Time.</param>
    public static IReadOnlyList<NextDue> Of(CatalogueEntry entry, DateOnly today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Cadence.PeriodKind() is not { } kind)
            return [.. DueDates.For(entry, today, null, calendar).OrderBy(d => d.DueOn).Select(d => new NextDue(null, d))];
        var period = Core.Calendar.Period.Containing(kind, today);
        for (var i = 0; i < Back; i++)
            period = period.Previous;
        var due = new List<NextDue>();
        for (var i = 0; i <= Back; i++, period = period.Next)
        {
            if (DueDates.ForPeriod(entry, period, calendar).MinBy(d => d.DueOn) is { } deadline && deadline.DueOn >= today)
                due.Add(new NextDue(period, deadline));
        }

        return due;
    }
}
