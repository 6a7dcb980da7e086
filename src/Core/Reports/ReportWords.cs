using System.Globalization;

namespace Lianxin.Core.Reports;

/// <summary>Numbers, dates and lists as a Chinese report writes them, by placeholder key.</summary>
public sealed class ReportWords(ReportFigures figures, ReportNarrative? narrative, string agencyName)
{
    private const string None = "无";

    /// <summary>The place without 人民政府: titles speak of the town, signatures of its government.</summary>
    public string Town { get; } = agencyName is not null && agencyName.EndsWith("人民政府", StringComparison.Ordinal)
        ? agencyName[..^"人民政府".Length]
        : agencyName ?? "";

    /// <summary>What a placeholder stands for; null when there is no such thing.</summary>
    public string? Find(string key) => key switch
    {
        "town" => Town,
        "year" => figures.Scope.Year.ToString(CultureInfo.InvariantCulture),
        "period-from" => Day(figures.Scope.From),
        "cut-off" => DayOfYear(figures.Scope.To),
        "signed-on" => narrative?.SignedOn is { } signed ? Day(signed) : "（未签署）",
        "published-on" => narrative?.PublishedOn is { } published ? Day(published) : None,
        "classes" => string.Join('，', figures.Classes.Select(c => $"{c.Title}{c.Count}条")),
        "benefits" => Benefits(),
        "data-hash" => DataHash.Of(figures, narrative),
        _ => figures.Number(key) is { } number ? Number(number.Value) : null,
    };

    public string Fill(string text) => Placeholders.Fill(text, Find);

    /// <summary>No zero padding, as the rules for official documents want it: 2015年1月5日.</summary>
    public static string Day(DateOnly day) => $"{day.Year.ToString(CultureInfo.InvariantCulture)}年{DayOfYear(day)}";

    public static string DayOfYear(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");

    /// <summary>Exact to the cent in 10,000 yuan; counts have no decimals.</summary>
    public static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>One decimal, half away from zero, as people do it by hand.</summary>
    public static decimal Percent(int part, int whole) =>
        whole == 0 ? 0 : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);

    private string Benefits()
    {
        var said = figures.Scope.Format.Benefits
            .Select(b => figures.Statistic(b.Figure) is { } held ? $"{b.Phrase}{Number(held.Value)}{held.Unit}" : null)
            .Where(s => s is not null);
        var text = string.Join('、', said);
        return text.Length == 0 ? None : text;
    }
}
