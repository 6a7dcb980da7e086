namespace Lianxin.Core.Reports;

/// <summary>Kind of a figure (S18): a flow counts what happened in the period, a stock what there is at its end; a declared figure is quoted from a document, to be compared.</summary>
public enum FigureKind
{
    Flow,
    Stock,
    Declared,
}

/// <summary>A figure that the register does not hold as items (births, households, opinions): never without unit, kind, period and definition (S18).</summary>
/// <param name="Key">Stable name, unique within agency and year, for example <c>births</c>.</param>
/// <param name="Unit">条, 人, 户, 件, 元 …</param>
/// <param name="Source">Where the figure was taken from.</param>
public sealed record StatisticFigure(
    string Agency,
    int Year,
    string Key,
    string Label,
    decimal Value,
    string Unit,
    FigureKind Kind,
    DateOnly From,
    DateOnly To,
    string Definition,
    string Source);

public enum FindingSeverity
{
    /// <summary>Forbids approval.</summary>
    Error,

    /// <summary>Needs a written reason at approval.</summary>
    Warning,

    /// <summary>Told for the reader's judgement; asks for nothing.</summary>
    Note,
}

/// <summary>What a check of a report found. Names of rules are stable.</summary>
/// <param name="Where">The place: a section, a table cell, a date line.</param>
public sealed record ReportFinding(string Rule, FindingSeverity Severity, string Where, string Expected, string Found, string Message);

/// <summary>
/// Typed parts of a year's report: what people write and the three dates that must be told apart (S41).
/// </summary>
/// <param name="Sections">Text by section key of the format.</param>
/// <param name="SignedOn">成文日期 as signed; null while unsigned.</param>
/// <param name="PublishedOn">Day the founding document was published, where one is rebuilt.</param>
/// <param name="PeriodFrom">First day of the statistic period.</param>
/// <param name="PeriodTo">Cut-off; null when the text names none (至今).</param>
public sealed record ReportNarrative(
    IReadOnlyDictionary<string, string> Sections,
    DateOnly? SignedOn,
    DateOnly? PublishedOn,
    DateOnly PeriodFrom,
    DateOnly? PeriodTo);

/// <summary>A number of the report and the rows behind it.</summary>
public sealed record ReportNumber(string Key, string Label, decimal Value, string Unit);

/// <summary>A built draft: its document lies in the archive under <see cref="Sha256"/>.</summary>
/// <param name="Drafted">Sections in which nothing was typed, with the text that was drafted from the figures (草拟).</param>
public sealed record ReportDraft(
    string Format,
    DateTimeOffset BuiltAt,
    string BuiltBy,
    string DataHash,
    string Sha256,
    long Size,
    IReadOnlyList<ReportNumber> Numbers,
    IReadOnlyList<ReportFinding> Findings,
    IReadOnlyDictionary<string, string>? Drafted = null)
{
    /// <summary>登记簿锚点 as it is printed in the document, of the day on which this data was first built; kept while the data is the same. Null for none.</summary>
    public string? Anchor { get; init; }
}

/// <summary>A published edition: locked; a correction is a new one. <see cref="Reasons"/> answers each warning by rule.</summary>
public sealed record ReportEdition(
    int Number,
    ReportDraft Draft,
    DateTimeOffset ApprovedAt,
    string ApprovedBy,
    IReadOnlyDictionary<string, string> Reasons);

/// <summary>The annual report of one agency and year: narrative, newest draft, editions.</summary>
public sealed record AnnualReport(
    string Agency,
    int Year,
    int Revision,
    ReportNarrative? Narrative,
    ReportDraft? Draft,
    IReadOnlyList<ReportEdition> Editions);

public sealed record StoredReport(AnnualReport Report, string Fence);

/// <summary>Where reports and their typed figures are kept. Throws <c>StorageUnavailableException</c> only.</summary>
public interface IReportArchive
{
    Task<StoredReport?> FindAsync(string agency, int year, CancellationToken cancellation);

    /// <summary>Years that have a report row, newest first.</summary>
    Task<IReadOnlyList<AnnualReport>> ListAsync(string agency, CancellationToken cancellation);

    /// <summary>Writes under the fence (null creates); null when the race was lost.</summary>
    Task<StoredReport?> SaveAsync(AnnualReport report, string? fence, CancellationToken cancellation);

    IAsyncEnumerable<StatisticFigure> FiguresAsync(string agency, int year, CancellationToken cancellation);

    /// <summary>Adds or replaces a figure by its key; answers false when the same figure was there already.</summary>
    Task<bool> PutFigureAsync(StatisticFigure figure, CancellationToken cancellation);
}
