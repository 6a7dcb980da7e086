namespace Lianxin.Bench.Results;

/// <summary>One measurement beside its baseline, taken one right after the other.</summary>
/// <param name="BaselineFirst">The order alternates from pair to pair, so that neither side always meets the warmer machine.</param>
/// <param name="OtherCores">Cores that foreign processes kept busy meanwhile.</param>
public sealed record Pair(double Measured, double Baseline, bool BaselineFirst, double OtherCores)
{
    public double Ratio => Measured / Baseline;
}
