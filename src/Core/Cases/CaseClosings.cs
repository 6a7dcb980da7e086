using Lianxin.Core.Access;
using Lianxin.Core.Feedback;
using Lianxin.Core.Items;

namespace Lianxin.Core.Cases;

/// <summary>A confirmation as it came in.</summary>
/// <param name="Result"><c>confirmed</c> (the default), <c>unreachable</c> or <c>return</c>, back to whoever works on it.</param>
public sealed record ConfirmationInput(string? Result, string? Comment);

/// <summary>
/// 销号 and what comes after it: somebody else confirms, the person may reopen within a period and so often, and is asked some weeks later
/// whether it is really done. The person is who has the receipt code; the edge has compared it.
/// </summary>
public static class CaseClosings
{
    /// <summary>Staff who may strike off what they did not solve themselves.</summary>
    private static readonly Role[] Confirmers = [Role.Clerk, Role.Reviewer, Role.Leader, Role.Chair];

    /// <param name="asPerson">The caller brought the receipt code.</param>
    public static Decision<LianxinCase> Confirm(LianxinCase present, ConfirmationInput input, bool asPerson, CaseSettings settings, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(context);
        if (IsSolver(present, context.By))
        {
            return new Refusal(RefusalKind.Forbidden, "own-case", "办理或答复这件事项的人不能自己销号，请由他人确认。");
        }

        if (!asPerson && !Confirmers.Contains(context.By.Role))
        {
            return new Refusal(RefusalKind.Forbidden, "wrong-role", "您的角色不能办理这一步。");
        }

        var comment = (input.Comment ?? "").Trim();
        if (comment.Length > CaseSteps.ReasonCharacters)
        {
            return Refusal.Field("comment", $"说明不能超过{CaseSteps.ReasonCharacters}字。");
        }

        if (asPerson)
        {
            return AffirmByPerson(present, input, comment, settings, context);
        }

        if (present.Status != CaseStatus.Resolved || present.Resolution is not { } resolution)
        {
            return CaseSteps.Illegal("只有已答复的事项可以销号。");
        }

        if (input.Result is "unreachable" or "return" && comment.Length == 0)
        {
            return Refusal.Field("comment", input.Result is "return" ? "退回办理时请写明原因。" : "联系不上本人的，请写明何时以何种方式联系过。");
        }

        return (input.Result ?? "confirmed", resolution.Outcome) switch
        {
            ("return", _) => CaseSteps.Step(
                present with { Status = CaseStatus.InProgress, Resolution = null }, present.Status, "returned", comment, context),
            ("confirmed", CaseOutcome.Done) => Close(present, CaseStatus.DoneConfirmed, comment, settings, context),
            ("unreachable", CaseOutcome.Done) => Close(present, CaseStatus.DoneUnreachable, comment, settings, context),
            ("confirmed", CaseOutcome.CannotBeDone) => Close(present, CaseStatus.CannotBeDone, comment, settings, context),
            ("confirmed", CaseOutcome.PassedOn) => Close(present, CaseStatus.PassedOn, comment, settings, context),
            ("unreachable", _) => Refusal.Field("result", "只有已办结的事项可以按联系不上本人销号。"),
            _ => Refusal.Field("result", "请选择：确认（confirmed）、联系不上本人（unreachable）或退回办理（return）。"),
        };
    }

    /// <summary>Not done: back to work, with a fresh clock.</summary>
    public static Decision<LianxinCase> Reopen(LianxinCase present, string? reason, CaseSettings settings, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(context);
        var why = (reason ?? "").Trim();
        if (CannotReopen(present, settings, context.Today) is { } refused)
        {
            return refused;
        }

        if (why.Length is 0 or > CaseSteps.ReasonCharacters)
        {
            return Refusal.Field("reason", why.Length == 0 ? "请写明还有什么没有办好。" : $"不能超过{CaseSteps.ReasonCharacters}字。");
        }

        var after = present with
        {
            Status = CaseStatus.InProgress,
            Resolution = null,
            Closing = null,
            FollowUp = present.FollowUp is { AskedAt: not null, ReallyDone: null } asked ? asked with { AnsweredAt = context.Now.ToUniversalTime(), ReallyDone = false } : null,
            Due = FeedbackClocks.Of(FeedbackClocks.Hard, context.Today, "重新办理之日", context.Calendar),
            Reopenings = [.. present.Reopenings, new CaseReopening(context.Now.ToUniversalTime(), why)],
        };
        return CaseSteps.Step(after, present.Status, "reopened", why, context);
    }

    /// <summary>Null when the person may reopen today.</summary>
    public static Refusal? CannotReopen(LianxinCase present, CaseSettings settings, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(settings);
        if (!present.IsClosed && present.Status != CaseStatus.Resolved)
        {
            return CaseSteps.Illegal("这件事项正在办理，不需要重新提出。");
        }

        if (present.Reopenings.Count >= settings.Reopenings)
        {
            return new Refusal(RefusalKind.IllegalStep, "reopening-limit", $"这件事项已经重新办理{settings.Reopenings}次，请向镇纪委或者12345政务服务便民热线反映。");
        }

        return present.ClosedOn is { } closed && today > closed.AddDays(settings.ReopenDays)
            ? new Refusal(RefusalKind.IllegalStep, "reopening-over", $"销号已超过{settings.ReopenDays}天，不能重新办理；可以就同一事项再次反映。")
            : null;
    }

    /// <summary>Puts the question 办好了吗; null when it is not due, or was put before. A timer asks, as often as it likes.</summary>
    public static LianxinCase? Ask(LianxinCase present, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(context);
        return present is { Status: CaseStatus.DoneConfirmed or CaseStatus.DoneUnreachable, FollowUp: { AskedAt: null } followUp } && followUp.AskOn <= context.Today
            ? CaseSteps.Step(present with { FollowUp = followUp with { AskedAt = context.Now.ToUniversalTime() } }, present.Status, "asked", "回访：真的办好了吗", context)
            : null;
    }

    /// <summary>Everybody who worked on it since it was opened or reopened, the one who resolved it first of all.</summary>
    private static bool IsSolver(LianxinCase present, Actor by)
    {
        var since = present.Reopenings.Count > 0 ? present.Reopenings[^1].At : DateTimeOffset.MinValue;
        return by.Role != Role.Public
            && (string.Equals(present.Resolution?.By, by.Account, StringComparison.Ordinal)
                || present.Notes.Any(n => n.At >= since && string.Equals(n.By, by.Account, StringComparison.Ordinal)));
    }

    private static Decision<LianxinCase> AffirmByPerson(LianxinCase present, ConfirmationInput input, string comment, CaseSettings settings, CommandContext context)
    {
        if (input.Result is not (null or "confirmed"))
        {
            return Refusal.Field("result", "凭回执码只能确认已经办好；没有办好的，请申请重新办理。");
        }

        if (present is { Status: CaseStatus.Resolved, Resolution.Outcome: CaseOutcome.Done })
        {
            return Close(present, CaseStatus.DoneConfirmed, comment, settings, context);
        }

        if (present.Status is CaseStatus.DoneConfirmed or CaseStatus.DoneUnreachable && present.FollowUp is { AskedAt: not null, ReallyDone: null } asked)
        {
            var after = present with
            {
                Status = CaseStatus.DoneConfirmed,
                FirstConfirmedOn = present.FirstConfirmedOn ?? context.Today,
                FollowUp = asked with { AnsweredAt = context.Now.ToUniversalTime(), ReallyDone = true },
            };
            return CaseSteps.Step(after, present.Status, "affirmed", comment.Length > 0 ? comment : "本人确认已经办好", context);
        }

        return CaseSteps.Illegal("现在没有等待您确认的事项。");
    }

    private static LianxinCase Close(LianxinCase present, CaseStatus end, string comment, CaseSettings settings, CommandContext context)
    {
        var done = end is CaseStatus.DoneConfirmed or CaseStatus.DoneUnreachable;
        var after = present with
        {
            Status = end,
            Closing = new CaseClosing(context.By.Account, context.By.Name, context.Now.ToUniversalTime(), comment),
            FirstConfirmedOn = end == CaseStatus.DoneConfirmed ? present.FirstConfirmedOn ?? context.Today : present.FirstConfirmedOn,
            FollowUp = done ? new FollowUp(context.Today.AddDays(settings.AskAfterDays)) : null,
        };
        return CaseSteps.Step(after, present.Status, "closed", comment.Length > 0 ? comment : "确认销号", context);
    }
}
