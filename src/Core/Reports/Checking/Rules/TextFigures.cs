namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>
/// A figure of the text = the table (I9), whether it was handed in as a figure or stands in the running text. What the text may lawfully
/// mean is a list: "received" is new applications, or those together with what was carried over.
/// </summary>
/// <param name="figures">Keys of the figures that this rule compares.</param>
internal sealed class TextFigures(string name, params string[] figures) : ReportRule(name, FindingSeverity.Error)
{
    private const string Breakdown = "outcome_breakdown.";

    public static IReadOnlyList<ReportRule> All { get; } =
    [
        new TextFigures(
            "text-received", "applications_received", "new_received", "received_incl_carried", "applications_natural", "applications_business", "applications_legal"),
        new TextFigures("text-answered", "answered", "answered_in_text"),
        new TextFigures("text-carried-over", "carried_over"),
        new TextFigures("text-carried-forward", "carried_forward"),
        new TextFigures(
            "text-review", "review_total", "review", "review.upheld", "review.corrected", "review.other", "review.pending", "review.total", "review_and_litigation_total"),
        new TextFigures(
            "text-litigation", "litigation_total", "litigation", "litigation.upheld", "litigation.corrected", "litigation.other", "litigation.pending", "litigation.total"),
        new TextFigures(
            "text-outcomes", "granted", "partly_granted", "granted_and_partly", "refused", "cannot_provide", "not_processed", "other_outcome", Breakdown),
        new TextFigures("text-section2", "normative_made", "normative_in_force", "normative_repealed", "rules_made"),
    ];

    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        var told = report.Document.Told;
        foreach (var key in figures.SelectMany(f => f == Breakdown ? told.Keys.Where(k => k.StartsWith(Breakdown, StringComparison.Ordinal)) : [f]))
        {
            var lawful = Lawful(report, key);
            if (told.Number(key) is { } stated && lawful.Count > 0 && !lawful.Contains(stated))
                yield return Wrong($"narrative_figures.{key}", stated, lawful, "");
        }

        foreach (var group in report.Claims.Where(c => figures.Contains(c.Figure)).GroupBy(c => c.Figure))
        {
            if (Lawful(report, group.Key) is not { Count: > 0 } lawful)
                continue;
            // Where the text gives several numbers, a smaller one may speak of a part.
            var isOnly = group.Select(c => c.Value).Distinct().Count() == 1;
            foreach (var claim in group.Where(c => !lawful.Contains(c.Value) && (isOnly || c.Value > lawful.Max())).DistinctBy(c => c.Value))
                yield return Wrong("narrative", claim.Value, lawful, $"“{claim.Quote}”");
        }
    }

    /// <summary>Every number that a figure may lawfully be; none when the tables do not decide it.</summary>
    public static IReadOnlyList<decimal> Lawful(CheckedReport report, string key)
    {
        var readings = Readings(report, key);
        return readings.All(r => r is not null) ? [.. readings.OfType<decimal>().Distinct()] : [];
    }

    private static IReadOnlyList<decimal?> Readings(CheckedReport report, string key)
    {
        var (table, cases, cells, old) = (report.Applications, report.Cases, report.Document.Cells, report.Document.Old);
        var (fresh, over) = (table.Total("new_received"), table.Total("carried_over"));
        var all = fresh + over;
        return key switch
        {
            "applications_received" => fresh is null && old.Number("applications.received") is { } received ? [received] : [fresh, all],
            "new_received" => [fresh],
            "received_incl_carried" => [all],
            "applications_natural" => OfApplicants(table, "natural_person"),
            "applications_business" => OfApplicants(table, "business"),
            "applications_legal" =>
                [.. OfApplicants(table, "legal_service"), .. OfApplicants(table, [.. table.Applicants.Where(c => c != "natural_person")])],
            "answered" => [table.Total(table.TotalRow) ?? old.Number("replies.total")],
            "answered_in_text" => InText(table),
            "carried_over" => [over],
            "carried_forward" => [table.Total("carried_forward")],
            "review_total" or "review" or "review.total" => [cases.At(CaseTable.Review, StatutoryForms.Total) ?? old.Number("review")],
            "litigation_total" or "litigation" or "litigation.total" => [cases.Litigation(StatutoryForms.Total) ?? old.Number("litigation")],
            "review_and_litigation_total" => [cases.At(CaseTable.Review, StatutoryForms.Total) + cases.Litigation(StatutoryForms.Total)],
            "granted_and_partly" => [table.Total("granted") + table.Total("partly_granted")],
            "granted" or "partly_granted" or "refused" => [table.RowOrGroup(key) ?? old.Number("replies." + key)],
            "cannot_provide" or "not_processed" or "other_outcome" => [table.RowOrGroup(key)],
            "normative_made" => [cells.Counted("section2.normative_documents.made") ?? cells.Counted("section2.normative_documents.new_made")],
            "normative_in_force" => [cells.Counted("section2.normative_documents.in_force")],
            "normative_repealed" => [cells.Counted("section2.normative_documents.repealed")],
            "rules_made" => [cells.Counted("section2.rules.made") ?? cells.Counted("section2.rules.new_made")],
            _ when key.StartsWith("review.", StringComparison.Ordinal) => [cases.At(CaseTable.Review, key["review.".Length..])],
            _ when key.StartsWith("litigation.", StringComparison.Ordinal) => [cases.Litigation(key["litigation.".Length..])],
            _ when key.StartsWith(Breakdown, StringComparison.Ordinal) => [table.RowOrGroup(key[Breakdown.Length..])],
            _ => [null],
        };
    }

    /// <summary>Some do not call it an answer when an application was closed without one.</summary>
    private static IReadOnlyList<decimal?> InText(ApplicationTable table)
    {
        var (all, unanswered, other) = (table.Total(table.TotalRow), table.RowOrGroup("not_processed"), table.RowOrGroup("other_outcome"));
        return [all, all - unanswered, all - other, all - unanswered - other];
    }

    private static IEnumerable<decimal?> New(ApplicationTable table, IEnumerable<string> columns) => columns.Select(c => table.At("new_received", c));

    private static List<decimal?> OfApplicants(ApplicationTable table, params string[] columns)
    {
        var fresh = ApplicationTable.Sum(New(table, columns));
        return [fresh, fresh + ApplicationTable.Sum(columns.Select(c => table.At("carried_over", c)))];
    }

    private ReportFinding Wrong(string where, decimal stated, IReadOnlyList<decimal> lawful, string quote)
    {
        var right = string.Join("或", lawful.Select(Text));
        return Finding(where, right, Text(stated), $"文字{quote}所说的数为{Text(stated)}，而表中为{right}。");
    }
}
