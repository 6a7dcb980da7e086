using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;

namespace Lianxin.Documents.Pages.Texts;

/// <summary>What a receipt 回执 says about a piece of feedback and its case: kinds, states, what comes next, and the forms on it.</summary>
public sealed record ReceiptTexts(
    string Opinion,
    string Complaint,
    string Error,
    string Received,
    string Registered,
    string Answered,
    string Merged,
    string Declined,
    string CaseRegistered,
    string CaseInProgress,
    string CaseResolved,
    string CaseDoneConfirmed,
    string CaseDoneUnreachable,
    string CaseCannotBeDone,
    string CasePassedOn,
    string StateValue,
    string NextReceived,
    string NextAnswered,
    string NextDeclined,
    string NextInProgress,
    string NextResolved,
    string NextDone,
    string NextCannotBeDone,
    string NextPassedOn,
    string Republished,
    string About,
    string Kind,
    string ReceivedAt,
    string SimpleLimit,
    string ComplexLimit,
    string LimitValue,
    string Merge,
    string MergeNote,
    string Number,
    string Office,
    string Request,
    string DueOn,
    string Plan,
    string Answer,
    string PassedTo,
    string ClosedOn,
    string DidReceived,
    string DidReopened,
    string DidConfirmed,
    string AskTitle,
    string AskLead,
    string AskButton,
    string ConfirmTitle,
    string ConfirmLead,
    string ConfirmButton,
    string ReopenTitle,
    string ReopenAskedTitle,
    string ReopenUntil,
    string ReopenTimes,
    string ReopenButton,
    string ReopenWords)
{
    public string Of(FeedbackKind of) => of switch
    {
        FeedbackKind.Opinion => Opinion,
        FeedbackKind.Complaint => Complaint,
        _ => Error,
    };

    public string Of(FeedbackState state) => state switch
    {
        FeedbackState.Received => Received,
        FeedbackState.Registered => Registered,
        FeedbackState.Answered => Answered,
        FeedbackState.Merged => Merged,
        _ => Declined,
    };

    public string Of(CaseStatus status) => status switch
    {
        CaseStatus.Registered => CaseRegistered,
        CaseStatus.InProgress => CaseInProgress,
        CaseStatus.Resolved => CaseResolved,
        CaseStatus.DoneConfirmed => CaseDoneConfirmed,
        CaseStatus.DoneUnreachable => CaseDoneUnreachable,
        CaseStatus.CannotBeDone => CaseCannotBeDone,
        _ => CasePassedOn,
    };

    /// <summary>What comes next, from the state of the piece that carries the answer and of its case.</summary>
    public string Next(FeedbackState state, CaseStatus? status) => (state, status) switch
    {
        (FeedbackState.Received, _) => NextReceived,
        (FeedbackState.Answered, _) => NextAnswered,
        (FeedbackState.Declined, _) => NextDeclined,
        (_, CaseStatus.Registered or CaseStatus.InProgress) => NextInProgress,
        (_, CaseStatus.Resolved) => NextResolved,
        (_, CaseStatus.DoneConfirmed or CaseStatus.DoneUnreachable) => NextDone,
        (_, CaseStatus.CannotBeDone) => NextCannotBeDone,
        (_, CaseStatus.PassedOn) => NextPassedOn,
        _ => "",
    };
}
