namespace Lianxin.Core.Assessment;

/// <summary>What is measured.</summary>
public enum MeasureKind
{
    /// <summary>按时公开率: duties met in time among duties due (S16).</summary>
    OnTime,

    /// <summary>要素完整率: items that have every required element among published items (S29).</summary>
    Completeness,

    /// <summary>更正率: items that were published again among published items.</summary>
    Corrections,

    /// <summary>投诉率: items that somebody complained about among published items.</summary>
    Complaints,
}

/// <summary>How a measure counts.</summary>
/// <param name="Title">As printed.</param>
/// <param name="Unit">What its sample counts, as printed.</param>
/// <param name="Points">权重: the points for a flawless sample; every fault costs its share of them.</param>
/// <param name="LeastSample">A smaller sample gives no score.</param>
public sealed record AssessmentRule(MeasureKind Kind, string Title, string Unit, decimal Points, int LeastSample)
{
    /// <summary>False where what is counted is a fault.</summary>
    public bool HigherIsBetter => Kind is MeasureKind.OnTime or MeasureKind.Completeness;
}

/// <summary>考核办法: the measures with their weights (S36, S39), changed by file only.</summary>
/// <param name="FullMarks">满分, the sum of the weights.</param>
public sealed record AssessmentScheme(IReadOnlyList<AssessmentRule> Rules, decimal FullMarks);
