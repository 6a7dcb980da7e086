using Lianxin.Core.Calendar;
using Lianxin.Core.Reports.Checks;

namespace Lianxin.Core.Reports;

/// <summary>
/// Every check of a report: the identities that must hold, and what the founding document got wrong (D1–D8, D14).
/// A finding is certain; where the material does not decide a question, nothing is said. Errors forbid approval,
/// each warning needs a reason, a note asks for nothing.
/// </summary>
public static class ReportChecks
{
    /// <param name="today">Business date in China Standard Time; a year is over when the next one has begun.</param>
    /// <param name="calendar">For limits in working days; without it nothing is said about them.</param>
    public static IReadOnlyList<ReportFinding> Run(ReportFigures figures, ReportNarrative? narrative, DateOnly today, WorkingDayCalendar? calendar = null)
    {
        ArgumentNullException.ThrowIfNull(figures);
        IEnumerable<ReportFinding> findings =
        [
            .. TableChecks.Run(figures),
            .. TextChecks.Run(figures, narrative),
            .. PeriodChecks.Run(figures.Scope, narrative, today),
            .. DeclaredChecks.Run(figures),
            .. BenefitChecks.Run(figures),
            .. PlausibilityChecks.Run(figures),
            .. AttachmentCheck.Run(narrative),
            .. StatutoryChecks.Run(figures),
            .. calendar is null ? [] : PublicationDelayCheck.Run(narrative, calendar),
        ];
        return [.. findings.OrderBy(f => f.Severity).ThenBy(f => f.Rule, StringComparer.Ordinal)];
    }
}

/// <summary>Names of the rules. They are stable: reasons of warnings are given by them.</summary>
public static class ReportRules
{
    /// <summary>The classes do not add up to the total (S17).</summary>
    public const string ClassSum = "class-sum";

    /// <summary>The months do not add up to the total.</summary>
    public const string MonthSum = "month-sum";

    /// <summary>A placeholder names no number of this report.</summary>
    public const string UnknownPlaceholder = "unknown-placeholder";

    /// <summary>A typed number contradicts the computed one (S17, D1).</summary>
    public const string TypedNumber = "typed-number";

    /// <summary>A section of the format has no text (S45).</summary>
    public const string SectionMissing = "section-missing";

    /// <summary>A section has only the text that was drafted from the figures.</summary>
    public const string SectionDrafted = "section-drafted";

    /// <summary>A section is silent about something that the law wants told (条例 Art. 50: 工作考核、社会评议和责任追究结果).</summary>
    public const string AspectMissing = "aspect-missing";

    /// <summary>The report would be final before its year has ended (D2).</summary>
    public const string YearNotOver = "year-not-over";

    /// <summary>No signing date (S41).</summary>
    public const string NotSigned = "signing-date-missing";

    /// <summary>Declared and computed totals differ.</summary>
    public const string DeclaredTotal = "D1";

    /// <summary>The statistic period is not over at the signing date, or is not the whole year (S41).</summary>
    public const string PeriodIncomplete = "D2";

    /// <summary>Published long after it was signed: told, because the report has a day of its own.</summary>
    public const string PublishedLongAfterSigning = "D3";

    /// <summary>No cut-off date.</summary>
    public const string CutOffMissing = "D4";

    /// <summary>Flows and stocks stand in one list.</summary>
    public const string KindsMixed = "D5";

    /// <summary>Different units stand in one list.</summary>
    public const string UnitsMixed = "D6";

    /// <summary>Two typed figures of which a reader will ask how they go together.</summary>
    public const string Implausible = "D7";

    /// <summary>Opinions are collected, but no number says what became of them.</summary>
    public const string OpinionsNotHandled = "D8";

    /// <summary>The text sends its reader to an attachment that there is not.</summary>
    public const string AttachmentMissing = "D14";

    /// <summary>A cell of the form is negative, or no whole number where things are counted.</summary>
    public const string NotACount = "I6";

    /// <summary>An application stands in no outcome row, or in several.</summary>
    public const string OutcomeNotOnce = "I7";

    /// <summary>Cases that were pending a year before have not come back.</summary>
    public const string PendingLost = "I10";

    /// <summary>A printed cell is not the number that was counted for it.</summary>
    public const string PrintedDiffers = "printed-cell";

    /// <summary>A total of section 3 is not what the records give one by one.</summary>
    public const string RecordsDiffer = "I11";
}
