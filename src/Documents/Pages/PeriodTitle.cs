namespace Lianxin.Documents.Pages;

/// <summary>Periods in words: <c>2014-Q4</c> is 2014年第四季度.</summary>
public static class PeriodTitle
{
    private static readonly string[] Quarters = ["一", "二", "三", "四"];

    /// <summary>A period that has none of the known forms is shown as it is.</summary>
    public static string Of(string period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Split('-') switch
        {
            [{ Length: 4 } year] => $"{year}年",
            [{ Length: 4 } year, ['Q', >= '1' and <= '4' and var quarter]] => $"{year}年第{Quarters[quarter - '1']}季度",
            [{ Length: 4 } year, [>= '0' and <= '9', >= '0' and <= '9'] month] => $"{year}年{month.TrimStart('0')}月",
            _ => period,
        };
    }
}
