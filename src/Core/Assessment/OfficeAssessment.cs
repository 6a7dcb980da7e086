using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Assessment;

/// <summary>A measure of an office.</summary>
/// <param name="Score">得分; null when the sample is too small to score.</param>
public sealed record OfficeMeasure(AssessmentRule Rule, Proportion Proportion, decimal? Score);

/// <summary>Something that cost points.</summary>
/// <param name="Points">What it cost of the total; null when there is no total, or its measure gives no score.</param>
public sealed record Loss(MeasureKind Kind, string Reason, decimal? Points);

/// <param name="Position">From 1; equal totals share a place and the places after it stay empty.</param>
/// <param name="Of">Offices that were ranked.</param>
public sealed record Rank(int Position, int Of);

/// <summary>考核 of one office.</summary>
/// <param name="Total">总分; null when there is too little to judge by.</param>
/// <param name="Rank">Among the offices, or among the villages; null without a total.</param>
/// <param name="Losses">The heaviest first.</param>
public sealed record OfficeAssessment(Office Office, IReadOnlyList<OfficeMeasure> Measures, decimal? Total, Rank? Rank, IReadOnlyList<Loss> Losses);
