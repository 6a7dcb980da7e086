using System.Globalization;
using System.Text.RegularExpressions;

namespace Lianxin.Documents.Reading.Tables;

/// <summary>A number as a sheet shows it, or why what it shows is not what it keeps.</summary>
internal sealed record ShownNumber(string Text, string? Code = null, string? Detail = null);

/// <summary>Says what a number of a sheet shows: a date, a month, a plain number; and where the look would hide or round what is kept.</summary>
internal sealed partial class CellLooks(DateStyles styles)
{
    /// <summary>Programs keep fifteen digits of a number; the ones behind are gone.</summary>
    private const double MostPrecise = 1e15;

    /// <summary>1 March 1900: before it the two systems of counting disagree on a day that never was.</summary>
    private const double FirstSure = 61;

    /// <summary>Looks by number that show year and month only.</summary>
    private static readonly int[] Months = [17, 27, 36, 50, 52, 57];

    /// <summary>Whether a look shows nothing of what a cell says.</summary>
    public bool Hides(int style) => styles.FormatOf(style).Code.Replace(" ", "", StringComparison.Ordinal) is ";;;" or ";;;;" or ";;";

    public ShownNumber Of(int style, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return new ShownNumber(value, "import-cell-error", "的数值无法识读");
        return styles.ShowsDate(style) ? Day(style, number) : Plain(style, number);
    }

    private ShownNumber Day(int style, double days)
    {
        if (days < (styles.From1904 ? 0 : FirstSure) || days >= 2_958_466 - (styles.From1904 ? 1462 : 0))
            return new ShownNumber(days.ToString(CultureInfo.InvariantCulture), "import-date-range", "显示为日期，但数值不是1900年3月1日以后的日期，请改为文本，如2026-03-28");
        var day = styles.DayOf(Math.Floor(days));
        if (days != Math.Floor(days))
            return new ShownNumber(day.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), "import-date-time", "的日期带有时刻，请只保留日期");
        var (id, code) = styles.FormatOf(style);
        var look = Quiet().Replace(code, "");
        var pattern = Months.Contains(id) ? "yyyy-MM"
            : look.Length > 0 && !look.Contains('d', StringComparison.OrdinalIgnoreCase) ? look.Contains('m', StringComparison.OrdinalIgnoreCase) ? "yyyy-MM" : "yyyy"
            : "yyyy-MM-dd";
        return new ShownNumber(day.ToString(pattern, CultureInfo.InvariantCulture));
    }

    private ShownNumber Plain(int style, double number)
    {
        if (Math.Abs(number) >= MostPrecise)
            return new ShownNumber(number.ToString("G15", CultureInfo.InvariantCulture), "import-long-number", "是超过15位的数字，末尾几位已被表格软件改掉，请改为文本后重新填写");
        var kept = decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        var text = kept.ToString("0.############################", CultureInfo.InvariantCulture);
        var (id, code) = styles.FormatOf(style);
        code = id switch { 0 or 49 => "General", 1 => "0", 2 => "0.00", 3 => "#,##0", 4 => "#,##0.00", _ => code };
        if (code is "@" || code.Equals("General", StringComparison.OrdinalIgnoreCase))
            return new ShownNumber(text);
        var fixedPoint = FixedPoint().Match(Padding().Replace(code, ""));
        return fixedPoint.Success && Math.Round(kept, Math.Min(fixedPoint.Groups["after"].Length, 28), MidpointRounding.AwayFromZero) == kept
            ? new ShownNumber(text)
            : new ShownNumber(text, "import-number-format", $"按单元格格式显示的与实际数值（{text}）不一致，请把格式改为“常规”或“文本”后核对");
    }

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.")]
    private static partial Regex Quiet();

    [GeneratedRegex("_.|;.*$")]
    private static partial Regex Padding();

    [GeneratedRegex("^(#,##|#)?0(\\.(?<after>0+))?$")]
    private static partial Regex FixedPoint();
}
