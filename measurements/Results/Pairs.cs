namespace Lianxin.Bench.Results;

/// <summary>Two sides as they were measured, one right after the other.</summary>
public sealed record Taken<T>(T Measured, T Baseline, bool BaselineFirst, double OtherCores)
{
    /// <summary>One number of each side.</summary>
    public Pair By(Func<T, double> number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return new Pair(number(Measured), number(Baseline), BaselineFirst, OtherCores);
    }
}

/// <summary>Takes pairs in alternated order.</summary>
public static class Pairs
{
    public static async Task<IReadOnlyList<Taken<T>>> TakeAsync<T>(int count, Func<Task<T>> measured, Func<Task<T>> baseline)
    {
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentNullException.ThrowIfNull(baseline);
        var pairs = new List<Taken<T>>(count);
        for (var i = 0; i < count; i++)
        {
            var load = new MachineLoad();
            if (i % 2 == 0)
            {
                var before = await baseline();
                pairs.Add(new Taken<T>(await measured(), before, true, load.OtherCores()));
            }
            else
            {
                var own = await measured();
                pairs.Add(new Taken<T>(own, await baseline(), false, load.OtherCores()));
            }
        }

        return pairs;
    }
}
