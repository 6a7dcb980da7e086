using System.Globalization;
using Lianxin.Core.Catalogue;

namespace Lianxin.Functions.Desk;

/// <summary>How dates and periods are typed (api.md: <c>2014-11-03</c>, <c>2014-11</c>, <c>2014-Q4</c>, <c>2014</c>).</summary>
public static class Periods
{
    public const string YearPattern = "[0-9]{4}";
    public const string QuarterPattern = "[0-9]{4}-Q[1-4]";
    public const string MonthPattern = "[0-9]{4}-(0[1-9]|1[0-2])";
    public const string DayPattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    public static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static bool IsMonth(string text) => DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The period field of an entry; null for entries without a period.</summary>
    public static FormField? Field(string scope, Cadence cadence, string value)
    {
        var field = new FormField(scope, "period", "所属期间") { Value = value, Required = true, Characters = 12 };
        return cadence switch
        {
            Cadence.Monthly => field with { Label = "所属月份", Kind = FieldKind.Month, Pattern = MonthPattern, Hint = "年-月，例如 2026-03" },
            Cadence.Quarterly => field with { Label = "所属季度", Pattern = QuarterPattern, Hint = "年-季度，例如 2026-Q1 表示2026年第一季度" },
            Cadence.Annual => field with { Label = "所属年份", Pattern = YearPattern, InputMode = "numeric", Hint = "四位数字，例如 2026" },
            _ => null,
        };
    }
}
