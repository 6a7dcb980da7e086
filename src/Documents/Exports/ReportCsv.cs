using System.Globalization;
using System.Text;
using Lianxin.Core.Reports;

namespace Lianxin.Documents.Exports;

/// <summary>Every number of a report as CSV, with the mark by which spreadsheets know UTF-8.</summary>
internal static class ReportCsv
{
    public static byte[] Write(IReadOnlyList<ReportNumber> numbers)
    {
        var text = new StringBuilder("key,label,value,unit\r\n");
        foreach (var number in numbers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Field(number.Key)},{Field(number.Label)},{number.Value.ToString(CultureInfo.InvariantCulture)},{Field(number.Unit)}\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Quoted where needed; a sign that a spreadsheet would take for a formula is made text.</summary>
    private static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
