using System.Globalization;
using Lianxin.Documents.Pages.Texts;

namespace Lianxin.Documents.Pages;

/// <summary>The numbers of a year as columns by class and as bars; a bar is a thousand units wide for the busiest month.</summary>
public sealed record YearChart(IReadOnlyList<YearChart.Column> Columns, IReadOnlyList<YearChart.Row> Rows, int Total)
{
    private const int FullWidth = 1000;
    private const int Colours = 5;

    /// <summary>The four classes of the founding document in its order (S17); others follow.</summary>
    private static readonly string[] Known = ["概况类", "政策法规类", "工作动态类", "财政类"];

    /// <param name="texts">For the bars in words; the classes are the register's own.</param>
    public static YearChart Of(YearPageModel page, PortalTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(page);
        var others = page.Months.SelectMany(m => m.ByClass.Keys).Except(Known, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        string[] classes = [.. Known, .. others];
        var columns = classes.Select((c, i) => new Column(c, ColourOf(i), page.Months.Sum(m => m.ByClass.GetValueOrDefault(c)))).ToList();
        var most = Math.Max(1, page.Months.Select(m => m.Total).DefaultIfEmpty(0).Max());
        return new YearChart(columns, [.. page.Months.Select(m => RowOf(m, classes, most, texts))], page.Months.Sum(m => m.Total));
    }

    private static Row RowOf(MonthCount month, string[] classes, int most, PortalTexts texts)
    {
        var numbers = classes.Select(c => month.ByClass.GetValueOrDefault(c)).ToList();
        var parts = new List<Part>();
        var start = 0;
        for (var i = 0; i < numbers.Count; i++)
        {
            var width = numbers[i] * FullWidth / most;
            if (width > 0)
                parts.Add(new Part(ColourOf(i), start, width));
            start += width;
        }

        var named = classes.Zip(numbers).Where(p => p.Second > 0).Select(p => texts.Lists.YearBarPart.With(p.First, p.Second));
        var description = texts.Lists.YearBar.With(month.Month.Month, month.Total, string.Join(texts.Units.Separator, named));
        return new Row(month.Month, numbers, month.Total, parts, description);
    }

    private static string ColourOf(int index) => string.Create(CultureInfo.InvariantCulture, $"c{index % Colours}");

    /// <param name="Colour">Class of the style sheet, <c>c0</c> to <c>c4</c>.</param>
    public sealed record Column(string Title, string Colour, int Total);

    /// <param name="Description">The bar in words, for those who cannot see it.</param>
    public sealed record Row(YearMonth Month, IReadOnlyList<int> Numbers, int Total, IReadOnlyList<Part> Parts, string Description);

    public sealed record Part(string Colour, int Start, int Width);
}
