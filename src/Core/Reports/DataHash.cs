using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Core.Reports;

/// <summary>
/// SHA-256, lower-case hex, over everything a draft is made from: format, period, every number with its unit, the typed
/// figures in full and the narrative. A draft with another hash is outdated.
/// </summary>
public static class DataHash
{
    public static string Of(ReportFigures figures, ReportNarrative? narrative)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var text = new StringBuilder();
        var scope = figures.Scope;
        Line(text, "format", scope.Format.Name, scope.Format.Version);
        Line(text, "period", Day(scope.From), Day(scope.To));
        foreach (var number in figures.Numbers)
            Line(text, "number", number.Key, number.Value.ToString(CultureInfo.InvariantCulture), number.Unit);
        foreach (var item in figures.Classes)
            Line(text, "class", item.Key, Day(item.First), Day(item.Last));
        foreach (var figure in figures.Statistics)
            Line(text, "figure", figure.Key, figure.Label, figure.Kind.ToString(), Day(figure.From), Day(figure.To), figure.Definition, figure.Source);
        if (narrative is not null)
        {
            Line(text, "dates", Day(narrative.SignedOn), Day(narrative.PublishedOn), Day(narrative.PeriodFrom), Day(narrative.PeriodTo));
            foreach (var (section, typed) in narrative.Sections.OrderBy(s => s.Key, StringComparer.Ordinal))
                Line(text, "section", section, typed);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Lengths stand before the values, so that no two lists give the same text.</summary>
    private static void Line(StringBuilder text, params string[] values)
    {
        foreach (var value in values)
            text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value},");
        text.Append('\n');
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
