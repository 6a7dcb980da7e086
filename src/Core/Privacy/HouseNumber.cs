using System.Buffers;

namespace Lianxin.Core.Privacy;

/// <summary>House, stair and room numbers 门牌: <c>12号</c>, <c>十二号</c>, <c>3栋2单元501室</c>.</summary>
internal static class HouseNumber
{
    public const string Numerals = "0123456789零〇一二三四五六七八九十百";
    private const string Ends = "号栋幢室户院弄座";
    private static readonly SearchValues<char> EndCharacters = SearchValues.Create(Ends);

    /// <summary>Where the last house number of a stretch ends; null when there is none.</summary>
    public static int? LastEnd(NormalisedText text, int start, int end)
    {
        for (var at = end - 1; at > start; at--)
        {
            if (Ends.Contains(text[at], StringComparison.Ordinal) && IsNumeral(text.At(at - 1)) && IsEnd(text, at + 1))
                return at + 1;
            if (text[at] == '元' && text.At(at - 1) == '单' && IsNumeral(text.At(at - 2)))
                return at + 1;
        }

        return null;
    }

    public static bool IsNumeral(char c) => Numerals.Contains(c, StringComparison.Ordinal);

    /// <summary>Behind a house number nothing goes on that would make it another thing: not <c>5号地</c>, <c>12号文</c>, <c>3号井</c>.</summary>
    public static bool IsEnd(NormalisedText text, int index)
    {
        var c = text.At(index);
        return !char.IsLetter(c) || EndCharacters.Contains(c) || c is '家' or '楼' or '附' or '之' or '单' or '门' or '居';
    }
}
