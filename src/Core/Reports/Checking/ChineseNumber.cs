using System.Globalization;

namespace Lianxin.Core.Reports.Checking;

/// <summary>Reads counts as running text writes them: <c>1,234</c>, <c>十二</c>, <c>一百零三</c>.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number; null for what is none, such as <c>十百</c> or digits in a row without a unit (<c>一二</c>).</summary>
    public static decimal? Read(string text)
    {
        if (text.Length > 0 && char.IsAsciiDigit(text[0]))
        {
            return decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var plain)
                ? plain
                : null;
        }

        var cut = text.IndexOf('万', StringComparison.Ordinal);
        if (cut < 0)
            return BelowTenThousand(text);
        var high = BelowTenThousand(text[..cut]);
        var low = cut == text.Length - 1 ? 0 : BelowTenThousand(text[(cut + 1)..]);
        return high is > 0 && low is not null ? (high * 10_000) + low : null;
    }

    private static int? BelowTenThousand(string text)
    {
        var (sum, digit, lastUnit) = (0, -1, 10_000);
        foreach (var sign in text)
        {
            var unit = sign switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit == 0)
            {
                var value = sign switch { '〇' => 0, '两' => 2, _ => Digits.IndexOf(sign, StringComparison.Ordinal) };
                // A zero between units says only that one is left out.
                if (value < 0 || digit > 0 || (digit == 0 && value == 0))
                    return null;
                digit = value;
                continue;
            }

            // 十二 leaves out its one; nothing else may.
            if (unit >= lastUnit || digit == 0 || (digit < 0 && (unit != 10 || sum != 0)))
                return null;
            sum += (digit < 0 ? 1 : digit) * unit;
            (digit, lastUnit) = (-1, unit);
        }

        return text.Length == 0 || (digit == 0 && sum > 0) ? null : sum + Math.Max(digit, 0);
    }
}
