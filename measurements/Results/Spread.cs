namespace Lianxin.Bench.Results;

/// <summary>Where numbers lie: the middle, the middle half and the ends.</summary>
public sealed record Spread(int Count, double Median, double Quarter, double ThreeQuarters, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted.Length == 0
            ? throw new ArgumentException("There is nothing to tell about no numbers.", nameof(numbers))
            : new Spread(sorted.Length, At(sorted, 0.5), At(sorted, 0.25), At(sorted, 0.75), sorted[0], sorted[^1]);
    }

    private static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }
}
