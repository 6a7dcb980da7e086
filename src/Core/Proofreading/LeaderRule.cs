namespace Lianxin.Core.Proofreading;

/// <summary>
/// 领导姓名、职务、排序 against the township's own list: a name with a title that is not its own, a name that is one character beside the
/// one who holds the title, and names in a row out of their order. Advice only: who was in office then, the list does not know.
/// </summary>
internal sealed class LeaderRule
{
    private readonly PhraseBook<LeaderEntry> names;
    private readonly PhraseBook<bool> titles;
    private readonly IReadOnlyList<LeaderEntry> leaders;
    private readonly int longestTitle;

    public LeaderRule(IReadOnlyList<LeaderEntry> leaders)
    {
        this.leaders = leaders;
        names = new PhraseBook<LeaderEntry>(leaders.Select(l => (l.Name, l)));
        var all = leaders.SelectMany(l => l.Titles).Distinct(StringComparer.Ordinal).ToList();
        titles = new PhraseBook<bool>(all.Select(t => (t, true)));
        longestTitle = all.Max(t => t.Length);
    }

    public void Find(string text, List<Slip> slips)
    {
        var (before, end) = ((LeaderEntry?)null, -1);
        for (var at = names.Next(text, 0, out _, out var leader); at >= 0; at = names.Next(text, end, out _, out leader))
        {
            var titled = TitleBefore(text, at);
            var title = titled ?? (titles.TryAt(text, at + leader.Name.Length, out var behind, out _) ? behind : null);
            if (title is not null && !leader.Titles.Any(t => Means(t, title)))
            {
                slips.Add(new Slip(
                    at, at + leader.Name.Length, ProofreadingKinds.Leader, $"请核对：本镇名单中“{leader.Name}”的职务为“{string.Join("、", leader.Titles)}”", "姓名与职务同本镇领导名单不一致"));
            }

            if (before is not null && IsNext(text, end, at - (titled?.Length ?? 0)) && before.Order > leader.Order)
                slips.Add(new Slip(at, at + leader.Name.Length, ProofreadingKinds.LeaderOrder, $"“{leader.Name}”排在“{before.Name}”之前", "排序同本镇领导名单不一致"));
            (before, end) = (leader, at + leader.Name.Length);
        }

        FindMisspelt(text, slips);
    }

    /// <summary>The title that ends where a name starts, with 副 where that makes it another one.</summary>
    private string? TitleBefore(string text, int at)
    {
        for (var length = Math.Min(longestTitle, at); length >= 2; length--)
        {
            if (titles.TryAt(text.AsSpan(0, at), at - length, out var title, out _) && title.Length == length)
                return Letters.At(text, at - length - 1) == '副' ? "副" + title : title;
        }

        return null;
    }

    private void FindMisspelt(string text, List<Slip> slips)
    {
        for (var at = titles.Next(text, 0, out var title, out _); at >= 0; at = titles.Next(text, at + 1, out title, out _))
        {
            var from = at + title.Length;
            foreach (var holder in leaders)
            {
                if (Letters.At(text, at - 1) != '副' && holder.Titles.Any(t => Means(t, title)) && !names.TryAt(text, from, out _, out _) && IsBeside(text, from, holder.Name))
                {
                    slips.Add(new Slip(from, from + holder.Name.Length, ProofreadingKinds.Leader, $"“{holder.Name}”", "姓名同本镇领导名单差一个字"));
                    break;
                }
            }
        }
    }

    /// <summary>镇长 is said for 立岗镇镇长 and the other way round; 副镇长 is neither.</summary>
    private static bool Means(string held, string said) =>
        (held.EndsWith(said, StringComparison.Ordinal) || said.EndsWith(held, StringComparison.Ordinal)) && held.Contains('副', StringComparison.Ordinal) == said.Contains('副', StringComparison.Ordinal);

    /// <summary>One character differs, and not the surname; shorter names than three differ too easily.</summary>
    private static bool IsBeside(string text, int at, string name)
    {
        if (name.Length < 3 || at + name.Length > text.Length || text[at] != name[0])
            return false;
        var different = 0;
        for (var i = 1; i < name.Length; i++)
        {
            if (!Letters.IsHan(text[at + i]))
                return false;
            different += text[at + i] == name[i] ? 0 : 1;
        }

        return different == 1;
    }

    private static bool IsNext(string text, int end, int at) => at == end + 1 && text[end] == '、';
}
