using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;

namespace Lianxin.Core.Feedback;

/// <summary>What somebody wants to say (api.md).</summary>
public enum FeedbackKind
{
    /// <summary>意见建议.</summary>
    Opinion,

    /// <summary>投诉.</summary>
    Complaint,

    /// <summary>纠错: the published text is wrong.</summary>
    Error,
}

/// <summary>The way it came in; what came by phone, letter or at the window is entered by staff.</summary>
public enum FeedbackChannel
{
    /// <summary>网上.</summary>
    Web,

    /// <summary>电话.</summary>
    Phone,

    /// <summary>来信.</summary>
    Letter,

    /// <summary>窗口.</summary>
    Window,
}

/// <summary>Where a piece is: received, or one of the four ends of screening 梳理筛选.</summary>
public enum FeedbackState
{
    /// <summary>待梳理.</summary>
    Received,

    /// <summary>已列入“连心”登记: a case carries it on.</summary>
    Registered,

    /// <summary>已答复.</summary>
    Answered,

    /// <summary>已并入另一条.</summary>
    Merged,

    /// <summary>不予办理, with the reason.</summary>
    Declined,
}

/// <summary>How a piece was screened. Everything a case is opened from stands here, so that it can be opened again to the letter.</summary>
/// <param name="Reply">Words for the person: the answer, or why nothing is done; null where none is needed.</param>
/// <param name="Group">社, code of the groups' file; null when none was named.</param>
/// <param name="Request">诉求 as it is made public; never the person's own text.</param>
/// <param name="Plan">解决方案, public.</param>
/// <param name="Due">By when the case is to be done.</param>
/// <param name="Into">Id of the earlier piece that this one was merged with.</param>
public sealed record Screened(
    string By,
    string ByName,
    DateTimeOffset At,
    DateTimeOffset RecordedAt,
    string? Reply,
    string? Office = null,
    string? Group = null,
    string? Request = null,
    string? Plan = null,
    Deadline? Due = null,
    string? CaseId = null,
    string? Into = null);

/// <summary>
/// 投诉反馈, one piece of feedback: the aggregate (S12). Its text may hold personal data; it is read at the desk and on the receipt page
/// of the one who wrote it, and never leaves by a public exit.
/// </summary>
public sealed record FeedbackPiece
{
    /// <summary><c>{agency}-{year}-{unique}</c>, the year being that of receipt.</summary>
    public required string Id { get; init; }
    public required string Agency { get; init; }
    public required int Year { get; init; }

    /// <summary>Id of the item it is about; null for what was collected without one (a campaign, a visit).</summary>
    public string? Item { get; init; }

    /// <summary>Title of the item as it was public then.</summary>
    public string? ItemTitle { get; init; }

    /// <summary>The office that answers for the matter: the item's, until screening names another.</summary>
    public required string Office { get; init; }
    public required FeedbackKind Kind { get; init; }
    public required FeedbackChannel Channel { get; init; }
    public required string Text { get; init; }

    /// <summary>How to reach the person, as typed; empty when nothing was left.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Business instant of receipt; for what is entered later, the start of the day it came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Account of the member of staff who entered it; empty when it came over the web.</summary>
    public string EnteredBy { get; init; } = "";
    public required FeedbackState State { get; init; }

    /// <summary>The two clocks: 5 working days for what is simple, 15 for what is hard (<see cref="FeedbackClocks"/>).</summary>
    public IReadOnlyList<Deadline> Deadlines { get; init; } = [];
    public Screened? Screening { get; init; }

    /// <summary>The newest version that was published because of it; null while there is none.</summary>
    public Republished? Republished { get; init; }
    public IReadOnlyList<StepEvent> Steps { get; init; } = [];

    public DateOnly ReceivedOn => ChinaTime.DateOf(ReceivedAt);

    /// <summary>Day by which it must be screened; null once it is.</summary>
    public DateOnly? DueOn => State == FeedbackState.Received && Deadlines.Count > 0 ? Deadlines.Min(d => d.DueOn) : null;
}
