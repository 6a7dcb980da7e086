namespace Lianxin.Documents.Comparison;

internal enum EditKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A run of parts of one kind. Same and removed ones follow each other in the text before, same and added ones in the text after.</summary>
internal readonly record struct Edit(EditKind Kind, int Start, int Count);

/// <summary>
/// The shortest edit script between two sequences. Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), the
/// greedy form, with equal ends cut off before and a bound on the number of differences, so that time and memory are bounded too.
/// </summary>
internal static class EditScript
{
    /// <param name="most">Differences up to which is searched; time and memory grow with its square at the worst.</param>
    /// <returns>Null where there are more differences than that.</returns>
    public static IReadOnlyList<Edit>? Between(IReadOnlyList<string> before, IReadOnlyList<string> after, int most)
    {
        var head = 0;
        while (head < before.Count && head < after.Count && Equal(before[head], after[head]))
        {
            head++;
        }

        var tail = 0;
        while (tail < before.Count - head && tail < after.Count - head && Equal(before[^(tail + 1)], after[^(tail + 1)]))
        {
            tail++;
        }

        var middle = new Search(before, after, head, before.Count - head - tail, after.Count - head - tail);
        if (middle.Run(most) is not { } steps)
        {
            return null;
        }

        var edits = new List<Edit>();
        Append(edits, EditKind.Same, 0, head);
        foreach (var (kind, at) in steps)
        {
            Append(edits, kind, head + at, 1);
        }

        Append(edits, EditKind.Same, before.Count - tail, tail);
        return edits;
    }

    private static void Append(List<Edit> edits, EditKind kind, int start, int count)
    {
        if (count == 0)
        {
            return;
        }

        if (edits.Count > 0 && edits[^1] is var last && last.Kind == kind)
        {
            edits[^1] = last with { Count = last.Count + count };
        }
        else
        {
            edits.Add(new Edit(kind, start, count));
        }
    }

    private static bool Equal(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private sealed class Search(IReadOnlyList<string> before, IReadOnlyList<string> after, int offset, int n, int m)
    {
        /// <summary>Single steps; of same and removed parts the place in the text before, of added ones in the text after.</summary>
        public List<(EditKind Kind, int At)>? Run(int most)
        {
            var limit = Math.Min(most, n + m);
            var furthest = new int[(2 * limit) + 3];
            var trace = new List<int[]>();
            for (var d = 0; d <= limit; d++)
            {
                for (var k = -d; k <= d; k += 2)
                {
                    var x = k == -d || (k != d && furthest[limit + k] < furthest[limit + k + 2])
                        ? furthest[limit + k + 2]
                        : furthest[limit + k] + 1;
                    while (x < n && x - k < m && Equal(before[offset + x], after[offset + x - k]))
                    {
                        x++;
                    }

                    furthest[limit + k + 1] = x;
                    if (k == n - m && x >= n)
                    {
                        return Back(trace, d);
                    }
                }

                trace.Add(furthest.AsSpan(limit - d + 1, (2 * d) + 1).ToArray());
            }

            return null;
        }

        /// <summary>Walks back from the end: row <c>d</c> of the trace holds the furthest places on the diagonals from -d to d.</summary>
        private List<(EditKind Kind, int At)> Back(List<int[]> trace, int d)
        {
            var steps = new List<(EditKind, int)>();
            var (x, y) = (n, m);
            for (; d > 0; d--)
            {
                var k = x - y;
                var row = trace[d - 1];
                int Furthest(int diagonal) => Math.Abs(diagonal) <= d - 1 ? row[diagonal + d - 1] : -1;
                var down = k == -d || (k != d && Furthest(k - 1) < Furthest(k + 1));
                var beforeX = down ? Furthest(k + 1) : Furthest(k - 1);
                var beforeY = beforeX - (down ? k + 1 : k - 1);
                var (startX, startY) = down ? (beforeX, beforeY + 1) : (beforeX + 1, beforeY);
                while (x > startX && y > startY)
                {
                    steps.Add((EditKind.Same, --x));
                    y--;
                }

                steps.Add(down ? (EditKind.Added, beforeY) : (EditKind.Removed, beforeX));
                (x, y) = (beforeX, beforeY);
            }

            while (x > 0)
            {
                steps.Add((EditKind.Same, --x));
            }

            steps.Reverse();
            return steps;
        }
    }
}
