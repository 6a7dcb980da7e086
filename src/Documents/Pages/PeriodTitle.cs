using System.Globalization;
using Lianxin.Documents.Pages.Texts;

namespace Lianxin.Documents.Pages;

/// <summary>Periods in words: <c>2014-Q4</c> is 2014年第四季度.</summary>
public static class PeriodTitle
{
    /// <summary>In Chinese, for paper and desk.</summary>
    public static string Of(string period) => Of(period, PortalTexts.InChinese);

    /// <summary>A period that has none of the known forms is shown as it is.</summary>
    public static string Of(string period, PortalTexts texts)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(texts);
        var units = texts.Units;
        return period.Split('-') switch
        {
            [{ Length: 4 } year] => units.Year.With(year),
            [{ Length: 4 } year, ['Q', >= '1' and <= '4' and var quarter]] => units.Quarter.With(year, units.QuarterNames[quarter - '1']),
            [{ Length: 4 } year, [>= '0' and <= '9', >= '0' and <= '9'] month] => units.Month.With(year, int.Parse(month, CultureInfo.InvariantCulture)),
            _ => period,
        };
    }
}
