using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Core.Duties;

/// <summary>The duties of an agency, from catalogue and calendar alone (S14, S19): what must be public whether or not anything was submitted.</summary>
public static class DutyPlan
{
    /// <summary>Every periodic duty that is listed in the quarter: its months, itself, and in the fourth quarter the year.</summary>
    public static IReadOnlyList<Duty> OfQuarter(string agency, Period quarter, DisclosureCatalogue catalogue, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(calendar);
        return
        [
            .. from category in catalogue.Categories
               from entry in category.Entries
               where entry.IsPeriodic
               from period in PeriodsIn(quarter, entry.Cadence)
               from office in Responsible(entry, catalogue)
               select OfPeriod(agency, entry, office, period, calendar),
        ];
    }

    /// <summary>The duty of one periodic entry and office for one period.</summary>
    public static Duty OfPeriod(string agency, CatalogueEntry entry, Office office, Period period, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(office);
        var id = new DutyId(agency, period.ToString(), entry.Code, office.Code, null);
        return new Duty(
            id.ToString(), entry.Code, office.Code, office.IsVillage ? office.Code : null, id.Period, period.Quarter.ToString(), period.First, DueOf(entry, period, calendar));
    }

    /// <summary>The duty that forming the information started, for entries that go by events; null where the item has no deadline.</summary>
    public static Duty? OfEvent(string agency, QuarterRow row, CatalogueEntry entry, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(catalogue);
        if (entry.IsPeriodic || row.DueOn is not { } due)
        {
            return null;
        }

        var quarter = Period.QuarterOf(row.FormedOn);
        var id = new DutyId(agency, quarter.ToString(), entry.Code, row.Office, row.Id);
        var village = row.Village ?? (catalogue.Office(row.Office) is { IsVillage: true } ? row.Office : null);
        return new Duty(id.ToString(), entry.Code, row.Office, village, null, id.Period, row.FormedOn, new Deadline(DueDates.Kind, due, EventSource(entry)));
    }

    /// <summary>Offices and villages that answer for an entry, in the catalogue's order.</summary>
    public static IReadOnlyList<Office> Responsible(CatalogueEntry entry, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(catalogue);
        return entry.Offices.Count == 0
            ? [.. catalogue.Offices.Where(o => o.IsVillage)]
            : [.. entry.Offices.Select(catalogue.Office).OfType<Office>()];
    }

    /// <summary>The periods of a cadence that end in the quarter.</summary>
    public static IReadOnlyList<Period> PeriodsIn(Period quarter, Cadence cadence) => cadence switch
    {
        Cadence.Monthly => [.. Enumerable.Range(quarter.First.Month, 3).Select(month => Period.OfMonth(quarter.Year, month))],
        Cadence.Quarterly => [quarter],
        Cadence.Annual when quarter.Number == 4 => [Period.OfYear(quarter.Year)],
        _ => [],
    };

    /// <summary>
    /// The earliest day by a rule that hangs on the period. An annual entry whose only rule counts from an event (the budget from its
    /// approval) must be public within its year: decision record 13.
    /// </summary>
    private static Deadline DueOf(CatalogueEntry entry, Period period, WorkingDayCalendar calendar) =>
        DueDates.ForPeriod(entry, period, calendar).MinBy(d => d.DueOn)
        ?? new Deadline(DueDates.Kind, period.Last, $"目录只规定了自事件起算的期限；{period.ToChinese()}内至少应公开一次，以{ChineseDates.Text(period.Last)}为最后期限。");

    private static string EventSource(CatalogueEntry entry) =>
        $"依据{string.Join('、', entry.DueRules.Select(r => r.Source).Distinct(StringComparer.Ordinal))}，自信息形成或者变更之日起计算。";
}
