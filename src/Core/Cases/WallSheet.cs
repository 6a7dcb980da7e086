using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Feedback;

namespace Lianxin.Core.Cases;

/// <summary>A line of the 连心 wall: 要求解决事项、解决方案、答复意见 (S25), with everything covered that the privacy detectors know.</summary>
public sealed record WallSheetRow(
    string CaseId, DateOnly RegisteredOn, string OfficeTitle, string Request, string Plan, string Answer, CaseStatus Status, DateOnly DueOn, DateOnly? ClosedOn);

/// <summary>
/// “连心”墙公示栏, the sheet of one group for one month: what was registered in it or still open, the month before included. A month in which
/// a group asked for nothing has an empty sheet, which says so: a missing one would look like neglect.
/// </summary>
public sealed record WallSheet(Period Month, VillageGroup Group, string VillageTitle, IReadOnlyList<WallSheetRow> Rows)
{
    /// <param name="cases">Rows of the agency's cases, of any group and time.</param>
    /// <exception cref="ArgumentException"><paramref name="month"/> is no month.</exception>
    public static WallSheet Of(Period month, VillageGroup group, IEnumerable<CaseRow> cases, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(catalogue);
        if (month.Kind != PeriodKind.Month)
        {
            throw new ArgumentException($"{month} is no month.", nameof(month));
        }

        return new WallSheet(
            month,
            group,
            catalogue.Office(group.Village)?.Title ?? group.Village,
            [.. cases
                .Where(c => string.Equals(c.Group, group.Code, StringComparison.Ordinal))
                .Where(c => c.RegisteredOn <= month.Last && (c.ClosedOn is null || c.ClosedOn >= month.First))
                .OrderBy(c => c.RegisteredOn).ThenBy(c => c.Id, StringComparer.Ordinal)
                .Select(c => new WallSheetRow(
                    c.Id, c.RegisteredOn, catalogue.Office(c.Office)?.Title ?? c.Office, PublicWords.Masked(c.Request), PublicWords.Masked(c.Plan),
                    PublicWords.Masked(c.Answer), c.Status, c.DueOn, c.ClosedOn))]);
    }
}
