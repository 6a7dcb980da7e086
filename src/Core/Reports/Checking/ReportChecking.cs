using Lianxin.Core.Reports.Checking.Rules;

namespace Lianxin.Core.Reports.Checking;

/// <summary>
/// Checks anybody's report against the rules of the statutory form: the identities of its tables, its text against its tables, and the
/// year against the year before. A finding is certain; where the document does not decide a question, nothing is said.
/// </summary>
public static class ReportChecking
{
    private static readonly IReadOnlyList<ReportRule> All =
    [
        new RowSum(), new OutcomeSum(), new Balance(), new Section4Sum(), new RowTotalMissing(),
        .. PartsSum.All, new RepliesSum(), new TextSum(), .. TextFigures.All,
        new Percentages(), new Competence(), new ObsoleteForm(), new RepliesReceived(), new TotalMissing(), new Plausibility(),
        new CarryChain(), new InForceChain(), new CumulativeChain(), new HeadingOrder(),
    ];

    /// <summary>Names of the rules with their severity, in the order in which they are run.</summary>
    public static IReadOnlyDictionary<string, FindingSeverity> Rules { get; } = All.ToDictionary(r => r.Name, r => r.Severity);

    /// <param name="previous">The report of the year before; another year's is of no use and is left aside.</param>
    /// <returns>Errors first; no findings when nothing is certainly wrong.</returns>
    public static IReadOnlyList<ReportFinding> Check(StatutoryForms forms, ReportDocument document, ReportDocument? previous)
    {
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(document);
        var subject = new CheckedReport(forms, document, previous?.Year == document.Year - 1 ? previous : null);
        return [.. All.SelectMany(r => r.Check(subject)).OrderBy(f => f.Severity)];
    }
}
