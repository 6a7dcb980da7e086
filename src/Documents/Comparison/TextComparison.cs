namespace Lianxin.Documents.Comparison;

public enum PieceKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A stretch of text that stayed, went or came.</summary>
public sealed record Piece(PieceKind Kind, string Text);

/// <summary>One line of a comparison: the text before on one side, the text after on the other. An empty side had no such paragraph.</summary>
public sealed record ComparedRow(IReadOnlyList<Piece> Before, IReadOnlyList<Piece> After)
{
    public bool IsChanged => Before.Concat(After).Any(p => p.Kind != PieceKind.Same);

    public static ComparedRow Unchanged(string text) => new([new Piece(PieceKind.Same, text)], [new Piece(PieceKind.Same, text)]);

    /// <summary>One paragraph in place of another, or of none.</summary>
    public static ComparedRow Replaced(string? before, string? after) => new(Whole(PieceKind.Removed, before), Whole(PieceKind.Added, after));

    private static List<Piece> Whole(PieceKind kind, string? text) => string.IsNullOrEmpty(text) ? [] : [new Piece(kind, text)];
}

/// <summary>
/// Compares two texts paragraph by paragraph, and changed paragraphs word by word. Work is bounded: where a text is too long or too
/// different, whole paragraphs are marked instead of words, which is never wrong, only coarser.
/// </summary>
public static class TextComparison
{
    private const int MostParagraphDifferences = 1_000;

    /// <summary>Beyond this many pairs, changed paragraphs are set side by side in their order instead of by likeness.</summary>
    private const int MostPairsByLikeness = 2_500;

    public static IReadOnlyList<ComparedRow> Compare(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var rows = new List<ComparedRow>();
        var words = new WordComparison();
        var edits = EditScript.Between(before, after, MostParagraphDifferences)
            ?? [new Edit(EditKind.Removed, 0, before.Count), new Edit(EditKind.Added, 0, after.Count)];
        List<string> gone = [];
        List<string> come = [];
        foreach (var edit in edits)
        {
            switch (edit.Kind)
            {
                case EditKind.Removed:
                    gone.AddRange(before.Skip(edit.Start).Take(edit.Count));
                    break;
                case EditKind.Added:
                    come.AddRange(after.Skip(edit.Start).Take(edit.Count));
                    break;
                default:
                    Settle(rows, gone, come, words);
                    rows.AddRange(before.Skip(edit.Start).Take(edit.Count).Select(ComparedRow.Unchanged));
                    break;
            }
        }

        Settle(rows, gone, come, words);
        return rows;
    }

    private static void Settle(List<ComparedRow> rows, List<string> gone, List<string> come, WordComparison words)
    {
        // One for one stands side by side however little they have in common: a title, a date, a single value.
        var pairs = gone.Count * (long)come.Count is > 1 and <= MostPairsByLikeness
            ? Pairing.ByLikeness(gone, come)
            : Pairing.InOrder(gone.Count, come.Count);
        foreach (var (old, now) in pairs)
        {
            rows.Add(old is { } o && now is { } n
                ? words.Compare(gone[o], come[n])
                : ComparedRow.Replaced(old is { } only ? gone[only] : null, now is { } fresh ? come[fresh] : null));
        }

        gone.Clear();
        come.Clear();
    }
}
