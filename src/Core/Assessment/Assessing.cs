using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Duties;

namespace Lianxin.Core.Assessment;

/// <summary>
/// Scores the offices by the scheme (S16, S36, S39). A fault costs its share of its measure's points. A measure with too small a sample
/// gives no score, and its points go to the others in proportion; without a score for timeliness there is no total at all.
/// </summary>
public static class Assessing
{
    /// <summary>Decimals of a score.</summary>
    private const int Decimals = 2;

    public static IReadOnlyList<OfficeAssessment> Of(AssessmentScheme scheme, IEnumerable<OfficeTally> tallies, DisclosureCatalogue catalogue, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(tallies);
        ArgumentNullException.ThrowIfNull(catalogue);
        return Ranked([.. tallies.Select(t => Of(scheme, t, catalogue, today))]);
    }

    private static OfficeAssessment Of(AssessmentScheme scheme, OfficeTally tally, DisclosureCatalogue catalogue, DateOnly today)
    {
        var faults = Faults(tally, catalogue, today).ToLookup(f => f.Kind);
        var measures = scheme.Rules.Select(rule => MeasureOf(rule, tally, faults[rule.Kind].Count())).ToList();
        var scored = measures.Where(m => m.Score is not null).ToList();
        var weight = scored.Sum(m => m.Rule.Points);
        // Without a total the losses still stand there, they only have no price.
        var factor = weight > 0 && scored.Any(m => m.Rule.Kind == MeasureKind.OnTime) ? scheme.FullMarks / weight : (decimal?)null;
        var losses = measures
            .SelectMany(m => faults[m.Rule.Kind].Select(f => f with { Points = m.Score is null ? null : m.Rule.Points / m.Proportion.Sample * factor }))
            .OrderByDescending(l => l.Points ?? 0)
            .ToList();
        decimal? total = factor is null ? null : Rounded(scheme.FullMarks - losses.Sum(l => l.Points ?? 0));
        return new OfficeAssessment(tally.Office, measures, total, null, [.. losses.Select(l => l with { Points = l.Points is { } points ? Rounded(points) : null })]);
    }

    private static OfficeMeasure MeasureOf(AssessmentRule rule, OfficeTally tally, int faults)
    {
        var sample = rule.Kind switch
        {
            MeasureKind.OnTime => tally.Due.Count,
            MeasureKind.Completeness => tally.Published.Count(i => i.Missing is not null),
            _ => tally.Published.Count,
        };
        var proportion = new Proportion(rule.HigherIsBetter ? sample - faults : faults, sample);
        return new OfficeMeasure(rule, proportion, sample < rule.LeastSample ? null : Rounded(rule.Points * (sample - faults) / sample));
    }

    /// <summary>Every fault once, the longest delays first.</summary>
    private static IEnumerable<Loss> Faults(OfficeTally tally, DisclosureCatalogue catalogue, DateOnly today) =>
    [
        .. tally.Due
            .Where(d => d.State != DutyState.Met)
            .Select(d => (Standing: d, Days: (d.MetOn ?? today).DayNumber - d.Duty.DueOn.DayNumber))
            .OrderByDescending(d => d.Days)
            .Select(d => new Loss(MeasureKind.OnTime, $"{Title(d.Standing.Duty, catalogue)}逾期{d.Days}天{(d.Standing.MetOn is null ? "仍未公开" : "公开")}", null)),
        .. tally.Published.Where(i => i.Missing is { Count: > 0 })
            .Select(i => new Loss(MeasureKind.Completeness, $"“{i.Title}”要素不全，缺少{string.Join('、', i.Missing!)}", null)),
        .. tally.Published.Where(i => i.Version > 1)
            .Select(i => new Loss(MeasureKind.Corrections, $"“{i.Title}”公开后更正，现为第{i.Version}版", null)),
        .. tally.Published.Where(i => i.Complaints > 0)
            .Select(i => new Loss(MeasureKind.Complaints, $"“{i.Title}”收到投诉{i.Complaints}件", null)),
    ];

    private static string Title(Duty duty, DisclosureCatalogue catalogue)
    {
        var entry = $"《{catalogue.Entry(duty.Entry)?.Title ?? duty.Entry}》";
        return Period.TryParse(duty.Period, out var period) ? $"{entry}（{period.ToChinese()}）" : entry;
    }

    /// <summary>Offices among offices, villages among villages: their duties are not of one kind.</summary>
    private static IReadOnlyList<OfficeAssessment> Ranked(IReadOnlyList<OfficeAssessment> all) =>
    [
        .. all.Select(a => a.Total is not { } total ? a : a with
        {
            Rank = new Rank(1 + Peers(all, a).Count(p => p.Total > total), Peers(all, a).Count()),
        }),
    ];

    private static IEnumerable<OfficeAssessment> Peers(IReadOnlyList<OfficeAssessment> all, OfficeAssessment one) =>
        all.Where(a => a.Total is not null && a.Office.IsVillage == one.Office.IsVillage);

    private static decimal Rounded(decimal points) => Math.Round(points, Decimals, MidpointRounding.AwayFromZero);
}
