namespace Lianxin.MakeSample;

/// <summary>Numbers from a fixed seed (SplitMix64), written out so that every runtime throws the same.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return low + (int)((mixed ^ (mixed >> 31)) % (ulong)(high - low + 1));
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[Between(0, from.Count - 1)];

    /// <summary>Some of a list, in its order.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> from, int count)
    {
        var left = from.ToList();
        while (left.Count > count)
            left.RemoveAt(Between(0, left.Count - 1));
        return left;
    }
}
