namespace Lianxin.Core.Duties;

/// <summary>What is wrong with a duty that is not met.</summary>
public enum OpenPointKind
{
    /// <summary>Nothing is there (尚无材料).</summary>
    Missing,

    /// <summary>On its way, not approved (尚未批准).</summary>
    NotApproved,

    /// <summary>Approved, but it fails a check as it is (不能按期公开).</summary>
    FailingCheck,
}

/// <summary>A line of the list before the quarter's end (S30).</summary>
/// <param name="What">What is wrong, in plain Chinese.</param>
/// <param name="DaysLeft">Calendar days to the due day; negative after it.</param>
public sealed record OpenPoint(DutyStanding Standing, OpenPointKind Kind, string What, int DaysLeft);

/// <summary>Finds the open points of a quarter.</summary>
public static class OpenPoints
{
    /// <param name="problems">What stands against publishing an approved item, by item id.</param>
    public static IReadOnlyList<OpenPoint> Of(
        IEnumerable<DutyStanding> standings, IReadOnlyDictionary<string, IReadOnlyList<string>> problems, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(standings);
        ArgumentNullException.ThrowIfNull(problems);
        return
        [
            .. standings
                .Where(s => s.State is DutyState.Pending or DutyState.Overdue && s.Duty.OpensOn <= today)
                .Select(s => Judge(s, problems, today))
                .OfType<OpenPoint>()
                .OrderBy(p => p.Standing.Duty.DueOn).ThenBy(p => p.Standing.Duty.Id, StringComparer.Ordinal),
        ];
    }

    private static OpenPoint? Judge(DutyStanding standing, IReadOnlyDictionary<string, IReadOnlyList<string>> problems, DateOnly today)
    {
        var left = standing.Duty.DueOn.DayNumber - today.DayNumber;
        return standing.Reach switch
        {
            DutyReach.Missing => new OpenPoint(standing, OpenPointKind.Missing, "尚无材料，请申报或作零报告。", left),
            DutyReach.Begun => new OpenPoint(standing, OpenPointKind.NotApproved, "材料在经办人手中（草稿或被退回），尚未申报。", left),
            DutyReach.InProcedure => new OpenPoint(standing, OpenPointKind.NotApproved, "已申报，尚未审核或批准。", left),
            DutyReach.Approved when standing.ItemId is { } id && problems.TryGetValue(id, out var found) && found.Count > 0 =>
                new OpenPoint(standing, OpenPointKind.FailingCheck, $"已批准，但不能公开：{string.Join(' ', found)}", left),
            DutyReach.Approved when left < 0 => new OpenPoint(standing, OpenPointKind.FailingCheck, "已批准，过期仍未公开，请查看发布故障。", left),
            _ => null,
        };
    }
}
