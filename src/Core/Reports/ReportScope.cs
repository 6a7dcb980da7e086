using System.Globalization;
using Lianxin.Core.Items;
using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Reports;

/// <summary>
/// Which publications a report counts: the statistic period (统计期, both days included, China Standard Time) and the
/// format's counting rule. The same predicates that count also answer which rows are behind a number, so they cannot differ.
/// </summary>
public sealed record ReportScope(ReportFormat Format, int Year, DateOnly From, DateOnly To)
{
    /// <summary>
    /// Period of a report: as the narrative states it. Where it states no cut-off (至今, D4) the signing date stands in,
    /// and never a day after the year.
    /// </summary>
    public static ReportScope For(ReportFormat format, int year, ReportNarrative? narrative)
    {
        var first = new DateOnly(year, 1, 1);
        var last = new DateOnly(year, 12, 31);
        var to = narrative?.PeriodTo ?? narrative?.SignedOn ?? last;
        var from = narrative?.PeriodFrom ?? first;
        return new ReportScope(format, year, from < first ? first : from, to > last ? last : to);
    }

    public bool Counts(PublicationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.PublishedOn >= From
            && row.PublishedOn <= To
            && Format.Counting.Regimes.Contains(row.Regime, StringComparer.Ordinal)
            && Format.Counting.Audiences.Contains(row.Audience, StringComparer.Ordinal)
            && !string.Equals(row.StatisticClass, Format.Counting.UncountedClass, StringComparison.Ordinal);
    }

    /// <summary>
    /// Tells the rows behind a number that is counted from the register; null for a key that is not
    /// (a typed figure, or none of this report). For a rate the rows of its base.
    /// </summary>
    public Predicate<PublicationRow>? RowsBehind(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        switch (key)
        {
            case FigureKeys.Total or FigureKeys.EntriesCovered:
                return Counts;
            case FigureKeys.OnTime:
                return row => Counts(row) && row.PublishedOn <= row.DueOn;
            case FigureKeys.Late:
                return row => Counts(row) && row.PublishedOn > row.DueOn;
            case FigureKeys.WithoutDue:
                return row => Counts(row) && row.DueOn is null;
            case FigureKeys.PrivacyOverrides:
                return row => Counts(row) && row.PrivacyException is not null;
            case FigureKeys.OnTimeRate:
                return row => Counts(row) && row.DueOn is not null;
        }

        if (After(key, FigureKeys.OnTimeOffice) is { } prompt)
            return row => Counts(row) && row.PublishedOn <= row.DueOn && string.Equals(row.Office, prompt, StringComparison.Ordinal);
        if (After(key, FigureKeys.OnTimeRateOffice) is { } rated)
            return row => Counts(row) && row.DueOn is not null && string.Equals(row.Office, rated, StringComparison.Ordinal);
        if (After(key, FigureKeys.Office) is { } office)
            return row => Counts(row) && string.Equals(row.Office, office, StringComparison.Ordinal);
        if (After(key, FigureKeys.Entry) is { } entry)
            return row => Counts(row) && string.Equals(row.Entry, entry, StringComparison.Ordinal);
        if (After(key, FigureKeys.Month) is { } month)
            return Month(month) is { } number ? row => Counts(row) && row.PublishedOn.Month == number : null;
        return After(key, FigureKeys.Items) is { } rest ? ClassRows(rest) : null;
    }

    /// <summary>Tells the dated records behind a number; null for a key that counts none.</summary>
    public Predicate<DatedRecord>? RecordsBehind(string key) =>
        Format.Records.FirstOrDefault(f => string.Equals(f.Key, key, StringComparison.Ordinal)) is { } figure
            ? record => figure.Counts(record, From, To)
            : null;

    private Predicate<PublicationRow>? ClassRows(string rest)
    {
        if (Titled(rest) is { } whole)
            return row => Counts(row) && string.Equals(row.StatisticClass, whole, StringComparison.Ordinal);
        if (rest.Length < 4 || rest[^3] != '-' || Titled(rest[..^3]) is not { } title || Month(rest[^2..]) is not { } month)
            return null;
        return row => Counts(row) && row.PublishedOn.Month == month && string.Equals(row.StatisticClass, title, StringComparison.Ordinal);
    }

    private string? Titled(string classKey) =>
        Format.Classes.FirstOrDefault(c => string.Equals(c.Key, classKey, StringComparison.Ordinal))?.Title;

    private static string? After(string key, string prefix) =>
        key.Length > prefix.Length && key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : null;

    private static int? Month(string text) =>
        text.Length == 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            ? month
            : null;
}
