using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Reports.Yearly;

/// <summary>Somebody said that there was none, or took that back.</summary>
public sealed record NilAct(string By, DateTimeOffset At, bool TakenBack);

/// <summary>
/// 本年无: an office states that nothing of a kind happened in a year. Silence never counts as such; a statement is an act of somebody, and
/// every act is kept.
/// </summary>
/// <param name="Acts">In their order; the last one counts.</param>
public sealed record NilStatement(string Agency, int Year, string Kind, string Office, IReadOnlyList<NilAct> Acts)
{
    /// <summary>
    /// The statement that stands; null where none was made, where it was taken back, and where the office has recorded something of the kind
    /// since, also if that record was voided: what was said before can then no longer be taken for granted.
    /// </summary>
    public NilAct? Standing(IEnumerable<DatedRecord> records) =>
        Acts is [.., { TakenBack: false } last] && !records.Any(r => r.RecordedAt > last.At) ? last : null;
}

/// <summary>
/// Judges such statements. Refusal codes: <c>unknown-kind</c>, <c>year-not-over</c>, <c>not-owed</c>, <c>records-exist</c>, <c>nothing-stated</c>.
/// </summary>
public static class NilStating
{
    /// <param name="present">What was stated so far; null for nothing.</param>
    /// <param name="records">The office's records of the kind that began in the year, voided ones among them.</param>
    /// <param name="takeBack">Takes the standing statement back.</param>
    /// <returns>The statement with the new act; unchanged where it would say nothing new.</returns>
    public static Decision<NilStatement> State(
        YearlyRules rules, RecordKinds kinds, string? kind, int year, NilStatement? present, IReadOnlyList<DatedRecord> records, bool takeBack, RecordEntry entry)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(entry);
        if (kinds.Find(kind) is not { } known)
            return Refusal.Field("kind", "没有这种登记。", "unknown-kind");
        if (entry.Today.Year <= year)
            return new Refusal(RefusalKind.IllegalStep, "year-not-over", $"{year}年尚未结束，还不能说本年没有{known.Label}。");
        if (!rules.OfficesOf(known.Key).Contains(entry.Office, StringComparer.Ordinal))
            return new Refusal(RefusalKind.Forbidden, "not-owed", $"{known.Label}由其他单位登记，只能由该单位说明本年没有。");
        if (records.FirstOrDefault(r => !r.IsVoid) is { } record)
            return new Refusal(RefusalKind.IllegalStep, "records-exist", $"本单位{year}年已登记{known.Label}（{record.Number}），不能说本年没有。登记有误的，请先作废。");

        var statement = present ?? new NilStatement(entry.Agency, year, known.Key, entry.Office, []);
        var standing = statement.Standing(records);
        if (takeBack && standing is null)
            return new Refusal(RefusalKind.IllegalStep, "nothing-stated", $"还没有说明过{year}年没有{known.Label}，不用收回。");
        return takeBack == (standing is null)
            ? statement
            : statement with { Acts = [.. statement.Acts, new NilAct(entry.Account, entry.At, takeBack)] };
    }
}
