using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Core.Duties;

/// <summary>How the duties of a quarter stand: plan, register and records laid side by side. A function of its arguments alone.</summary>
public static class DutyBoard
{
    /// <param name="rows">What the register has for the quarter, in any order.</param>
    /// <param name="records">Waivers, orders and marks by duty id.</param>
    /// <param name="today">The business day in China Standard Time.</param>
    public static IReadOnlyList<DutyStanding> Of(
        string agency,
        Period quarter,
        DisclosureCatalogue catalogue,
        WorkingDayCalendar calendar,
        IReadOnlyCollection<QuarterRow> rows,
        IReadOnlyDictionary<string, DutyRecord> records,
        DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(records);
        var byEntry = rows.ToLookup(r => r.Entry, StringComparer.Ordinal);
        var standings = new List<DutyStanding>();
        foreach (var duty in DutyPlan.OfQuarter(agency, quarter, catalogue, calendar))
        {
            var alone = DutyPlan.Responsible(catalogue.Entry(duty.Entry)!, catalogue).Count == 1;
            standings.Add(Stand(duty, byEntry[duty.Entry].Where(r => Answers(r, duty, alone)), records, today));
        }

        foreach (var row in rows.Where(r => r.Status is not (ItemStatus.Draft or ItemStatus.Rejected)).OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            if (catalogue.Entry(row.Entry) is { } entry && DutyPlan.OfEvent(agency, row, entry, catalogue) is { } duty)
            {
                standings.Add(Stand(duty, [row], records, today));
            }
        }

        return standings;
    }

    /// <summary>Whether an item answers a duty: same entry and period, by the office itself, for its village, or by anyone where one office answers alone.</summary>
    public static bool Answers(QuarterRow row, Duty duty, bool alone)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(duty);
        return string.Equals(row.Entry, duty.Entry, StringComparison.Ordinal)
            && string.Equals(row.Period, duty.Period, StringComparison.Ordinal)
            && (alone
                || string.Equals(row.Office, duty.Office, StringComparison.Ordinal)
                || (duty.Village is { } village && string.Equals(row.Village, village, StringComparison.Ordinal)));
    }

    private static DutyStanding Stand(Duty duty, IEnumerable<QuarterRow> rows, IReadOnlyDictionary<string, DutyRecord> records, DateOnly today)
    {
        var record = records.GetValueOrDefault(duty.Id);
        // First what went out, the earliest of it; else what has come furthest. What was taken down because it was wrong meets nothing.
        var best = rows.Where(r => ReachOf(r) is not null)
            .OrderByDescending(ReachOf).ThenBy(r => r.OutAt ?? DateTimeOffset.MaxValue).ThenBy(r => r.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        var reach = best is null ? DutyReach.Missing : ReachOf(best)!.Value;
        var metOn = reach == DutyReach.Out ? ChinaTime.DateOf(best!.OutAt!.Value) : (DateOnly?)null;
        var state = metOn is { } day ? (day <= duty.DueOn ? DutyState.Met : DutyState.Late)
            : record?.Waiver is not null ? DutyState.Waived
            : today > duty.DueOn ? DutyState.Overdue
            : DutyState.Pending;
        return new DutyStanding(duty, state, best?.Id, metOn, reach, record);
    }

    private static DutyReach? ReachOf(QuarterRow row) => row.Status switch
    {
        ItemStatus.Withdrawn or ItemStatus.Rejected => null,
        _ when row.OutAt is not null => DutyReach.Out,
        ItemStatus.Draft or ItemStatus.Returned => DutyReach.Begun,
        ItemStatus.Approved or ItemStatus.PublishedToParty => DutyReach.Approved,
        _ => DutyReach.InProcedure,
    };
}
