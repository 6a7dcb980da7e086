using System.Globalization;
using Lianxin.Storage.Keys;

namespace Lianxin.Storage.Reports;

/// <summary>Every row key of table <c>reports</c>.</summary>
internal static class ReportKeys
{
    public static KeyRange Reports => KeyRange.Of("report-");

    public static string Report(int year) => string.Create(CultureInfo.InvariantCulture, $"report-{year:D4}");

    public static KeyRange Figures(int year) => KeyRange.Of(string.Create(CultureInfo.InvariantCulture, $"figure-{year:D4}-"));

    public static string Figure(int year, string key) => string.Create(CultureInfo.InvariantCulture, $"figure-{year:D4}-{KeyText.Escape(key)}");
}
