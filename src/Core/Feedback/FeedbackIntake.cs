using Lianxin.Core.Access;
using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;

namespace Lianxin.Core.Feedback;

/// <summary>Feedback as it came in.</summary>
/// <param name="Channel">Only when staff enter it; the web's own pieces name none.</param>
/// <param name="ReceivedOn">Only when staff enter it: the day it came, <c>YYYY-MM-DD</c>; null for today.</param>
/// <param name="Office">Only when staff enter it, and only where no item is named.</param>
public sealed record FeedbackInput(string? Kind, string? Text, string? Contact, string? Channel = null, DateOnly? ReceivedOn = null, string? Office = null);

/// <summary>The published item that a piece is about.</summary>
public sealed record FeedbackSubject(string Item, string Title, string Office);

/// <summary>Sizes that are accepted (api.md, Limits).</summary>
public sealed record FeedbackLimits(int Text = 5_000, int Contact = 200);

/// <summary>Takes feedback in (S12): from anyone without an account, or entered by a clerk or reviewer for somebody who called, wrote or came.</summary>
public static class FeedbackIntake
{
    /// <summary>How long ago a piece may have come that is entered by hand, in days.</summary>
    private const int LongestDelay = 366;

    /// <param name="id">A fresh id of this agency and the year of <see cref="ReceivedOn"/>.</param>
    /// <param name="subject">The item, already known to be public; null where staff enter what concerns none.</param>
    public static Decision<FeedbackPiece> Receive(
        FeedbackInput input, string id, FeedbackSubject? subject, FeedbackLimits limits, bool byStaff, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(context);
        if (byStaff && context.By.Role is not (Role.Clerk or Role.Reviewer))
        {
            return new Refusal(RefusalKind.Forbidden, "wrong-role", "只有经办人和审核人可以代为登记。");
        }

        var errors = new FieldErrors();
        var text = (input.Text ?? "").ReplaceLineEndings("\n").Trim();
        var contact = (input.Contact ?? "").Trim();
        if (!Names.TryRead<FeedbackKind>(input.Kind, out var kind))
        {
            errors.Add("kind", "请选择类别：意见建议（opinion）、投诉（complaint）或纠错（error）。");
        }

        if (text.Length == 0)
        {
            errors.Add("text", "请写明内容。");
        }
        else if (text.Length > limits.Text)
        {
            errors.Add("text", $"内容不能超过{limits.Text}字，现有{text.Length}字。");
        }

        if (contact.Length > limits.Contact)
        {
            errors.Add("contact", $"联系方式不能超过{limits.Contact}字。");
        }

        var channel = FeedbackChannel.Web;
        if (byStaff && (!Names.TryRead(input.Channel, out channel) || channel == FeedbackChannel.Web))
        {
            errors.Add("channel", "请选择来源：电话（phone）、来信（letter）或窗口（window）。");
        }

        var office = subject?.Office ?? input.Office ?? "";
        if (context.Catalogue.Office(office) is null)
        {
            errors.Add(subject is null ? "office" : "item", subject is null ? "没有指明所针对的公开信息时，请选择承办站所。" : "这条信息的站所已不在名录中。");
        }
        else if (byStaff && context.By.Role == Role.Clerk && subject is null && !string.Equals(office, context.By.Office, StringComparison.Ordinal))
        {
            errors.Add("office", "经办人只能登记本站所的事项。");
        }

        var receivedOn = byStaff ? input.ReceivedOn ?? context.Today : context.Today;
        if (receivedOn > context.Today || receivedOn < context.Today.AddDays(-LongestDelay))
        {
            errors.Add("receivedOn", "收到日期应在今天之前一年以内。");
        }

        if (errors.Refusal is { } refused)
        {
            return refused;
        }

        var piece = new FeedbackPiece
        {
            Id = id,
            Agency = context.By.Agency,
            Year = receivedOn.Year,
            Item = subject?.Item,
            ItemTitle = subject?.Title,
            Office = office,
            Kind = kind,
            Channel = channel,
            Text = text,
            Contact = contact,
            ReceivedAt = receivedOn == context.Today ? context.Now : ChinaTime.StartOf(receivedOn),
            EnteredBy = byStaff ? context.By.Account : "",
            State = FeedbackState.Received,
            Deadlines = FeedbackClocks.Of(receivedOn, context.Calendar),
        };
        // A person of the staff who fills in the public form is there as one of the public.
        var by = byStaff ? context.By : Actor.Anyone(context.By.Agency);
        return piece with { Steps = StepChain.Append(id, [], "received", by, context.Now, context.RecordedAt, "", Names.Of(piece.State), Names.Of(channel)) };
    }

    /// <summary>The day of receipt that an input means, for the id's year, before anything else is checked.</summary>
    public static DateOnly ReceivedOn(FeedbackInput input, bool byStaff, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(input);
        return byStaff && input.ReceivedOn is { } day && day <= today && day >= today.AddDays(-LongestDelay) ? day : today;
    }
}
