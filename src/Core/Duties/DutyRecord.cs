namespace Lianxin.Core.Duties;

/// <summary>豁免: the chair lets a duty go, with the reason.</summary>
/// <param name="At">Business instant.</param>
public sealed record Waiver(string Reason, string By, string ByName, DateTimeOffset At);

/// <summary>督办: the supervisor orders a duty to be done (S2).</summary>
/// <param name="DueOn">By when, a date in China Standard Time.</param>
public sealed record SupervisionOrder(string Text, DateOnly DueOn, string By, string ByName, DateTimeOffset At);

/// <summary>A step in the life of a duty, kept for whoever must prove what was asked of whom.</summary>
/// <param name="Kind"><c>waived</c>, <c>ordered</c> or <c>overdue</c>.</param>
/// <param name="At">Business instant.</param>
/// <param name="RecordedAt">Machine instant.</param>
public sealed record DutyEvent(string Kind, DateTimeOffset At, DateTimeOffset RecordedAt, string By, string ByName, string Text);

/// <summary>What people and timers have written beside a duty; the duty itself is computed.</summary>
/// <param name="OverdueOn">The business day on which the freeze marked it as not met; null when it never was.</param>
public sealed record DutyRecord(string Id, Waiver? Waiver, IReadOnlyList<SupervisionOrder> Orders, DateOnly? OverdueOn, IReadOnlyList<DutyEvent> Events)
{
    public static DutyRecord New(string id) => new(id, null, [], null, []);
}
