namespace Lianxin.Core.Reports.Checking;

/// <summary>What a rule looks at.</summary>
/// <param name="Previous">The report of the year before, when it was given.</param>
internal sealed record CheckedReport(StatutoryForms Forms, ReportDocument Document, ReportDocument? Previous)
{
    public ApplicationTable Applications { get; } = new(Forms, Document.Cells);

    public CaseTable Cases { get; } = new(Forms, Document.Cells);

    /// <summary>What the running text says about figures of the tables.</summary>
    public IReadOnlyList<NarrativeClaim> Claims { get; } = NarrativeClaims.In(Document);

    /// <summary>Both places where figures are stated, each with the prefix of its paths.</summary>
    public IEnumerable<(string Place, StatedFigures Figures)> Stated => [("tables.old", Document.Old), ("narrative_figures", Document.Told)];
}
