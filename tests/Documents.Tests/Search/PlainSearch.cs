using System.Globalization;
using System.Text;
using Lianxin.Documents.OpenData;
using Lianxin.Documents.Search;

namespace Lianxin.Documents.Tests.Search;

/// <summary>
/// The search as one would write it without an index, by its own reading of the rule: words by blanks; an index or document number as a
/// whole; of any other word every pair of neighbours, between marks, stands somewhere in the text.
/// </summary>
internal sealed class PlainSearch
{
    private readonly string text;
    private readonly HashSet<string> numbers;

    private PlainSearch(string text, HashSet<string> numbers) => (this.text, this.numbers) = (text, numbers);

    public static PlainSearch Of(OpenItem item) => new(
        Plain(SearchShard.TextOf(item)), [.. new[] { item.IndexNumber, item.DocumentNumber }.OfType<string>().Select(n => Plain(n).Replace(" ", "", StringComparison.Ordinal))]);

    /// <summary>Whether an item is found by a query, which is read once for all items.</summary>
    public static Func<PlainSearch, bool> Asking(string query)
    {
        var words = query.Split([' ', '\u3000', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var wholes = words.Where(SearchText.IsNumber).Select(w => Plain(w).Replace(" ", "", StringComparison.Ordinal)).ToList();
        var pieces = words.Where(w => !SearchText.IsNumber(w)).SelectMany(w => Plain(w).Split(' ', StringSplitOptions.RemoveEmptyEntries)).SelectMany(Pieces).ToList();
        return item => wholes.Count + pieces.Count > 0 && wholes.All(item.numbers.Contains) && pieces.All(p => item.text.Contains(p, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Pieces(string run)
    {
        var characters = run.EnumerateRunes().Select(r => r.ToString()).ToList();
        return characters.Count == 1 ? characters : characters.Zip(characters.Skip(1), string.Concat);
    }

    /// <summary>Small letters in half width; every mark is a blank.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var half = rune.Value is > 0xFF00 and < 0xFF5F ? new Rune(rune.Value - 0xFEE0) : rune;
            plain.Append(Rune.IsLetterOrDigit(half) || Rune.GetUnicodeCategory(half) == UnicodeCategory.LetterNumber ? Rune.ToLowerInvariant(half).ToString() : " ");
        }

        return plain.ToString();
    }
}
