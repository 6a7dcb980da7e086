using System.Globalization;

namespace Lianxin.Core.Reports;

/// <summary>
/// One row of a figures file (统计数据表) by column name. S18: a figure without unit, kind, period or definition is refused,
/// because nobody could tell later what it counted.
/// </summary>
public static class FigureRow
{
    /// <summary>Columns of the file, in the order of the header.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["key", "label", "value", "unit", "kind", "from", "to", "definition", "source"];

    /// <summary>Reads one row. The year of the figure is the year of its period. Refused with <c>figure-refused</c> and one message per column.</summary>
    public static Decision<StatisticFigure> Parse(string agency, IReadOnlyDictionary<string, string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

        string Filled(string column, string whatIsMissing)
        {
            var text = fields.TryGetValue(column, out var raw) ? raw.Trim() : "";
            if (text.Length == 0)
                errors[column] = [whatIsMissing];
            return text;
        }

        var key = Filled("key", "缺少指标代码。");
        if (key.Length > 0 && !FigureKeys.IsKebab(key))
            errors["key"] = ["指标代码只能由小写字母、数字和连字符组成。"];
        else if (FigureKeys.IsComputed(key))
            errors["key"] = [$"“{key}”由登记簿计算得出，不能填报。"];

        var label = Filled("label", "缺少指标名称。");
        var value = Value(Filled("value", "缺少数值。"), errors);
        var unit = Filled("unit", "缺少计量单位（人、户、条等）。");
        var kind = Kind(Filled("kind", "缺少统计口径（flow新增、stock存量或declared原文载明）。"), errors);
        var from = Date("from", Filled("from", "缺少统计期起始日。"), errors);
        var to = Date("to", Filled("to", "缺少统计期截止日。"), errors);
        if (errors.Count == 0 && from > to)
            errors["to"] = ["统计期截止日早于起始日。"];
        else if (errors.Count == 0 && from.Year != to.Year)
            errors["to"] = ["统计期跨年，应按年度分别填报。"];
        var definition = Filled("definition", "缺少指标定义。");
        var source = Filled("source", "缺少数据来源。");

        if (errors.Count > 0)
        {
            var messages = string.Concat(errors.SelectMany(e => e.Value));
            return new Refusal(RefusalKind.Invalid, "figure-refused", messages) { Errors = errors };
        }

        return new StatisticFigure(agency, to.Year, key, label, value, unit, kind, from, to, definition, source);
    }

    private static decimal Value(string text, Dictionary<string, IReadOnlyList<string>> errors)
    {
        if (text.Length > 0 && !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            errors["value"] = [$"“{text}”不是非负数。"];
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : 0;
    }

    private static FigureKind Kind(string text, Dictionary<string, IReadOnlyList<string>> errors)
    {
        switch (text)
        {
            case "flow":
                return FigureKind.Flow;
            case "stock":
                return FigureKind.Stock;
            case "declared":
                return FigureKind.Declared;
            default:
                if (text.Length > 0)
                    errors["kind"] = [$"“{text}”不是统计口径，应为flow（新增）、stock（存量）或declared（原文载明）。"];
                return FigureKind.Flow;
        }
    }

    private static DateOnly Date(string column, string text, Dictionary<string, IReadOnlyList<string>> errors)
    {
        if (text.Length > 0 && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            errors[column] = [$"“{text}”不是有效日期，应写作2014-01-31的形式。"];
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : default;
    }
}
