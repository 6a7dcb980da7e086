using System.Globalization;
using System.Text;
using Lianxin.Core.Reports;
using Lianxin.Documents.OpenData;

namespace Lianxin.Documents.Exports;

/// <summary>Every number of a report as CSV, with the mark by which spreadsheets know UTF-8.</summary>
internal static class ReportCsv
{
    public static byte[] Write(IReadOnlyList<ReportNumber> numbers)
    {
        var text = new StringBuilder("key,label,value,unit\r\n");
        foreach (var number in numbers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{SafeCell.Csv(number.Key)},{SafeCell.Csv(number.Label)},{number.Value.ToString(CultureInfo.InvariantCulture)},{SafeCell.Csv(number.Unit)}\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
