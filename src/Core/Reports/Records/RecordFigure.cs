namespace Lianxin.Core.Reports.Records;

/// <summary>Which records a figure counts, by their dates and the statistic period (统计期). Flows and stocks never share one.</summary>
public enum RecordMoment
{
    /// <summary>Flow: began in the period.</summary>
    Began,

    /// <summary>Flow: ended in the period.</summary>
    Ended,

    /// <summary>Stock: open when the period began.</summary>
    OpenBefore,

    /// <summary>Stock: open when the period ended.</summary>
    OpenAfter,

    /// <summary>Flow: there was something to do about it in the period: open before, or begun in it.</summary>
    Handled,

    /// <summary>Flow: made public in the period.</summary>
    Published,

    /// <summary>Stock: made public until the end of the period.</summary>
    PublishedBy,

    /// <summary>Flow of either sign: begun in the period less ended in it (本年增/减).</summary>
    Changed,
}

/// <summary>A figure of a format that is counted from dated records.</summary>
/// <param name="Key">Name of the number, for example <c>section3-granted-total</c>.</param>
/// <param name="Cell">Path of its cell in the interchange form, for example <c>section3.granted.total</c>; empty where it is none.</param>
/// <param name="Kind">Key of the kind; null for a cell that is always 0.</param>
/// <param name="Applicant">Only this kind of applicants; null for all.</param>
/// <param name="Outcomes">Only these outcomes; empty for all.</param>
/// <param name="Category">Only this category; null for all.</param>
/// <param name="Per">0 counts records; else the sum of their money divided by this (10,000 for 万元).</param>
public sealed record RecordFigure(
    string Key,
    string Cell,
    string Label,
    string Unit,
    string? Kind,
    RecordMoment Moment,
    string? Applicant,
    IReadOnlyList<string> Outcomes,
    string? Category,
    int Per)
{
    /// <summary>The same predicate counts and answers which records are behind the figure, so the two cannot differ.</summary>
    public bool Counts(DatedRecord record, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(record);
        return !record.IsVoid
            && string.Equals(record.Kind, Kind, StringComparison.Ordinal)
            && (Applicant is null || string.Equals(record.Applicant, Applicant, StringComparison.Ordinal))
            && (Category is null || string.Equals(record.Category, Category, StringComparison.Ordinal))
            && (Outcomes.Count == 0 || Outcomes.Contains(record.Outcome, StringComparer.Ordinal))
            && Falls(record, from, to);
    }

    /// <summary>What one record adds to the figure.</summary>
    public decimal Share(DatedRecord record, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (Per > 0)
            return (record.Amount ?? 0) / Per;
        return Moment == RecordMoment.Changed ? Sign(Began(record, from, to)) - Sign(Ended(record, from, to)) : 1;
    }

    private bool Falls(DatedRecord record, DateOnly from, DateOnly to) => Moment switch
    {
        RecordMoment.Began => Began(record, from, to),
        RecordMoment.Ended => Ended(record, from, to),
        RecordMoment.OpenBefore => record.On < from && !(record.EndedOn < from),
        RecordMoment.OpenAfter => record.On <= to && !(record.EndedOn <= to),
        RecordMoment.Handled => record.On <= to && !(record.EndedOn < from),
        RecordMoment.Published => record.PublishedOn >= from && record.PublishedOn <= to,
        RecordMoment.PublishedBy => record.PublishedOn <= to,
        _ => Began(record, from, to) || Ended(record, from, to),
    };

    private static bool Began(DatedRecord record, DateOnly from, DateOnly to) => record.On >= from && record.On <= to;

    private static bool Ended(DatedRecord record, DateOnly from, DateOnly to) => record.EndedOn >= from && record.EndedOn <= to;

    private static decimal Sign(bool counts) => counts ? 1 : 0;
}
