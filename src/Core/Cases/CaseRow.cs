using Lianxin.Core.Calendar;
using Lianxin.Core.Feedback;

namespace Lianxin.Core.Cases;

/// <summary>What lists, the wall sheet and the funnel know of a case, without reading it. Nothing in it comes from the person's own text.</summary>
/// <param name="AnsweredOn">Day of the present answer; null while there is none.</param>
/// <param name="Reopenings">How often it was reopened.</param>
public sealed record CaseRow(
    string Id,
    string FeedbackId,
    string? Item,
    string? ItemTitle,
    FeedbackKind Kind,
    string Office,
    string? Group,
    string Request,
    string Plan,
    CaseStatus Status,
    DateOnly RegisteredOn,
    DateOnly DueOn,
    string? Answer,
    string? PassedTo,
    DateOnly? AnsweredOn,
    DateOnly? ClosedOn,
    int Reopenings,
    DateOnly? FirstDoneOn,
    DateOnly? FirstConfirmedOn)
{
    public static CaseRow Of(LianxinCase present)
    {
        ArgumentNullException.ThrowIfNull(present);
        return new CaseRow(
            present.Id, present.FeedbackId, present.Item, present.ItemTitle, present.Kind, present.Office, present.Group, present.Request, present.Plan,
            present.Status, present.RegisteredOn, present.Due.DueOn, present.Resolution?.Answer, present.Resolution?.PassedTo,
            present.Resolution is { } resolution ? ChinaTime.DateOf(resolution.At) : null, present.ClosedOn, present.Reopenings.Count,
            present.FirstDoneOn, present.FirstConfirmedOn);
    }

    public bool IsClosed => Status is CaseStatus.DoneConfirmed or CaseStatus.DoneUnreachable or CaseStatus.CannotBeDone or CaseStatus.PassedOn;
}
