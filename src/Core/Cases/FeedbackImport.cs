using System.Globalization;
using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Feedback;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;

namespace Lianxin.Core.Cases;

/// <summary>A row of a past feedback register, as text.</summary>
/// <param name="Decision">As in a screening: <c>register</c>, <c>answer</c>, <c>decline</c>; empty while it waits.</param>
/// <param name="End">Status of its case; empty while it is being worked on.</param>
public sealed record FeedbackImportRow(
    string Number,
    string Kind,
    string Channel,
    string Office,
    string ReceivedOn,
    string Text,
    string Decision,
    string ScreenedOn,
    string Reply,
    string Group,
    string Request,
    string Plan,
    string End,
    string Answer,
    string PassedTo,
    string AnsweredOn,
    string ClosedOn);

/// <summary>What a row became.</summary>
public sealed record ImportedFeedback(FeedbackPiece Piece, LianxinCase? Case);

/// <summary>
/// Takes over a past register of feedback, row by row, each once, by the step <c>imported</c>: the id follows from the row's number. What was
/// decided then stands as it is; nobody is asked years later whether it is really done.
/// </summary>
public static class FeedbackImport
{
    private const int LongestNumber = 40;
    private const int FirstYear = 2000;

    public static Decision<ImportedFeedback> Import(FeedbackImportRow row, FeedbackLimits limits, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(context);
        var errors = new FieldErrors();
        if (row.Number.Length is 0 or > LongestNumber || !row.Number.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            errors.Add("number", "编号只能用字母、数字、连字符和下划线，不超过40字。");
        }

        var kind = Read<FeedbackKind>(errors, "kind", row.Kind);
        var channel = Read<FeedbackChannel>(errors, "channel", row.Channel);
        if (context.Catalogue.Office(row.Office) is null)
        {
            errors.Add("office", $"没有代码为“{row.Office}”的站所。");
        }

        if (row.Text.Trim().Length is 0 || row.Text.Length > limits.Text)
        {
            errors.Add("text", $"内容不能为空，也不能超过{limits.Text}字。");
        }

        var received = Day(errors, "received_on", row.ReceivedOn, new DateOnly(FirstYear, 1, 1), context.Today);
        var state = row.Decision switch
        {
            "" => FeedbackState.Received,
            "register" => FeedbackState.Registered,
            "answer" => FeedbackState.Answered,
            "decline" => FeedbackState.Declined,
            _ => (FeedbackState?)null,
        };
        if (state is null)
        {
            errors.Add("decision", "处理方式应为 register、answer、decline 或空。");
        }

        DateOnly? screenedOn = state is null or FeedbackState.Received ? null : Day(errors, "screened_on", row.ScreenedOn, received ?? context.Today, context.Today);
        if (state is FeedbackState.Answered or FeedbackState.Declined && row.Reply.Length == 0)
        {
            errors.Add("reply", "答复或者不予办理的，应写明答复或理由。");
        }

        if (row.Group.Length > 0 && context.Catalogue.Group(row.Group) is null)
        {
            errors.Add("group", $"没有代码为“{row.Group}”的社。");
        }

        if ((errors.Refusal ?? PublicWords.Refuse(("request", row.Request), ("plan", row.Plan), ("answer", row.Answer))) is { } wrong)
        {
            return wrong;
        }

        var piece = PieceOf(row, kind!.Value, channel!.Value, received!.Value, state!.Value, screenedOn, context);
        if (state != FeedbackState.Registered)
        {
            return new ImportedFeedback(piece, null);
        }

        var closed = CaseOf(row, piece, context);
        return closed.Accepted ? new ImportedFeedback(piece, closed.Value) : closed.Refusal;
    }

    private static FeedbackPiece PieceOf(
        FeedbackImportRow row, FeedbackKind kind, FeedbackChannel channel, DateOnly received, FeedbackState state, DateOnly? screenedOn, CommandContext context)
    {
        var id = new LedgerId(context.By.Agency, received.Year, row.Number).ToString();
        var clocks = FeedbackClocks.Of(received, context.Calendar);
        var registered = state == FeedbackState.Registered;
        return new FeedbackPiece
        {
            Id = id,
            Agency = context.By.Agency,
            Year = received.Year,
            Office = row.Office,
            Kind = kind,
            Channel = channel,
            Text = row.Text.Trim(),
            ReceivedAt = ChinaTime.StartOf(received),
            EnteredBy = context.By.Account,
            State = state,
            Deadlines = clocks,
            Screening = screenedOn is not { } day ? null : new Screened(
                context.By.Account, context.By.Name, ChinaTime.StartOf(day), context.RecordedAt, row.Reply.Length > 0 ? row.Reply : null,
                registered ? row.Office : null, row.Group.Length > 0 ? row.Group : null, registered ? row.Request : null, registered ? row.Plan : null,
                registered ? clocks[^1] : null, registered ? FeedbackScreening.CaseIdOf(id) : null),
            Steps = StepChain.Append(id, [], "imported", context.By, context.Now, context.RecordedAt, "", Names.Of(state), $"导入编号{row.Number}"),
        };
    }

    private static Decision<LianxinCase> CaseOf(FeedbackImportRow row, FeedbackPiece piece, CommandContext context)
    {
        var opened = CaseOpening.From(piece)!;
        var errors = new FieldErrors();
        var status = row.End.Length == 0 ? CaseStatus.Registered : Read<CaseStatus>(errors, "end", row.End);
        var isAnswered = status is not (null or CaseStatus.Registered or CaseStatus.InProgress);
        DateOnly? answered = isAnswered ? Day(errors, "answered_on", row.AnsweredOn, opened.RegisteredOn, context.Today) : null;
        DateOnly? closed = isAnswered && status != CaseStatus.Resolved ? Day(errors, "closed_on", row.ClosedOn, answered ?? opened.RegisteredOn, context.Today) : null;
        if (isAnswered && row.Answer.Length == 0)
        {
            errors.Add("answer", "已答复的应写明答复意见。");
        }

        if (errors.Refusal is { } wrong)
        {
            return wrong;
        }

        var outcome = status switch { CaseStatus.CannotBeDone => CaseOutcome.CannotBeDone, CaseStatus.PassedOn => CaseOutcome.PassedOn, _ => CaseOutcome.Done };
        return opened with
        {
            Status = status!.Value,
            Resolution = answered is { } a
                ? new CaseResolution(outcome, row.Answer, row.PassedTo.Length > 0 ? row.PassedTo : null, "", "", ChinaTime.StartOf(a).ToUniversalTime())
                : null,
            Closing = closed is { } c ? new CaseClosing("", "", ChinaTime.StartOf(c).ToUniversalTime(), "") : null,
            FirstDoneOn = answered is { } done && outcome == CaseOutcome.Done ? done : null,
            FirstConfirmedOn = status == CaseStatus.DoneConfirmed ? closed : null,
            Steps = StepChain.Append(
                opened.Id, [], "imported", context.By, context.Now, context.RecordedAt, "", Names.Of(status.Value), $"导入编号{row.Number}"),
        };
    }

    private static T? Read<T>(FieldErrors errors, string field, string text)
        where T : struct, Enum
    {
        if (Names.TryRead<T>(text, out var value))
        {
            return value;
        }

        errors.Add(field, $"“{text}”不是可以填写的值。");
        return null;
    }

    private static DateOnly? Day(FieldErrors errors, string field, string text, DateOnly from, DateOnly to)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= from && day <= to)
        {
            return day;
        }

        errors.Add(field, $"日期“{text}”无效，应为 YYYY-MM-DD，且先后顺序正确。");
        return null;
    }
}
