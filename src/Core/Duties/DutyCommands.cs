using System.Globalization;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;

namespace Lianxin.Core.Duties;

/// <summary>What people decide about a duty: waiver 豁免 by the chair, order 督办 by the supervisor (S1, S2); and the mark that the freeze leaves.</summary>
public static class DutyCommands
{
    /// <summary>豁免 by the chair, with its reason; only while the duty is not met.</summary>
    public static Decision<DutyRecord> Waive(DutyStanding standing, string? reason, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(context);
        if (ReadText("reason", reason, "请写明豁免的理由。", context) is { } wrong)
        {
            return wrong;
        }

        if (context.By.Role != Role.Chair)
        {
            return new Refusal(RefusalKind.Forbidden, "wrong-role", "豁免只能由组长批准。");
        }

        if (standing.State is DutyState.Met or DutyState.Late)
        {
            return new Refusal(RefusalKind.IllegalStep, "duty-met", "这项公开任务已经完成，不能豁免。");
        }

        if (standing.State == DutyState.Waived)
        {
            return new Refusal(RefusalKind.IllegalStep, "duty-waived", "这项公开任务已经豁免。");
        }

        var record = standing.Record ?? DutyRecord.New(standing.Duty.Id);
        var why = reason!.Trim();
        return record with
        {
            Waiver = new Waiver(why, context.By.Account, context.By.Name, context.Now),
            Events = [.. record.Events, Event("waived", why, context)],
        };
    }

    /// <summary>督办 by the supervisor: what is to be done and by when.</summary>
    public static Decision<DutyRecord> Order(DutyStanding standing, string? text, string? dueOn, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(context);
        var errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (ReadText("text", text, "请写明督办要求。", context) is { } wrong)
        {
            errors["text"] = wrong.Errors["text"];
        }

        if (!DateOnly.TryParseExact(dueOn?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            errors["dueOn"] = ["请填写督办期限，格式如 2026-03-28。"];
        }
        else if (day < context.Today)
        {
            errors["dueOn"] = ["督办期限不能早于今天。"];
        }

        if (errors.Count > 0)
        {
            return new Refusal(RefusalKind.Invalid, "invalid-input", string.Join(' ', errors.Values.SelectMany(m => m))) { Errors = errors };
        }

        if (context.By.Role != Role.Supervisor)
        {
            return new Refusal(RefusalKind.Forbidden, "wrong-role", "督办只能由监督员发出。");
        }

        if (standing.State is DutyState.Met or DutyState.Late or DutyState.Waived)
        {
            return new Refusal(RefusalKind.IllegalStep, "duty-met", "这项公开任务已经完成或豁免，无需督办。");
        }

        var record = standing.Record ?? DutyRecord.New(standing.Duty.Id);
        var what = text!.Trim();
        if (record.Orders.Any(o => o.DueOn == day && string.Equals(o.Text, what, StringComparison.Ordinal)))
        {
            // The same order sent twice counts once.
            return record;
        }

        return record with
        {
            Orders = [.. record.Orders, new SupervisionOrder(what, day, context.By.Account, context.By.Name, context.Now)],
            Events = [.. record.Events, Event("ordered", $"{what}（期限{ChineseDates.Text(day)}）", context)],
        };
    }

    /// <summary>The mark of the freeze; null when it is there already.</summary>
    public static DutyRecord? MarkOverdue(DutyStanding standing, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(context);
        var record = standing.Record ?? DutyRecord.New(standing.Duty.Id);
        return record.OverdueOn is not null
            ? null
            : record with { OverdueOn = context.Today, Events = [.. record.Events, Event("overdue", $"截止{ChineseDates.Text(standing.Duty.DueOn)}未公开", context)] };
    }

    private static DutyEvent Event(string kind, string text, CommandContext context) =>
        new(kind, context.Now, context.RecordedAt, context.By.Account, context.By.Name, text);

    private static Refusal? ReadText(string field, string? text, string missing, CommandContext context) =>
        string.IsNullOrWhiteSpace(text) ? Refusal.Field(field, missing)
        : text.Trim().Length > context.Limits.Comment ? Refusal.Field(field, $"不能超过{context.Limits.Comment}字。")
        : null;
}
