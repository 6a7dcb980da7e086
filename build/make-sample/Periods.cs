using System.Globalization;

namespace Lianxin.MakeSample;

/// <summary>Periods as the register writes them: <c>2014-03</c>, <c>2014-Q1</c>, <c>2014</c>, or empty.</summary>
internal static class Periods
{
    private static readonly string[] Quarters = ["第一季度", "第二季度", "第三季度", "第四季度"];

    public static string Spoken(string period)
    {
        if (period.Length == 0)
            return "";
        var year = period[..4] == "2014" ? "" : period[..4] + "年";
        if (period.Length == 4)
            return period + "年";
        return year + (period[5] == 'Q' ? Quarters[period[6] - '1'] : Number(period[5..]) + "月份");
    }

    /// <summary>The last month of a period, as <c>2014-03</c>.</summary>
    public static string LastMonth(string period) => period.Length switch
    {
        0 => "",
        4 => period + "-12",
        _ => period[5] == 'Q' ? string.Create(CultureInfo.InvariantCulture, $"{period[..4]}-{(period[6] - '0') * 3:00}") : period,
    };

    /// <summary>True when the period was over when that month of 2014 began, and ended just before.</summary>
    public static bool EndsBefore(string period, int month)
    {
        if (period.Length <= 4)
            return false;
        var last = LastMonth(period);
        return ((Number(last[..4]) - 2014) * 12) + Number(last[5..]) == month - 1;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
