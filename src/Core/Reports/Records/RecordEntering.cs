using Lianxin.Core.Reports.Checking;

namespace Lianxin.Core.Reports.Records;

/// <summary>
/// Judges what is entered as a record. Refusal codes: <c>no-competence</c> (a township makes no 规章), <c>record-exists</c>,
/// <c>record-changed</c>, <c>other-office</c>, and field errors under <c>invalid-input</c>.
/// </summary>
public static class RecordEntering
{
    private const int FirstYear = 2008;
    private const int NumberCharacters = 100;
    private const int TextCharacters = 200;

    /// <summary>Yuan; more is a slip of the keyboard.</summary>
    private const decimal LargestAmount = 1_000_000_000;

    /// <param name="present">The version that counts now of the record with this kind, year and number; null for a new one.</param>
    /// <returns>The next version; the present one where nothing new is said, so that entering twice makes one.</returns>
    public static Decision<DatedRecord> Enter(RecordKinds kinds, RecordInput input, DatedRecord? present, RecordEntry entry)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(entry);
        var judged = Judge(kinds, input, entry);
        if (!judged.Accepted)
            return judged;
        var entered = judged.Value;
        if (present is null)
            return input.Replaces is null ? entered : new Refusal(RefusalKind.Unknown, "unknown-record", "没有所要更正的记录，请核对所更正的版本。");
        if (present.SaysTheSameAs(entered))
            return present;
        if (!string.Equals(present.Office, entry.Office, StringComparison.Ordinal))
            return new Refusal(RefusalKind.Forbidden, "other-office", "这条记录由其他单位登记，只能由该单位更正。");
        if (input.Replaces is null)
            return new Refusal(RefusalKind.IllegalStep, "record-exists", $"编号“{present.Number}”已经登记，内容不同。要更正，请写明所更正的版本（{present.Id}）。");
        if (!string.Equals(input.Replaces, present.Id, StringComparison.Ordinal))
            return new Refusal(RefusalKind.Stale, "record-changed", $"这条记录已有更新的版本（{present.Id}），请核对后再更正。");
        if (string.IsNullOrWhiteSpace(input.Reason))
            return Refusal.Field("reason", "更正应说明理由。");
        return entered with
        {
            Id = RecordNames.Of(entry.Agency, entered.On.Year, entered.Kind, entered.Number, present.Version + 1),
            Version = present.Version + 1,
            Replaces = present.Id,
            Reason = input.Reason.Trim(),
        };
    }

    /// <summary>The first version that the input would make, whatever is there already.</summary>
    public static Decision<DatedRecord> Judge(RecordKinds kinds, RecordInput input, RecordEntry entry)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(entry);
        if (kinds.Refused.FirstOrDefault(r => string.Equals(r.Key, input.Kind, StringComparison.Ordinal)) is { } refused)
            return Refusal.Field("kind", refused.Because, "no-competence");
        if (kinds.Find(input.Kind) is not { } kind)
            return Refusal.Field("kind", $"种类应为以下之一：{string.Join('、', kinds.Kinds.Select(k => $"{k.Key}（{k.Label}）"))}。");

        var errors = new Core.FieldErrors();
        var number = Text(errors, "number", input.Number, NumberCharacters, isRequired: true);
        var title = Text(errors, "title", input.Title, TextCharacters, isRequired: false);
        _ = Text(errors, "reason", input.Reason, TextCharacters, isRequired: false);
        Dates(errors, kind, input, entry.Today);
        Outcome(errors, kind, input);
        Choice(errors, "applicant", "申请人类型", kind.Applicants, input.Applicant, isRequired: kind.Applicants.Count > 0);
        Choice(errors, "category", "类别", kind.Categories, input.Category, isRequired: kind.Categories.Count > 0);
        Amount(errors, kind, input.Amount);
        if (errors.Refusal is { } wrong)
            return wrong;
        var on = input.On!.Value;
        return new DatedRecord(
            RecordNames.Of(entry.Agency, on.Year, kind.Key, number, 1), kind.Key, number, 1, title, on, input.EndedOn, input.PublishedOn,
            input.Applicant, input.Outcome, input.Category, input.Amount, entry.Office, entry.Account, entry.At, IsVoid: input.Void);
    }

    private static void Dates(Core.FieldErrors errors, RecordKind kind, RecordInput input, DateOnly today)
    {
        if (input.On is not { } on)
        {
            errors.Add("on", $"缺少{kind.On}。");
            return;
        }

        if (on.Year < FirstYear || on > today)
            errors.Add("on", $"{kind.On}应在{FirstYear}年以后，且不晚于今天。");
        Later(errors, "endedOn", kind.Ends, input.EndedOn, on, today, kind);
        Later(errors, "publishedOn", kind.Publishes, input.PublishedOn, on, today, kind);
    }

    private static void Later(Core.FieldErrors errors, string field, string? label, DateOnly? day, DateOnly on, DateOnly today, RecordKind kind)
    {
        if (day is null)
            return;
        if (label is null)
            errors.Add(field, $"“{kind.Label}”没有这一日期，请留空。");
        else if (day < on)
            errors.Add(field, $"{label}早于{kind.On}。");
        else if (day > today)
            errors.Add(field, $"{label}晚于今天。");
    }

    private static void Outcome(Core.FieldErrors errors, RecordKind kind, RecordInput input)
    {
        Choice(errors, "outcome", "结果", kind.Outcomes, input.Outcome, isRequired: kind.Outcomes.Count > 0 && input.EndedOn is not null);
        if (kind.Outcomes.Count > 0 && input.Outcome is not null && input.EndedOn is null)
            errors.Add("endedOn", $"写了结果，就应有{kind.Ends}。");
    }

    private static void Choice(Core.FieldErrors errors, string field, string label, IReadOnlyList<Labelled> choices, string? chosen, bool isRequired)
    {
        if (chosen is null && isRequired)
            errors.Add(field, $"缺少{label}。");
        else if (chosen is not null && choices.Count == 0)
            errors.Add(field, $"这类记录没有{label}，请留空。");
        else if (chosen is not null && choices.All(c => !string.Equals(c.Key, chosen, StringComparison.Ordinal)))
            errors.Add(field, $"{label}应为以下之一：{string.Join('、', choices.Select(c => $"{c.Key}（{c.Label}）"))}。");
    }

    private static void Amount(Core.FieldErrors errors, RecordKind kind, decimal? amount)
    {
        if (kind.Amount is null && amount is not null)
            errors.Add("amount", "这类记录没有金额，请留空。");
        else if (kind.Amount is not null && amount is null)
            errors.Add("amount", $"缺少{kind.Amount}（元）。");
        else if (amount < 0 || amount > LargestAmount || (amount is { } sum && decimal.Round(sum, 2) != sum))
            errors.Add("amount", $"{kind.Amount}应为不超过十亿元的非负数，最多两位小数。");
    }

    private static string Text(Core.FieldErrors errors, string field, string? text, int most, bool isRequired)
    {
        var trimmed = text?.Trim() ?? "";
        if (isRequired && trimmed.Length == 0)
            errors.Add(field, "必须填写。");
        else if (trimmed.Length > most)
            errors.Add(field, $"不能超过{most}字。");
        return trimmed;
    }
}
