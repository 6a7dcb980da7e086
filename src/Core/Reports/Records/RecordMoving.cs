namespace Lianxin.Core.Reports.Records;

/// <summary>A record under its right year and number, and the voided last version of what stood under the wrong one.</summary>
public sealed record RecordMove(DatedRecord Entered, DatedRecord Voided);

/// <summary>
/// Judges a correction of what names a record: its year (the year of the first date) or its number. The record is entered anew under its
/// right name and voided under the wrong one; both say so. Refusal codes as in <see cref="RecordEntering"/>, and <c>other-kind</c>.
/// </summary>
public static class RecordMoving
{
    /// <param name="named">The version that the input names (<see cref="RecordInput.Replaces"/>).</param>
    /// <param name="present">The version that counts now of that record.</param>
    /// <param name="there">The version that counts under the right name; null where there is none.</param>
    /// <returns>What is to be written; where an earlier try got through in part, or wholly, the parts that are there already as they are.</returns>
    public static Decision<RecordMove> Move(
        RecordKinds kinds, RecordInput input, DatedRecord named, DatedRecord present, DatedRecord? there, RecordEntry entry)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(entry);
        var judged = RecordEntering.Judge(kinds, input, entry);
        if (!judged.Accepted)
            return judged.Refusal;
        if (!string.Equals(named.Kind, judged.Value.Kind, StringComparison.Ordinal))
            return Refusal.Field("kind", "更正时种类不能改变：登记错了种类的，请作废后重新登记。", "other-kind");
        if (!string.Equals(present.Office, entry.Office, StringComparison.Ordinal))
            return new Refusal(RefusalKind.Forbidden, "other-office", "这条记录由其他单位登记，只能由该单位更正。");
        if (input.Void)
            return Refusal.Field("void", "要作废的记录，年份和编号应与原来的一致。", "invalid-input");
        if (string.IsNullOrWhiteSpace(input.Reason))
            return Refusal.Field("reason", "更正应说明理由。");

        // An earlier try may have died between the two partitions, or its answer got lost: what it wrote is taken as it is.
        var entered = there is not null && there.Replaces == named.Id && there.SaysTheSameAs(judged.Value) ? there : null;
        if (entered is not null && present is { IsVoid: true } && present.Replaces == named.Id)
            return new RecordMove(entered, present);
        if (!string.Equals(present.Id, named.Id, StringComparison.Ordinal) || present.IsVoid)
            return new Refusal(RefusalKind.Stale, "record-changed", $"这条记录已有更新的版本（{present.Id}），请核对后再更正。");
        if (entered is null && there is { IsVoid: false })
            return new Refusal(RefusalKind.IllegalStep, "record-exists", $"{there.On.Year}年已有编号为“{there.Number}”的同类记录（{there.Id}），不能改登到那里。");

        var version = (there?.Version ?? 0) + 1;
        entered ??= judged.Value with
        {
            Id = RecordNames.Of(entry.Agency, judged.Value.On.Year, judged.Value.Kind, judged.Value.Number, version),
            Version = version,
            Replaces = named.Id,
            Reason = input.Reason.Trim(),
        };
        return new RecordMove(entered, Voided(present, entered, entry));
    }

    /// <summary>The version that takes the record back from its wrong name.</summary>
    public static DatedRecord Voided(DatedRecord present, DatedRecord entered, RecordEntry entry)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(entered);
        ArgumentNullException.ThrowIfNull(entry);
        return present with
        {
            Id = RecordNames.Of(entry.Agency, present.On.Year, present.Kind, present.Number, present.Version + 1),
            Version = present.Version + 1,
            Replaces = present.Id,
            Reason = $"改登为{entered.On.Year}年“{entered.Number}”：{entered.Reason}",
            RecordedBy = entry.Account,
            RecordedAt = entry.At,
            IsVoid = true,
        };
    }
}
