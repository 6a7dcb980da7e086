namespace Lianxin.Core.Reports;

/// <summary>
/// The life of an annual report: typed text → draft → approved edition. A published edition never changes; a correction
/// is a new draft, approved as the next edition. Refusal codes: <c>narrative-dates</c>, <c>narrative-missing</c>,
/// <c>draft-missing</c>, <c>draft-outdated</c>, <c>draft-already-published</c>, <c>year-not-over</c>,
/// <c>report-has-errors</c>, <c>warning-needs-reason</c>.
/// </summary>
public static class ReportLife
{
    /// <summary>A year's report before anything was typed.</summary>
    public static AnnualReport Empty(string agency, int year) => new(agency, year, 0, null, null, []);

    /// <summary>Replaces the typed text. The draft stays to be looked at, but can no longer be approved when the text has changed.</summary>
    public static Decision<AnnualReport> PutNarrative(AnnualReport report, ReportNarrative narrative)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(narrative);
        if (narrative.PeriodFrom.Year != report.Year)
            return Refusal.Field("periodFrom", $"统计期应从{report.Year}年内开始。", "narrative-dates");
        if (narrative.PeriodTo is { } to && (to < narrative.PeriodFrom || to.Year != report.Year))
            return Refusal.Field("periodTo", $"统计期截止日应在起始日之后、{report.Year}年之内。", "narrative-dates");
        if (narrative is { SignedOn: { } signed, PublishedOn: { } published } && published < signed)
            return Refusal.Field("publishedOn", "公布日期早于成文日期。", "narrative-dates");
        if (narrative.SignedOn < narrative.PeriodFrom)
            return Refusal.Field("signedOn", "成文日期早于统计期。", "narrative-dates");
        return report with { Narrative = narrative, Revision = report.Revision + 1 };
    }

    /// <summary>Sets the newest draft; the one before is forgotten, editions stay.</summary>
    public static Decision<AnnualReport> SetDraft(AnnualReport report, ReportDraft draft)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(draft);
        if (report.Narrative is null)
            return Illegal("narrative-missing", "还没有填写报告文字，不能生成报告。");
        return report with { Draft = draft, Revision = report.Revision + 1 };
    }

    /// <summary>Locks the draft as the next edition.</summary>
    /// <param name="at">Business instant of the approval.</param>
    /// <param name="today">The same as a business date in China Standard Time.</param>
    /// <param name="dataHash">Hash of the figures and the narrative as they are now (<see cref="DataHash"/>).</param>
    /// <param name="reasons">A reason per rule of a warning; those that answer no warning are dropped.</param>
    public static Decision<AnnualReport> Approve(
        AnnualReport report, string by, DateTimeOffset at, DateOnly today, string dataHash, IReadOnlyDictionary<string, string> reasons)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(reasons);
        if (report.Draft is not { } draft)
            return Illegal("draft-missing", "还没有生成报告草稿。");
        if (!string.Equals(draft.DataHash, dataHash, StringComparison.Ordinal))
            return Illegal("draft-outdated", "草稿生成之后数据或文字有变化，请重新生成。");
        if (report.Editions is [.., var newest] && string.Equals(newest.Draft.Sha256, draft.Sha256, StringComparison.Ordinal))
            return Illegal("draft-already-published", $"这份草稿已作为第{newest.Number}版公布。");
        if (today.Year <= report.Year)
            return Illegal("year-not-over", $"{report.Year}年尚未结束，不能定稿。");
        if (draft.Findings.Where(f => f.Severity == FindingSeverity.Error).ToList() is { Count: > 0 } errors)
            return Illegal("report-has-errors", "报告有错误，不能批准：" + string.Concat(errors.Select(e => e.Message)));

        var rules = draft.Findings.Where(f => f.Severity == FindingSeverity.Warning).Select(f => f.Rule).Distinct(StringComparer.Ordinal).ToList();
        if (rules.Where(r => string.IsNullOrWhiteSpace(reasons.GetValueOrDefault(r))).ToList() is { Count: > 0 } unanswered)
            return NeedsReason(unanswered);

        var answered = rules.ToDictionary(r => r, r => reasons[r].Trim(), StringComparer.Ordinal);
        var edition = new ReportEdition(report.Editions.Count + 1, draft, at, by, answered);
        return report with { Editions = [.. report.Editions, edition], Revision = report.Revision + 1 };
    }

    private static Refusal Illegal(string code, string detail) => new(RefusalKind.IllegalStep, code, detail);

    private static Refusal NeedsReason(IReadOnlyList<string> rules) =>
        new(RefusalKind.Invalid, "warning-needs-reason", $"下列提示需要说明理由：{string.Join('、', rules)}。")
        {
            Errors = rules.ToDictionary(r => $"reasons.{r}", _ => (IReadOnlyList<string>)["请说明理由。"], StringComparer.Ordinal),
        };
}
