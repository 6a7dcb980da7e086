namespace Lianxin.Documents.Sheets;

/// <summary>
/// 考核: the figures of one office for one quarter on one page. Everything is computed by the caller; rates are shares from 0 to 1, weights
/// and scores are points.
/// </summary>
/// <param name="Head"><see cref="SheetHead.Place"/> is the office, <see cref="SheetHead.Period"/> the quarter.</param>
/// <param name="Measures">In order: on-time rate, completeness, corrections, complaints, or whatever the weights name.</param>
/// <param name="Total">总分; null when there is too little to judge by.</param>
/// <param name="FullMarks">Points that could be had, usually the sum of the weights.</param>
/// <param name="Rank">Null when no ranking is published.</param>
/// <param name="Losses">What pulled the total down, the heaviest first; none at all prints that nothing did.</param>
public sealed record AssessmentSheet(
    SheetHead Head,
    IReadOnlyList<AssessmentMeasure> Measures,
    decimal? Total,
    decimal FullMarks,
    AssessmentRank? Rank,
    IReadOnlyList<AssessmentLoss> Losses);

/// <summary>One measure with the size of its sample and its interval.</summary>
/// <param name="Name">For example <c>按时公开率</c>.</param>
/// <param name="Unit">What is counted, for example <c>项应公开事项</c>.</param>
/// <param name="Hits">Cases in which it held.</param>
/// <param name="Sample">All cases looked at; 0 prints 无样本 and no bar.</param>
/// <param name="Low">Lower end of the interval (Wilson, 95 %), 0 to 1.</param>
/// <param name="High">Upper end of the interval, 0 to 1.</param>
/// <param name="HigherIsBetter">False for rates of faults: corrections, complaints.</param>
/// <param name="Weight">权重, points.</param>
/// <param name="Score">得分, points; null when the sample is too small to score.</param>
public sealed record AssessmentMeasure(string Name, string Unit, int Hits, int Sample, double Low, double High, bool HigherIsBetter, decimal Weight, decimal? Score);

/// <param name="Position">From 1.</param>
/// <param name="Of">Offices ranked.</param>
public sealed record AssessmentRank(int Position, int Of);

/// <param name="Reason">For example <c>《乡村振兴资金》逾期12天公开</c>.</param>
/// <param name="Points">What it cost; null when it has no price of its own.</param>
public sealed record AssessmentLoss(string Reason, decimal? Points);
