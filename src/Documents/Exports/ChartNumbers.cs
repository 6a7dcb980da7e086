using System.Globalization;
using Lianxin.Core.Reports;

namespace Lianxin.Documents.Exports;

/// <summary>A chart as the table of its numbers, where no picture is made.</summary>
internal static class ChartNumbers
{
    public static TableBlock Table(ChartBlock chart)
    {
        var head = new TableRow([new TableCell($"单位：{chart.Unit}"), .. chart.Series.Select(s => new TableCell(s.Name))]);
        var rows = chart.Categories.Select((name, i) => new TableRow(
            [new TableCell(name), .. chart.Series.Select(s => new TableCell(s.Values[i].ToString("0.##", CultureInfo.InvariantCulture)))]));
        return new TableBlock(chart.Caption, [.. Enumerable.Repeat(1.0, chart.Series.Count + 1)], 1, [head, .. rows]);
    }
}
