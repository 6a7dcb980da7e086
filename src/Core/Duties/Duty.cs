using Lianxin.Core.Calendar;

namespace Lianxin.Core.Duties;

/// <summary>How a duty stands on a day (api.md, "Periods and duties").</summary>
public enum DutyState
{
    /// <summary>Not yet due and not yet met.</summary>
    Pending,

    /// <summary>Met on or before the due day.</summary>
    Met,

    /// <summary>Met after the due day.</summary>
    Late,

    /// <summary>Not met, from the day after the due day.</summary>
    Overdue,

    /// <summary>Waived 豁免 by the chair with a reason.</summary>
    Waived,
}

/// <summary>
/// What must be public by when (公开义务, S14, S19): one per entry, responsible office or village, and month, quarter or year; or one
/// per item where the entry counts from an event. Never stored: it follows from catalogue, calendar and register at any moment.
/// </summary>
/// <param name="Entry">Code of the catalogue's entry.</param>
/// <param name="Office">Code of the office or village committee that answers for it.</param>
/// <param name="Village">The village's code where a village answers, else null.</param>
/// <param name="Period">Month, quarter or year; null where an event started it.</param>
/// <param name="Quarter">The quarter in which it is listed: the one in which its period ends, or in which the event happened.</param>
/// <param name="OpensOn">First day on which it can be met: the period's first day, or the day of the event.</param>
/// <param name="Due">The due day with its derivation; days are China Standard Time and end at 24:00.</param>
public sealed record Duty(string Id, string Entry, string Office, string? Village, string? Period, string Quarter, DateOnly OpensOn, Deadline Due)
{
    public DateOnly DueOn => Due.DueOn;
}

/// <summary>A duty as it stands.</summary>
/// <param name="ItemId">The item that meets it, or the one that is furthest on its way; null when there is none.</param>
/// <param name="MetOn">The day on which it was met.</param>
/// <param name="Reach">How far the best item has come.</param>
public sealed record DutyStanding(Duty Duty, DutyState State, string? ItemId, DateOnly? MetOn, DutyReach Reach, DutyRecord? Record);

/// <summary>How far a duty has come that is not met: what the list before the quarter's end tells apart.</summary>
public enum DutyReach
{
    /// <summary>Nothing was begun (尚无材料).</summary>
    Missing,

    /// <summary>A draft or a returned item lies with the office (草拟或退回).</summary>
    Begun,

    /// <summary>Submitted, reviewed or before the leading group, but not approved (尚未批准).</summary>
    InProcedure,

    /// <summary>Approved, waits for its day (待公开).</summary>
    Approved,

    /// <summary>It is out (已公开).</summary>
    Out,
}
