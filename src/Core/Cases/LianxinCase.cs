using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Feedback;

namespace Lianxin.Core.Cases;

/// <summary>Where a case of the 连心 register is on its way 办理 → 答复 → 销号, and its four different ends.</summary>
public enum CaseStatus
{
    /// <summary>已登记，待办理.</summary>
    Registered,

    /// <summary>办理中.</summary>
    InProgress,

    /// <summary>已答复，待销号: whoever solved it has said so, somebody else has not confirmed it yet.</summary>
    Resolved,

    /// <summary>已办结，本人或他人确认.</summary>
    DoneConfirmed,

    /// <summary>已办结，联系不上本人.</summary>
    DoneUnreachable,

    /// <summary>不能办理，已说明.</summary>
    CannotBeDone,

    /// <summary>不属本单位，已转交.</summary>
    PassedOn,
}

/// <summary>What the one who worked on a case says came of it.</summary>
public enum CaseOutcome
{
    Done,
    CannotBeDone,
    PassedOn,
}

/// <summary>办理进展.</summary>
public sealed record CaseNote(DateTimeOffset At, string By, string ByName, string Text);

/// <summary>答复.</summary>
/// <param name="PassedTo">To whom it was passed; null unless it was.</param>
public sealed record CaseResolution(CaseOutcome Outcome, string Answer, string? PassedTo, string By, string ByName, DateTimeOffset At);

/// <summary>销号.</summary>
public sealed record CaseClosing(string By, string ByName, DateTimeOffset At, string Comment);

/// <summary>The person said that it is not done.</summary>
public sealed record CaseReopening(DateTimeOffset At, string Reason);

/// <summary>回访 “办好了吗”: asked some weeks after a case was closed as done.</summary>
/// <param name="AskedAt">When the sweep put the question; null until then.</param>
/// <param name="ReallyDone">The person's answer; null until there is one. No is a reopening.</param>
public sealed record FollowUp(DateOnly AskOn, DateTimeOffset? AskedAt = null, DateTimeOffset? AnsweredAt = null, bool? ReallyDone = null);

/// <summary>Periods of the 连心 register (decision record 11).</summary>
/// <param name="ReopenDays">Days after closing in which the person may reopen.</param>
/// <param name="Reopenings">How often that may happen.</param>
/// <param name="AskAfterDays">Days after closing until the question is put.</param>
public sealed record CaseSettings(int ReopenDays = 60, int Reopenings = 2, int AskAfterDays = 28);

/// <summary>A case of the 连心 register (S13): the aggregate. Opened from a piece of feedback, under an id that follows from the piece's.</summary>
public sealed record LianxinCase
{
    public required string Id { get; init; }
    public required string Agency { get; init; }
    public required int Year { get; init; }
    public required string FeedbackId { get; init; }
    public string? Item { get; init; }
    public string? ItemTitle { get; init; }
    public required FeedbackKind Kind { get; init; }
    public required FeedbackChannel Channel { get; init; }
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Code of the office that works on it.</summary>
    public required string Office { get; init; }

    /// <summary>社; null when none was named.</summary>
    public string? Group { get; init; }

    /// <summary>诉求 in public words.</summary>
    public required string Request { get; init; }

    /// <summary>解决方案 in public words; may be empty.</summary>
    public required string Plan { get; init; }
    public required DateOnly RegisteredOn { get; init; }
    public required Deadline Due { get; init; }
    public required CaseStatus Status { get; init; }
    public IReadOnlyList<CaseNote> Notes { get; init; } = [];
    public CaseResolution? Resolution { get; init; }
    public CaseClosing? Closing { get; init; }
    public IReadOnlyList<CaseReopening> Reopenings { get; init; } = [];
    public FollowUp? FollowUp { get; init; }

    /// <summary>When it was first said to be done; kept through reopenings, for the funnel.</summary>
    public DateOnly? FirstDoneOn { get; init; }

    /// <summary>When that was first confirmed; kept through reopenings.</summary>
    public DateOnly? FirstConfirmedOn { get; init; }
    public IReadOnlyList<StepEvent> Steps { get; init; } = [];

    public bool IsClosed => Status is CaseStatus.DoneConfirmed or CaseStatus.DoneUnreachable or CaseStatus.CannotBeDone or CaseStatus.PassedOn;

    public DateOnly? ClosedOn => Closing is null ? null : ChinaTime.DateOf(Closing.At);
}
