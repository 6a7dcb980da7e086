using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Duties;

/// <summary>The first quarter of 2026 under the shipped catalogue, with rows that a test names by what matters.</summary>
internal static class DutyFixture
{
    public const string Agency = "ligang";

    public static Period Quarter { get; } = Period.OfQuarter(2026, 1);

    public static IReadOnlyList<DutyStanding> Board(DateOnly today, IReadOnlyList<QuarterRow>? rows = null, params DutyRecord[] records) =>
        DutyBoard.Of(Agency, Quarter, ShippedData.Catalogue, ShippedData.Calendar, rows ?? [], records.ToDictionary(r => r.Id), today);

    public static DutyStanding Duty(this IReadOnlyList<DutyStanding> board, string entry, string office) =>
        board.Single(d => d.Duty.Entry == entry && d.Duty.Office == office);

    public static QuarterRow Row(string entry, string office, ItemStatus status, string? outAt = null, string? period = "2026-Q1", string id = "ligang-2026-a") => new(
        id,
        "示例标题",
        entry,
        office,
        null,
        period,
        status,
        new DateOnly(2026, 3, 2),
        new DateOnly(2026, 4, 20),
        outAt is null ? null : DateTimeOffset.Parse(outAt, System.Globalization.CultureInfo.InvariantCulture),
        null,
        false,
        Audience.Public,
        1);

    public static CommandContext By(Role role, string now = "2026-04-22T09:00:00+08:00") => new(
        new Actor("someone", "示例人员", role, Agency, "dangzheng"),
        DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture),
        DateTimeOffset.UnixEpoch,
        ShippedData.Catalogue,
        ShippedData.Calendar,
        new ItemLimits(),
        new ProcedureSettings());
}
