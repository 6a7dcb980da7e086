using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Core.Duties;

/// <summary>零报告 as it came in.</summary>
public sealed record NilReturnInput(string? Entry, string? Period, string? Office, string? Reason);

/// <summary>
/// 零报告: "nothing this quarter, because…" is an act; silence never meets a duty (S19). It becomes an item, so that it is reviewed and
/// published like one. It is refused where something was published for the same period, because then it would not be true.
/// </summary>
public static class NilReturns
{
    /// <summary>The submission that a nil return stands for.</summary>
    public static Decision<ItemInput> Read(NilReturnInput input, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        var errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var entry = context.Catalogue.Entry(input.Entry?.Trim() ?? "");
        var periodText = input.Period?.Trim();
        if (entry is null)
        {
            errors["entry"] = [string.IsNullOrWhiteSpace(input.Entry) ? "请选择公开事项。" : "公开事项目录中没有这一事项。"];
        }
        else if (!entry.IsPeriodic)
        {
            errors["entry"] = ["该事项不按期公开，没有零报告。"];
        }

        if (!Period.TryParse(periodText, out var period))
        {
            errors["period"] = [string.IsNullOrWhiteSpace(periodText) ? "请填写所属期间（如 2026-03、2026-Q1、2026）。" : "所属期间无效，请按 2026-03、2026-Q1 或 2026 的格式填写。"];
        }
        else if (entry is { IsPeriodic: true } && !period.Fits(entry.Cadence))
        {
            errors["period"] = ["期间与该事项的公开周期不符。"];
        }
        else if (period.First > context.Today)
        {
            errors["period"] = ["该期间还没有开始。"];
        }

        var office = context.Catalogue.Office(string.IsNullOrWhiteSpace(input.Office) ? context.By.Office : input.Office.Trim());
        if (office is null)
        {
            errors["office"] = ["没有这个站所。"];
        }
        else if (entry is not null && DutyPlan.Responsible(entry, context.Catalogue) is { Count: > 1 } responsible && !responsible.Contains(office))
        {
            errors["office"] = ["该站所没有这一事项的公开任务。"];
        }

        if (string.IsNullOrWhiteSpace(input.Reason))
        {
            errors["reason"] = ["请写明没有可公开内容的原因。"];
        }
        else if (input.Reason.Trim().Length > context.Limits.Comment)
        {
            errors["reason"] = [$"原因不能超过{context.Limits.Comment}字。"];
        }

        if (errors.Count > 0)
        {
            return new Refusal(RefusalKind.Invalid, "invalid-input", string.Join(' ', errors.Values.SelectMany(m => m))) { Errors = errors };
        }

        return new ItemInput
        {
            Entry = entry!.Code,
            Office = office!.Code,
            Title = $"{entry.Title}零报告（{period.ToChinese()}，{office.Title}）",
            Body = input.Reason!.Trim(),
            FormedOn = context.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Period = period.ToString(),
            Village = office.IsVillage ? office.Code : null,
            NilReturn = true,
        };
    }

    /// <summary>The refusal of a second nil return for the same period while the first one stands or is on its way; null when there is none.</summary>
    public static Refusal? AlreadyMade(ItemInput item, IEnumerable<QuarterRow> rows)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Any(r =>
            r.NilReturn
            && r.Status is not (ItemStatus.Withdrawn or ItemStatus.Rejected)
            && string.Equals(r.Entry, item.Entry, StringComparison.Ordinal)
            && string.Equals(r.Period, item.Period, StringComparison.Ordinal)
            && string.Equals(r.Office, item.Office, StringComparison.Ordinal))
            ? new Refusal(RefusalKind.IllegalStep, "nil-return-made", "该期间已经作过零报告，请在工作清单中查看。")
            : null;
    }

    /// <summary>The refusal of a nil return that the register contradicts; null when nothing was published for its period.</summary>
    /// <param name="rows">The register's rows of the quarter in which the period ends.</param>
    public static Refusal? Contradicted(string entry, string office, string? village, string? period, IEnumerable<QuarterRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var published = rows.FirstOrDefault(r =>
            !r.NilReturn
            && r.OutAt is not null
            && r.Status is not ItemStatus.Withdrawn
            && string.Equals(r.Entry, entry, StringComparison.Ordinal)
            && string.Equals(r.Period, period, StringComparison.Ordinal)
            && (string.Equals(r.Office, office, StringComparison.Ordinal) || (village is not null && string.Equals(r.Village, village, StringComparison.Ordinal))));
        return published is null
            ? null
            : new Refusal(RefusalKind.IllegalStep, "nil-return-contradicted", $"该期间已经公开了“{published.Title}”，不能再作零报告。");
    }
}
