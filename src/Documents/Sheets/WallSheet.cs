namespace Lianxin.Documents.Sheets;

/// <summary>
/// 连心墙: the requests (诉求) of one group (社) in one month with plan, answer and state, for the group's wall (seed <c>S25</c>). Names and
/// contacts are masked by the caller; nothing is hidden or masked here.
/// </summary>
/// <param name="Head"><see cref="SheetHead.Place"/> is the group, <see cref="SheetHead.Period"/> the month.</param>
/// <param name="Cases">In the order of printing; none at all prints a plain sentence that there was no request in this month.</param>
public sealed record WallSheet(SheetHead Head, IReadOnlyList<WallCase> Cases);

/// <summary>One request on the 连心 register.</summary>
/// <param name="Number">编号 on the register.</param>
/// <param name="Request">诉求.</param>
/// <param name="Plan">办理计划; empty when there is none yet.</param>
/// <param name="Answer">办理结果 or 答复; for a case passed on it says to whom. Empty when there is none yet.</param>
/// <param name="DueOn">The day by which it is to be done; null when none was set.</param>
public sealed record WallCase(string Number, string Request, string Plan, string Answer, WallCaseState State, DateOnly? DueOn = null);

/// <summary>State of a request as the wall shows it; the four ends of the 连心 register among them.</summary>
public enum WallCaseState
{
    /// <summary>办理中.</summary>
    Open,

    /// <summary>已办结, confirmed by the person who asked.</summary>
    Confirmed,

    /// <summary>已办结（未联系上）: done, but the person who asked could not be reached.</summary>
    DoneUnreached,

    /// <summary>暂不能办理，已说明.</summary>
    Explained,

    /// <summary>已转交, not ours.</summary>
    PassedOn,

    /// <summary>重新办理, opened again.</summary>
    Reopened,
}
