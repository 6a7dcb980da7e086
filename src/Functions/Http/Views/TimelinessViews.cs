using Lianxin.Core;
using Lianxin.Core.Assessment;
using Lianxin.Core.Catalogue;
using Lianxin.Functions.UseCases.Assessments;

namespace Lianxin.Functions.Http.Views;

/// <summary><c>GET /api/timeliness</c>: days in China Standard Time, both ends included.</summary>
/// <param name="AsOf">The business date on which the figures hold.</param>
public sealed record TimelinessAnswer(DateOnly From, DateOnly To, DateOnly AsOf, decimal FullMarks, IReadOnlyList<OfficeFigures> Offices)
{
    /// <param name="office">Null for all.</param>
    public static TimelinessAnswer Of(TimelinessFigures figures, Office? office)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new TimelinessAnswer(
            figures.From,
            figures.To,
            figures.AsOf,
            figures.Scheme.FullMarks,
            [.. figures.Offices.Where(o => office is null || string.Equals(o.Office.Code, office.Code, StringComparison.Ordinal)).Select(OfficeFigures.Of)]);
    }
}

/// <param name="Total">Null when there is too little to judge by; <paramref name="Note"/> says so.</param>
/// <param name="RankedOf">Offices, or villages, that were ranked.</param>
public sealed record OfficeFigures(
    string Office, string Title, bool IsVillage, decimal? Total, int? Rank, int? RankedOf, string? Note, IReadOnlyList<MeasureFigures> Measures, IReadOnlyList<LossFigure> Losses)
{
    public static OfficeFigures Of(OfficeAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return new OfficeFigures(
            assessment.Office.Code,
            assessment.Office.Title,
            assessment.Office.IsVillage,
            assessment.Total,
            assessment.Rank?.Position,
            assessment.Rank?.Of,
            assessment.Total is null ? "到期的公开任务太少，不评总分。" : null,
            [.. assessment.Measures.Select(MeasureFigures.Of)],
            [.. assessment.Losses.Select(l => new LossFigure(Names.Of(l.Kind), l.Reason, l.Points))]);
    }
}

/// <param name="Rate">0 to 1; null without a sample.</param>
/// <param name="Low">Lower end of the 95 % interval after Wilson.</param>
/// <param name="Note">Why there is no score.</param>
public sealed record MeasureFigures(
    string Measure, string Title, string Unit, int Hits, int Sample, double? Rate, double Low, double High, bool HigherIsBetter, decimal Weight, decimal? Score, string? Note)
{
    public static MeasureFigures Of(OfficeMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var (rule, share) = (measure.Rule, measure.Proportion);
        return new MeasureFigures(
            Names.Of(rule.Kind),
            rule.Title,
            rule.Unit,
            share.Hits,
            share.Sample,
            Rounded(share.Share),
            Rounded(share.Low)!.Value,
            Rounded(share.High)!.Value,
            rule.HigherIsBetter,
            rule.Points,
            measure.Score,
            measure.Score is null ? $"样本{share.Sample}，少于{rule.LeastSample}，不评分。" : null);
    }

    private static double? Rounded(double? share) => share is { } value ? Math.Round(value, 4) : null;
}

/// <param name="Points">What it cost of the total; null when its measure gives no score or there is no total.</param>
public sealed record LossFigure(string Measure, string Reason, decimal? Points);
