namespace Lianxin.Documents.Comparison;

/// <summary>Which of the paragraphs that went belongs beside which of those that came; both keep their order.</summary>
internal static class Pairing
{
    /// <summary>Less alike than this, two paragraphs are better read as one that went and one that came.</summary>
    private const double LeastLikeness = 0.3;

    /// <summary>Characters that are looked at to tell how alike two paragraphs are.</summary>
    private const int Sample = 500;

    public static IEnumerable<(int? Old, int? New)> InOrder(int gone, int come)
    {
        for (var i = 0; i < Math.Max(gone, come); i++)
        {
            yield return (i < gone ? i : null, i < come ? i : null);
        }
    }

    /// <summary>The pairing with the greatest likeness in all, found by dynamic programming.</summary>
    public static IReadOnlyList<(int? Old, int? New)> ByLikeness(List<string> gone, List<string> come)
    {
        var likeness = new double[gone.Count, come.Count];
        var best = new double[gone.Count + 1, come.Count + 1];
        var oldPairs = gone.Select(Pairs).ToList();
        var newPairs = come.Select(Pairs).ToList();
        for (var i = gone.Count - 1; i >= 0; i--)
        {
            for (var j = come.Count - 1; j >= 0; j--)
            {
                likeness[i, j] = Likeness(oldPairs[i], newPairs[j]);
                var together = likeness[i, j] >= LeastLikeness ? likeness[i, j] + best[i + 1, j + 1] : 0;
                best[i, j] = Math.Max(together, Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        var pairs = new List<(int? Old, int? New)>();
        var (o, n) = (0, 0);
        while (o < gone.Count || n < come.Count)
        {
            if (o < gone.Count && n < come.Count && likeness[o, n] >= LeastLikeness && best[o, n] == likeness[o, n] + best[o + 1, n + 1])
            {
                pairs.Add((o++, n++));
            }
            else if (n >= come.Count || (o < gone.Count && best[o, n] == best[o + 1, n]))
            {
                pairs.Add((o++, null));
            }
            else
            {
                pairs.Add((null, n++));
            }
        }

        return pairs;
    }

    /// <summary>Dice's coefficient over pairs of neighbouring characters.</summary>
    private static double Likeness(HashSet<(char, char)> one, HashSet<(char, char)> other) =>
        one.Count + other.Count == 0 ? 1 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    private static HashSet<(char, char)> Pairs(string text)
    {
        var shown = text.Length <= Sample ? text : text[..Sample];
        return [.. shown.Zip(shown.Skip(1))];
    }
}
