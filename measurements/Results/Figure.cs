namespace Lianxin.Bench.Results;

/// <summary>A figure: a ratio against a named baseline of the same run, pair by pair. No pair is left out.</summary>
/// <param name="Name">What <c>--only</c> knows, and after the slash which of its figures.</param>
/// <param name="Unit">Of the absolute numbers, which stand beside the ratio and mean nothing on another machine.</param>
/// <param name="Aim">The least ratio that is good enough; null where the figure only tells.</param>
public sealed record Figure(
    string Name, string Measured, string Baseline, string Unit, double? Aim, IReadOnlyList<Pair> Pairs, IReadOnlyDictionary<string, double> Beside)
{
    public Spread Ratio { get; } = Spread.Of(Pairs.Select(p => p.Ratio));

    public Spread Absolute { get; } = Spread.Of(Pairs.Select(p => p.Measured));

    public Spread BaselineAbsolute { get; } = Spread.Of(Pairs.Select(p => p.Baseline));

    public bool? AimReached => Aim is { } least ? Ratio.Median >= least : null;
}
