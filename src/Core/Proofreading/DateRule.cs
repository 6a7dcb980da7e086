using System.Globalization;
using System.Text.RegularExpressions;

namespace Lianxin.Core.Proofreading;

/// <summary>Dates that are in no calendar, and dates of signing in Chinese numerals (GB/T 9704-2012, 7.3.5.4: Arabic ones).</summary>
internal static partial class DateRule
{
    public static void Find(string text, List<Slip> slips)
    {
        foreach (var match in Full().EnumerateMatches(text))
            Check(text, match.Index, match.Length, slips);
        foreach (var match in WithoutYear().EnumerateMatches(text))
            Check(text, match.Index, match.Length, slips);
        foreach (var match in Numeric().EnumerateMatches(text))
            Check(text, match.Index, match.Length, slips);
        foreach (var match in InNumerals().EnumerateMatches(text))
        {
            slips.Add(new Slip(
                match.Index, match.Index + match.Length, ProofreadingKinds.DateStyle, $"“{Arabic(text.AsSpan(match.Index, match.Length))}”", "成文日期用阿拉伯数字（GB/T 9704-2012）"));
        }
    }

    private static void Check(string text, int start, int length, List<Slip> slips)
    {
        Span<int> numbers = stackalloc int[3];
        var count = 0;
        var at = start;
        while (at < start + length && count < 3)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }

            for (; at < start + length && char.IsAsciiDigit(text[at]); at++)
                numbers[count] = (numbers[count] * 10) + text[at] - '0';
            count++;
        }

        var hasDay = text.AsSpan(start, length).Contains('日') || count == 3;
        // A year that is not told may be a leap year.
        var (year, month, day) = count == 3 ? (numbers[0], numbers[1], numbers[2]) : hasDay ? (2000, numbers[0], numbers[1]) : (numbers[0], numbers[1], 1);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            slips.Add(new Slip(start, start + length, ProofreadingKinds.Date, "请核对日期", "历法中没有这一天"));
    }

    /// <summary>二○一四年十一月十九日 as 2014年11月19日.</summary>
    private static string Arabic(ReadOnlySpan<char> date)
    {
        var text = "";
        var number = "";
        foreach (var c in date)
        {
            if (c is '年')
                text += string.Concat(number.Select(Digit)) + c;
            else if (c is '月' or '日')
                text += Small(number).ToString(CultureInfo.InvariantCulture) + c;
            number = c is '年' or '月' or '日' ? "" : number + c;
        }

        return text;
    }

    private static int Small(string number)
    {
        var ten = number.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return Digit(number[0]) - '0';
        var tens = ten == 0 ? 1 : Digit(number[0]) - '0';
        return (tens * 10) + (ten + 1 < number.Length ? Digit(number[ten + 1]) - '0' : 0);
    }

    private static char Digit(char numeral) => (char)('0' + Math.Max(0, "〇一二三四五六七八九".IndexOf(numeral, StringComparison.Ordinal)));

    // Every quantifier is bounded: one place costs a fixed amount.
    [GeneratedRegex("(?<![0-9])[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?", RegexOptions.CultureInvariant)]
    private static partial Regex Full();

    [GeneratedRegex("(?<![0-9年])[0-9]{1,2}月[0-9]{1,2}日", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutYear();

    [GeneratedRegex(@"(?<![0-9A-Za-z./-])(?:19|20)[0-9]{2}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?![0-9A-Za-z/-]|\.[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    [GeneratedRegex("[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日", RegexOptions.CultureInvariant)]
    private static partial Regex InNumerals();
}
