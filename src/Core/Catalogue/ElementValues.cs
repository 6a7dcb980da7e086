using System.Globalization;
using Lianxin.Core.Calendar;
using Lianxin.Core.Text;

namespace Lianxin.Core.Catalogue;

/// <summary>Reads the typed values of elements as people write them: full-width digits, 年月日, slashes and thousands separators are all understood.</summary>
public static class ElementValues
{
    private const NumberStyles NumberWithSign = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    /// <summary>Sums above this are a slip of the pen in a township; it also keeps every sum exact.</summary>
    private const decimal LargestSum = 1_000_000_000_000m;

    /// <summary>A date: <c>2026-03-28</c>, <c>2026/3/28</c>, <c>2026.3.28</c> or <c>2026年3月28日</c>. False also for a date that does not exist.</summary>
    public static bool TryDate(string text, out DateOnly date)
    {
        date = default;
        if (!TryParts(text, 3, "日", out var parts) || parts[1] is < 1 or > 12)
            return false;
        if (parts[2] < 1 || parts[2] > DateTime.DaysInMonth(parts[0], parts[1]))
            return false;
        date = new DateOnly(parts[0], parts[1], parts[2]);
        return true;
    }

    /// <summary>True when the text is written like a date, whether or not the day exists.</summary>
    public static bool LooksLikeDate(string text) => TryParts(text, 3, "日", out _);

    /// <summary>A month: <c>2026-03</c> or <c>2026年3月</c>.</summary>
    public static bool TryMonth(string text, out Period month)
    {
        var sound = TryParts(text, 2, "月", out var parts) && parts[1] is >= 1 and <= 12;
        month = sound ? Period.OfMonth(parts[0], parts[1]) : default;
        return sound;
    }

    /// <summary>A year: <c>2026</c>, <c>2026年</c> or <c>2026年度</c>.</summary>
    public static bool TryYear(string text, out int year)
    {
        var plain = TypedText.Plain(text);
        var end = plain.EndsWith("年度", StringComparison.Ordinal) ? 2 : plain.EndsWith('年') ? 1 : 0;
        var sound = TryParts(plain[..^end], 1, "", out var parts);
        year = sound ? parts[0] : 0;
        return sound;
    }

    /// <summary>Yuan with at most two decimals; a sign is read too, so that a negative sum can be refused for what it is.</summary>
    public static bool TryMoney(string text, out decimal yuan) =>
        TryNumber(TypedText.Plain(text).TrimStart('¥').TrimEnd('元').Trim(), 2, out yuan);

    /// <summary>A whole number; a sign is read too.</summary>
    public static bool TryCount(string text, out long count)
    {
        var sound = TryNumber(TypedText.Plain(text), 0, out var number);
        count = sound ? (long)number : 0;
        return sound;
    }

    /// <summary>One or several telephone numbers, as on a notice: <c>0951-8000101</c>, <c>12345</c>, <c>(0951)8000101 转 2</c>.</summary>
    public static bool IsPhone(string text)
    {
        var plain = TypedText.Plain(text);
        return plain.Count(char.IsAsciiDigit) >= 3 && plain.All(c => char.IsAsciiDigit(c) || "+-—()/、;, 转".Contains(c, StringComparison.Ordinal));
    }

    /// <summary>A decimal number; thousands separators are read where they stand as they should.</summary>
    private static bool TryNumber(string plain, int decimals, out decimal number)
    {
        number = 0;
        var parts = plain.Split('.');
        var groups = parts[0].TrimStart('-').Split(',');
        var grouped = groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3));
        var pointed = parts.Length == 1 || (parts.Length == 2 && parts[1].Length >= 1 && parts[1].Length <= decimals && parts[1].All(char.IsAsciiDigit));
        return grouped
            && pointed
            && decimal.TryParse(plain.Replace(",", "", StringComparison.Ordinal), NumberWithSign, CultureInfo.InvariantCulture, out number)
            && decimal.Abs(number) <= LargestSum;
    }

    /// <summary>Splits at -, /, . or 年月 into whole numbers; the first is a year of four digits.</summary>
    private static bool TryParts(string text, int count, string lastUnit, out int[] parts)
    {
        parts = new int[count];
        var plain = TypedText.Plain(text).Replace('年', '-').Replace('月', '-').Replace('/', '-').Replace('.', '-');
        if (lastUnit.Length > 0)
            plain = plain.TrimEnd(lastUnit[0]).TrimEnd('-');
        var words = plain.Split('-', StringSplitOptions.TrimEntries);
        if (words.Length != count || words[0].Length != 4)
            return false;
        for (var i = 0; i < count; i++)
        {
            if (words[i].Length is 0 or > 4 || !int.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out parts[i]))
                return false;
        }

        return parts[0] is >= 1900 and <= 2999;
    }
}
