using Lianxin.Core.Items;
using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Reports;

/// <summary>The running counts of one pass.</summary>
internal sealed class FigureTally(ReportScope scope)
{
    private readonly Dictionary<string, ClassTally> classes =
        scope.Format.Classes.ToDictionary(c => c.Title, c => new ClassTally(), StringComparer.Ordinal);

    private readonly ILookup<string, RecordFigure> byKind =
        scope.Format.Records.Where(f => f.Kind is not null).ToLookup(f => f.Kind!, StringComparer.Ordinal);

    public ReportScope Scope { get; } = scope;

    public int Total { get; private set; }

    public int[] Months { get; } = new int[12];

    public Dictionary<string, int> Unclassified { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> ByOffice { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> ByEntry { get; } = new(StringComparer.Ordinal);

    /// <summary>Items with a due day, by office.</summary>
    public Dictionary<string, int> DueByOffice { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> OnTimeByOffice { get; } = new(StringComparer.Ordinal);

    public int OnTime { get; private set; }

    public int Late { get; private set; }

    public int PrivacyOverrides { get; private set; }

    public List<StatisticFigure> Statistics { get; } = [];

    /// <summary>Figures from dated records by key.</summary>
    public Dictionary<string, decimal> Records { get; } = scope.Format.Records.ToDictionary(f => f.Key, _ => 0m, StringComparer.Ordinal);

    public ApplicationCensus Applications { get; } = new(scope);

    /// <summary>Each version that counts once: the shelf hands out the last ones only.</summary>
    public void Add(DatedRecord record)
    {
        Applications.Add(record);
        foreach (var figure in byKind[record.Kind])
        {
            if (figure.Counts(record, Scope.From, Scope.To))
                Records[figure.Key] += figure.Share(record, Scope.From, Scope.To);
        }
    }

    public void Add(PublicationRow row)
    {
        if (!Scope.Counts(row))
            return;
        Total++;
        Months[row.PublishedOn.Month - 1]++;
        OneMore(ByOffice, row.Office);
        OneMore(ByEntry, row.Entry);
        PrivacyOverrides += row.PrivacyException is null ? 0 : 1;
        if (row.DueOn is not null)
            OneMore(DueByOffice, row.Office);
        if (row.PublishedOn <= row.DueOn)
        {
            OnTime++;
            OneMore(OnTimeByOffice, row.Office);
        }
        else if (row.PublishedOn > row.DueOn)
        {
            Late++;
        }

        if (classes.TryGetValue(row.StatisticClass, out var tally))
            tally.Add(row.PublishedOn);
        else
            OneMore(Unclassified, row.StatisticClass);
    }

    /// <summary>Figures of another year are not this report's; of two with one key the later one counts.</summary>
    public void Add(StatisticFigure figure)
    {
        if (figure.Year != Scope.Year)
            return;
        Statistics.RemoveAll(f => string.Equals(f.Key, figure.Key, StringComparison.Ordinal));
        Statistics.Add(figure);
    }

    public IReadOnlyList<ClassCount> Classes() =>
        [.. Scope.Format.Classes.Select(c => classes[c.Title].Counted(c))];

    private static void OneMore(Dictionary<string, int> counts, string key) =>
        counts[key] = counts.GetValueOrDefault(key) + 1;

    private sealed class ClassTally
    {
        private readonly int[] months = new int[12];
        private DateOnly? first;
        private DateOnly? last;

        public void Add(DateOnly day)
        {
            months[day.Month - 1]++;
            first = first is null || day < first ? day : first;
            last = last is null || day > last ? day : last;
        }

        public ClassCount Counted(FormatClass of) => new(of.Key, of.Title, months.Sum(), first, last, [.. months]);
    }
}
