using System.Globalization;
using Lianxin.Core.Reports;

namespace Lianxin.Documents.Typesetting.Charts;

/// <summary>The figures of a chart with everything derived from them. A value that is not there counts as 0; counts are never negative.</summary>
internal sealed class ChartData(ChartBlock chart)
{
    public bool IsStacked => chart.Kind == ChartKind.StackedBars;

    public int Categories => chart.Categories.Count;

    public int Series => chart.Series.Count;

    public string Unit => chart.Unit;

    public string Category(int index) => chart.Categories[index];

    public string SeriesName(int series) => chart.Series[series].Name;

    public decimal Value(int category, int series) =>
        category < chart.Series[series].Values.Count ? Math.Max(0, chart.Series[series].Values[category]) : 0;

    public decimal Total(int category) => Enumerable.Range(0, Series).Sum(series => Value(category, series));

    public ChartScale Scale()
    {
        var categories = Enumerable.Range(0, Categories).ToList();
        var values = categories.SelectMany(c => Enumerable.Range(0, Series).Select(s => Value(c, s))).ToList();
        var tops = IsStacked ? categories.Select(Total) : values;
        // Of shares everybody knows where the top is; what stands above it is room for the figures on the bars.
        if (Unit == "%" && values.TrueForAll(v => v <= 100)) return new ChartScale(20, 6);
        return ChartScale.For(tops.DefaultIfEmpty().Max(), values.TrueForAll(decimal.IsInteger));
    }

    public static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
