using Lianxin.Core;
using Lianxin.Core.Audit;
using Lianxin.Core.Feedback;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Http.Views;

/// <summary>Answer to a post of feedback (api.md).</summary>
public sealed record FeedbackCreatedView(string Id, string ReceiptCode);

/// <summary>A step in the life of a piece or a case.</summary>
public sealed record StepView(
    int Number, string Kind, DateTimeOffset At, string By, string ByName, string ByRole, string From, string To, string Reason, IReadOnlyDictionary<string, string> Details)
{
    public static StepView Of(StepEvent step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new StepView(step.Number, step.Kind, step.At, step.By, step.ByName, step.ByRole, step.From, step.To, step.Reason, step.Details);
    }
}

/// <summary>A row of the staff's list.</summary>
/// <param name="DaysLeft">Calendar days until it must be screened; negative when it is late, null once it is.</param>
public sealed record FeedbackRowView(
    string Id,
    string? Item,
    string? ItemTitle,
    string Office,
    string Kind,
    string Channel,
    string Status,
    DateOnly ReceivedOn,
    DateOnly? DueOn,
    int? DaysLeft,
    string Summary,
    string? CaseId,
    string? Into)
{
    public static FeedbackRowView Of(FeedbackRow row, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new FeedbackRowView(
            row.Id, row.Item, row.ItemTitle, row.Office, Names.Of(row.Kind), Names.Of(row.Channel), Names.Of(row.State), row.ReceivedOn, row.DueOn,
            row.DueOn is { } due ? due.DayNumber - today.DayNumber : null, row.Summary, row.CaseId, row.Into);
    }
}

/// <summary>A page of the staff's list.</summary>
/// <param name="Counts">Pieces by status, of the item that was asked for or of all.</param>
public sealed record FeedbackListView(IReadOnlyList<FeedbackRowView> Items, string? Continuation, IReadOnlyDictionary<string, int> Counts);

/// <summary>How a piece was screened.</summary>
public sealed record ScreenedView(
    string By, string ByName, DateTimeOffset At, string? Reply, string? Office, string? Group, string? Request, string? Plan, DeadlineView? Due, string? CaseId, string? Into);

/// <summary>A piece as the staff reads it.</summary>
/// <param name="Unbroken">Whether the chain of its steps holds.</param>
/// <param name="Merged">Ids of what was merged with it.</param>
public sealed record FeedbackView(
    string Id,
    string? Item,
    string? ItemTitle,
    string Office,
    string Kind,
    string Channel,
    string Status,
    string Text,
    string Contact,
    DateTimeOffset ReceivedAt,
    string EnteredBy,
    IReadOnlyList<DeadlineView> Deadlines,
    ScreenedView? Screening,
    IReadOnlyList<string> Merged,
    IReadOnlyList<StepView> Steps,
    bool Unbroken)
{
    public static FeedbackView Of(FeedbackPiece piece, IReadOnlyList<string> merged)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var screened = piece.Screening;
        return new FeedbackView(
            piece.Id, piece.Item, piece.ItemTitle, piece.Office, Names.Of(piece.Kind), Names.Of(piece.Channel), Names.Of(piece.State), piece.Text, piece.Contact,
            piece.ReceivedAt, piece.EnteredBy, [.. piece.Deadlines.Select(DeadlineView.Of)],
            screened is null ? null : new ScreenedView(
                screened.By, screened.ByName, screened.At, screened.Reply, screened.Office, screened.Group, screened.Request, screened.Plan,
                screened.Due is { } due ? DeadlineView.Of(due) : null, screened.CaseId, screened.Into),
            merged, [.. piece.Steps.Select(StepView.Of)], StepChain.FirstBreak(piece.Id, piece.Steps) is null);
    }
}

/// <summary>A receipt for a program; the page for people says the same.</summary>
/// <param name="Status">Of the piece that carries it on, where it was merged.</param>
/// <param name="StatusText">In plain words.</param>
/// <param name="MayReopen">Whether the person may reopen the case now.</param>
/// <param name="Asked">Whether the question 办好了吗 waits for an answer.</param>
public sealed record ReceiptView(
    string Id,
    string Kind,
    string? Item,
    string? ItemTitle,
    DateTimeOffset ReceivedAt,
    string Status,
    string StatusText,
    string Next,
    string? Reply,
    IReadOnlyList<DeadlineView> Deadlines,
    CaseRowView? Case,
    bool MayReopen,
    bool Asked)
{
    public static ReceiptView Of(Receipt receipt, CaseRowView? row, bool mayReopen, bool asked)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var piece = receipt.Piece;
        return new ReceiptView(
            piece.Id, Names.Of(piece.Kind), piece.Item, piece.ItemTitle, piece.ReceivedAt, Names.Of(piece.State),
            receipt.Case is { } present ? FeedbackWords.Of(present.Status) : FeedbackWords.Of(piece.State), FeedbackWords.Next(receipt),
            receipt.Carrier.State == FeedbackState.Registered ? null : receipt.Carrier.Screening?.Reply,
            [.. piece.Deadlines.Select(DeadlineView.Of)], row, mayReopen, asked);
    }
}
