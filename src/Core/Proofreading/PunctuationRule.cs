using System.Buffers;
using System.Globalization;

namespace Lianxin.Core.Proofreading;

/// <summary>标点: blanks before a mark, two marks in a row, half-width marks among full-width ones, a paragraph that ends without one.</summary>
internal static class PunctuationRule
{
    private const string Half = ",;:?!";
    private const string Full = "，；：？！";
    private static readonly SearchValues<char> Marks = SearchValues.Create(",;:?!，；：？！。、");

    public static void Find(string text, List<Slip> slips)
    {
        Span<int> firstHalf = stackalloc int[Half.Length];
        Span<int> halves = stackalloc int[Half.Length];
        Span<bool> hasFull = stackalloc bool[Half.Length];
        for (var at = 0; at < text.Length; at++)
        {
            var skip = text.AsSpan(at).IndexOfAny(Marks);
            if (skip < 0)
                break;
            at += skip;
            FindBlank(text, at, slips);
            FindTwice(text, at, slips);
            var kind = Half.IndexOf(text[at], StringComparison.Ordinal);
            if (kind >= 0 && IsAmongHan(text, at) && halves[kind]++ == 0)
                firstHalf[kind] = at;
            else if (Full.IndexOf(text[at], StringComparison.Ordinal) is >= 0 and var full)
                hasFull[full] = true;
        }

        for (var kind = 0; kind < Half.Length; kind++)
        {
            if (halves[kind] > 0 && hasFull[kind])
            {
                slips.Add(new Slip(
                    firstHalf[kind], firstHalf[kind] + 1, ProofreadingKinds.Punctuation, $"“{Full[kind]}”", string.Create(CultureInfo.InvariantCulture, $"同一篇里全角、半角标点混用，共{halves[kind]}处半角")));
            }
        }

        FindOpenEnds(text, slips);
    }

    private static void FindBlank(string text, int at, List<Slip> slips)
    {
        var from = at;
        while (from > 0 && at - from < 8 && text[from - 1] is ' ' or '\u3000')
            from--;
        if (from < at && from > 0 && Letters.IsHan(text[from - 1]))
            slips.Add(new Slip(from, at + 1, ProofreadingKinds.Punctuation, "删去标点前的空格", "标点前有空格"));
    }

    private static void FindTwice(string text, int at, List<Slip> slips)
    {
        var (mark, next) = (text[at], Letters.At(text, at + 1));
        var pair = mark is '，' or '。' or '、' or '；' or '：' || (mark is ',' or ';' && Letters.IsHan(Letters.At(text, at - 1)));
        if (pair && next is '，' or '。' or '、' or '；' or '：' or ',' or ';')
            slips.Add(new Slip(at, at + 2, ProofreadingKinds.Punctuation, "只留一个标点", "两个标点连用"));
    }

    private static bool IsAmongHan(string text, int at) => Letters.IsHan(Letters.At(text, at - 1)) && (Letters.IsHan(Letters.At(text, at + 1)) || Letters.At(text, at + 1) is '\n');

    /// <summary>A paragraph that has full sentences and ends in the middle of one. Headings and lines of lists have no full stop inside.</summary>
    private static void FindOpenEnds(string text, List<Slip> slips)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            var line = text.AsSpan(start, end - start).TrimEnd();
            var lastStop = line.LastIndexOf('。');
            if (lastStop >= 0 && line.Length - lastStop > 8 && Letters.IsHan(line[^1]))
                slips.Add(new Slip(start + line.Length - 1, start + line.Length, ProofreadingKinds.Punctuation, "段末补上句号", "段末缺标点"));
            start = end + 1;
        }
    }
}
