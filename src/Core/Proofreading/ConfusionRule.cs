namespace Lianxin.Core.Proofreading;

/// <summary>易混词: wordings of the data file, where nothing around them makes them right.</summary>
internal sealed class ConfusionRule(IReadOnlyList<ConfusionPair> pairs)
{
    private readonly PhraseBook<ConfusionPair> book = new(pairs.Select(p => (p.Wrong, p)));

    public void Find(string text, List<Slip> slips)
    {
        for (var at = book.Next(text, 0, out var wrong, out var pair); at >= 0; at = book.Next(text, at + 1, out wrong, out pair))
        {
            if (!IsRight(text, at, pair))
                slips.Add(new Slip(at, at + wrong.Length, ProofreadingKinds.Confusion, Suggestion(pair), pair.Note.Length > 0 ? pair.Note : "易混词表", pair.Severity));
        }
    }

    private static bool IsRight(string text, int at, ConfusionPair pair)
    {
        foreach (var phrase in pair.Unless)
        {
            for (var inside = PhraseBook.Find(phrase, pair.Wrong, 0); inside >= 0; inside = PhraseBook.Find(phrase, pair.Wrong, inside + 1))
            {
                if (PhraseBook.Stands(text, at - inside, phrase))
                    return true;
            }
        }

        return false;
    }

    private static string Suggestion(ConfusionPair pair) => pair.Right.Contains('|', StringComparison.Ordinal)
        ? $"请核对，是否应为“{string.Join("”或者“", pair.Right.Split('|', StringSplitOptions.TrimEntries))}”"
        : $"“{pair.Right.Replace('#', '…')}”";
}
