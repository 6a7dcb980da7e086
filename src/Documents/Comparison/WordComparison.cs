namespace Lianxin.Documents.Comparison;

/// <summary>Compares paragraphs word by word, as long as its allowance lasts: one per comparison page.</summary>
internal sealed class WordComparison
{
    private const int MostDifferences = 400;

    /// <summary>With less than a third in common, marks in every other word are harder to read than two paragraphs.</summary>
    private const int LeastShare = 3;

    /// <summary>Parts of text that are still compared; after that whole paragraphs are marked.</summary>
    private int allowance = 60_000;

    public ComparedRow Compare(string before, string after)
    {
        if (before.Length + after.Length > allowance)
        {
            return ComparedRow.Replaced(before, after);
        }

        allowance -= before.Length + after.Length;
        var (old, now) = (TextTokens.Of(before), TextTokens.Of(after));
        if (EditScript.Between(old, now, MostDifferences) is not { } edits
            || edits.Where(e => e.Kind == EditKind.Same).Sum(e => e.Count) * LeastShare < Math.Max(old.Count, now.Count))
        {
            return ComparedRow.Replaced(before, after);
        }

        var left = new List<Piece>();
        var right = new List<Piece>();
        for (var i = 0; i < edits.Count; i++)
        {
            var edit = edits[i];
            var text = string.Concat((edit.Kind == EditKind.Added ? now : old).Skip(edit.Start).Take(edit.Count));
            if (edit.Kind != EditKind.Added)
            {
                Append(left, edit.Kind == EditKind.Removed || IsLost(edits, i) ? PieceKind.Removed : PieceKind.Same, text);
            }

            if (edit.Kind != EditKind.Removed)
            {
                Append(right, edit.Kind == EditKind.Added || IsLost(edits, i) ? PieceKind.Added : PieceKind.Same, text);
            }
        }

        return new ComparedRow(left, right);
    }

    /// <summary>A single part that happens to be the same in the middle of a change: marked with it, so that the eye finds one change and not three.</summary>
    private static bool IsLost(IReadOnlyList<Edit> edits, int at) =>
        edits[at] is { Kind: EditKind.Same, Count: 1 } && at > 0 && at < edits.Count - 1
        && edits[at - 1].Count + edits[at + 1].Count > 2;

    private static void Append(List<Piece> pieces, PieceKind kind, string text)
    {
        if (pieces.Count > 0 && pieces[^1].Kind == kind)
        {
            pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + text };
        }
        else
        {
            pieces.Add(new Piece(kind, text));
        }
    }
}
