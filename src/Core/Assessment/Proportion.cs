namespace Lianxin.Core.Assessment;

/// <summary>
/// A counted share with the size of its sample and its 95 % interval after Wilson (E. B. Wilson, "Probable inference", JASA 1927), which
/// stays inside 0 to 1 and says something true also at no hit and at nothing but hits, where the plain interval has no width.
/// </summary>
public readonly record struct Proportion
{
    /// <summary>The normal distribution's 97.5 % point.</summary>
    private const double Z = 1.959963984540054;

    /// <exception cref="ArgumentOutOfRangeException">Less than no hit, or more hits than cases.</exception>
    public Proportion(int hits, int sample)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, sample);
        Hits = hits;
        Sample = sample;
    }

    public int Hits { get; }

    /// <summary>All cases that were looked at.</summary>
    public int Sample { get; }

    /// <summary>0 to 1; null without a sample.</summary>
    public double? Share => Sample == 0 ? null : Hits / (double)Sample;

    /// <summary>Lower end of the interval; exactly 0 at no hit, and without a sample.</summary>
    public double Low => Hits == 0 ? 0 : Math.Max(0, Centre - HalfWidth);

    /// <summary>Upper end of the interval; exactly 1 at nothing but hits, and without a sample.</summary>
    public double High => Hits == Sample ? 1 : Math.Min(1, Centre + HalfWidth);

    private double Centre => (Hits + (Z * Z / 2)) / (Sample + (Z * Z));

    private double HalfWidth => Z / (Sample + (Z * Z)) * Math.Sqrt((Hits * (double)(Sample - Hits) / Sample) + (Z * Z / 4));
}
