using Lianxin.Core.Items;
using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Reports;

/// <summary>One statistic class as counted.</summary>
/// <param name="First">Day of the first publication of the class, null where there is none.</param>
/// <param name="Months">Twelve counts, January first.</param>
public sealed record ClassCount(string Key, string Title, int Count, DateOnly? First, DateOnly? Last, IReadOnlyList<int> Months);

/// <summary>
/// Every number of a report: counted from the register in one pass, or typed as a statistic figure. Each has a key, and
/// <see cref="RowsBehind"/> tells the rows behind it.
/// </summary>
public sealed class ReportFigures
{
    private readonly Dictionary<string, ReportNumber> byKey;

    internal ReportFigures(FigureTally tally, ReportFunnel feedback)
    {
        Scope = tally.Scope;
        Total = tally.Total;
        Classes = tally.Classes();
        Months = [.. tally.Months];
        Unclassified = new SortedDictionary<string, int>(tally.Unclassified, StringComparer.Ordinal);
        ByOffice = new SortedDictionary<string, int>(tally.ByOffice, StringComparer.Ordinal);
        ByEntry = new SortedDictionary<string, int>(tally.ByEntry, StringComparer.Ordinal);
        DueByOffice = new SortedDictionary<string, int>(tally.DueByOffice, StringComparer.Ordinal);
        OnTimeByOffice = tally.OnTimeByOffice;
        Feedback = feedback;
        OnTime = tally.OnTime;
        Late = tally.Late;
        PrivacyOverrides = tally.PrivacyOverrides;
        Statistics = [.. tally.Statistics.OrderBy(f => f.Key, StringComparer.Ordinal)];
        Records = tally.Records;
        Applications = tally.Applications;
        Numbers = NumberList.Of(this);
        byKey = Numbers.ToDictionary(n => n.Key, StringComparer.Ordinal);
    }

    public ReportScope Scope { get; }

    /// <summary>Items that count, of whatever class.</summary>
    public int Total { get; }

    /// <summary>In the order of the format.</summary>
    public IReadOnlyList<ClassCount> Classes { get; }

    /// <summary>Twelve counts of all items, January first.</summary>
    public IReadOnlyList<int> Months { get; }

    /// <summary>Items of a class that the format does not know, by that class: they make the sum differ from the total (S17).</summary>
    public IReadOnlyDictionary<string, int> Unclassified { get; }

    public IReadOnlyDictionary<string, int> ByOffice { get; }

    public IReadOnlyDictionary<string, int> ByEntry { get; }

    /// <summary>Items with a due day, by office.</summary>
    public IReadOnlyDictionary<string, int> DueByOffice { get; }

    /// <summary>Of those the ones that were in time; an office without any is not in it.</summary>
    public IReadOnlyDictionary<string, int> OnTimeByOffice { get; }

    public ReportFunnel Feedback { get; }

    public int OnTime { get; }

    public int Late { get; }

    /// <summary>Items in which personal data was let stand with reason and article.</summary>
    public int PrivacyOverrides { get; }

    /// <summary>Typed figures of the year, ordered by key.</summary>
    public IReadOnlyList<StatisticFigure> Statistics { get; }

    /// <summary>Figures from dated records by key, one for each of the format's.</summary>
    public IReadOnlyDictionary<string, decimal> Records { get; }

    /// <summary>The applications counted a second time, for the checks.</summary>
    internal ApplicationCensus Applications { get; }

    /// <summary>Every number with its key, label and unit.</summary>
    public IReadOnlyList<ReportNumber> Numbers { get; }

    public ReportNumber? Number(string key) => byKey.GetValueOrDefault(key);

    public StatisticFigure? Statistic(string key) =>
        Statistics.FirstOrDefault(f => string.Equals(f.Key, key, StringComparison.Ordinal));

    /// <inheritdoc cref="ReportScope.RowsBehind"/>
    public Predicate<PublicationRow>? RowsBehind(string key) => Scope.RowsBehind(key);

    /// <summary>
    /// Counts the rows once; memory grows with classes, offices and entries, not with rows. The register keeps one
    /// publication row per item, so an item on many channels or in many versions counts once (S28).
    /// </summary>
    public static ReportFigures From(
        ReportFormat format,
        int year,
        IEnumerable<PublicationRow> rows,
        IEnumerable<StatisticFigure> figures,
        ReportNarrative? narrative,
        IEnumerable<DatedRecord>? records = null,
        ReportFunnel? feedback = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(figures);
        var tally = new FigureTally(ReportScope.For(format, year, narrative));
        foreach (var row in rows)
            tally.Add(row);
        foreach (var figure in figures)
            tally.Add(figure);
        foreach (var record in records ?? [])
            tally.Add(record);
        return new ReportFigures(tally, feedback ?? ReportFunnel.None);
    }

    /// <summary>The same over sequences that are read as they come.</summary>
    public static async Task<ReportFigures> FromAsync(
        ReportFormat format,
        int year,
        IAsyncEnumerable<PublicationRow> rows,
        IAsyncEnumerable<StatisticFigure> figures,
        ReportNarrative? narrative,
        CancellationToken cancellation,
        IAsyncEnumerable<DatedRecord>? records = null,
        ReportFunnel? feedback = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(figures);
        var tally = new FigureTally(ReportScope.For(format, year, narrative));
        await foreach (var row in rows.WithCancellation(cancellation))
            tally.Add(row);
        await foreach (var figure in figures.WithCancellation(cancellation))
            tally.Add(figure);
        if (records is not null)
        {
            await foreach (var record in records.WithCancellation(cancellation))
                tally.Add(record);
        }

        return new ReportFigures(tally, feedback ?? ReportFunnel.None);
    }
}
