using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Duties;

namespace Lianxin.Functions.UseCases.Calendars;

/// <summary>A due date of a periodic duty that another calendar moves, or makes firm.</summary>
/// <param name="Offices">How many offices owe it on that day.</param>
/// <param name="WasProvisional">暂定 before.</param>
public sealed record DueChange(string Entry, string Title, string Period, int Offices, DateOnly Before, bool WasProvisional, DateOnly After, bool IsProvisional)
{
    public bool Moves => Before != After;

    /// <summary>What changes for the quarters that a year's notice can touch: its own four and the one before.</summary>
    public static IReadOnlyList<DueChange> Between(string agency, int year, DisclosureCatalogue catalogue, WorkingDayCalendar before, WorkingDayCalendar after)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        IEnumerable<Core.Calendar.Period> quarters = [Core.Calendar.Period.OfQuarter(year - 1, 4), .. Enumerable.Range(1, 4).Select(q => Core.Calendar.Period.OfQuarter(year, q))];
        return
        [
            .. from quarter in quarters
               from pair in DutyPlan.OfQuarter(agency, quarter, catalogue, before).Zip(DutyPlan.OfQuarter(agency, quarter, catalogue, after))
               let old = pair.First.Due
               let now = pair.Second.Due
               where old.DueOn != now.DueOn || old.Provisional != now.Provisional
               group pair by (pair.First.Entry, pair.First.Period, Before: old.DueOn, Was: old.Provisional, After: now.DueOn, Is: now.Provisional) into same
               orderby same.Key.Before, same.Key.Entry
               select new DueChange(
                   same.Key.Entry, catalogue.Entry(same.Key.Entry)?.Title ?? same.Key.Entry, same.Key.Period ?? "", same.Count(), same.Key.Before, same.Key.Was, same.Key.After, same.Key.Is),
        ];
    }
}
