namespace Lianxin.Core.Reports;

/// <summary>Tables and the chart of a report.</summary>
internal static class ReportTables
{
    private const string Empty = "—";

    public static TableBlock Classes(string caption, ReportFigures figures)
    {
        var rows = figures.Classes.Select(c => Row(c.Title, c.Count, figures.Total, c.First, c.Last, strong: false));
        var first = figures.Classes.Where(c => c.First is not null).Min(c => c.First);
        var last = figures.Classes.Where(c => c.Last is not null).Max(c => c.Last);
        var total = Row("合计", figures.Total, figures.Total, first, last, strong: true);
        return new TableBlock(caption, [3, 2, 2, 2.5, 2.5], 1, [Head("信息类别", "条数", "占比", "最早公开", "最近公开"), .. rows, total]);
    }

    /// <summary>Null where no figure of the table is held.</summary>
    public static TableBlock? Benefits(string caption, ReportFigures figures)
    {
        var rows = figures.Scope.Format.Benefits
            .Select(b => figures.Statistic(b.Figure))
            .OfType<StatisticFigure>()
            .Select(f => new TableRow(
            [
                new(f.Label, CellAlignment.Start),
                new(ReportWords.Number(f.Value), CellAlignment.End),
                new(f.Unit),
                new(Kind(f.Kind)),
                new(Period(f)),
            ]))
            .ToList();
        return rows.Count == 0 ? null : new TableBlock(caption, [4, 1.6, 1.4, 2, 4], 1, [Head("事项", "数值", "单位", "口径", "统计期"), .. rows]);
    }

    public static ChartBlock Months(string caption, ReportFigures figures)
    {
        var months = Enumerable.Range(1, 12).Select(m => $"{m}月").ToList();
        var series = figures.Classes.Select(c => new ChartSeries(c.Title, [.. c.Months.Select(n => (decimal)n)])).ToList();
        var spoken = string.Join('，', months.Zip(figures.Months, (month, count) => $"{month}{count}条"));
        return new ChartBlock(caption, $"各月公开信息条数：{spoken}。", ChartKind.StackedBars, "条", months, series);
    }

    /// <summary>A table of the format with its numbers.</summary>
    public static TableBlock Fixed(string caption, ReportFormat format, string name, ReportFigures figures)
    {
        var table = format.Tables.First(t => t.Name == name);
        var paths = format.Records.ToDictionary(f => f.Key, f => f.Cell, StringComparer.Ordinal);
        return new TableBlock(caption, table.Widths, table.HeadRows, [.. table.Rows.Select(r => new TableRow([.. r.Select(c => Cell(c, paths, figures))]))]);
    }

    /// <summary>Null while there is nothing to show.</summary>
    public static ChartBlock? Sums(string caption, FormatPart part, ReportFigures figures)
    {
        var bars = part.Bars;
        var sums = bars.Select(b => b.Figures.Sum(f => figures.Number(f)?.Value ?? 0)).ToList();
        if (sums.All(s => s == 0))
            return null;
        var spoken = string.Join('，', bars.Zip(sums, (bar, sum) => $"{bar.Label}{ReportWords.Number(sum)}{part.Unit}"));
        return new ChartBlock(caption, $"{spoken}。", ChartKind.GroupedBars, part.Unit, [.. bars.Select(b => b.Label)], [new ChartSeries(part.Unit + "数", sums)]);
    }

    /// <summary>Null while nothing has a due day.</summary>
    public static ChartBlock? Offices(string caption, ReportFigures figures, IReadOnlyDictionary<string, string>? titles)
    {
        if (figures.DueByOffice.Count == 0)
            return null;
        var bars = figures.DueByOffice
            .Select(o => (Title: titles?.GetValueOrDefault(o.Key) ?? o.Key, Due: o.Value, OnTime: figures.OnTimeByOffice.GetValueOrDefault(o.Key)))
            .ToList();
        var spoken = string.Join('，', bars.Select(b => $"{b.Title}应公开{b.Due}条、按时{b.OnTime}条"));
        return new ChartBlock(
            caption, $"{spoken}。", ChartKind.GroupedBars, "%", [.. bars.Select(b => b.Title)], [new ChartSeries("按时公开率", [.. bars.Select(b => ReportWords.Percent(b.OnTime, b.Due))])]);
    }

    private static TableCell Cell(FormatCell cell, Dictionary<string, string> paths, ReportFigures figures) => cell.Figure is { } key
        ? new TableCell(ReportWords.Number(figures.Records[key]), CellAlignment.Centre, cell.Across, cell.Down) { Path = paths[key] }
        : new TableCell(cell.Text, cell.Alignment, cell.Across, cell.Down, cell.IsHead);

    private static string Kind(FigureKind kind) => kind switch
    {
        FigureKind.Flow => "当期新增",
        FigureKind.Stock => "期末累计",
        _ => "原文载明",
    };

    /// <summary>A stock has a day, everything else a span.</summary>
    private static string Period(StatisticFigure figure) => figure.Kind == FigureKind.Stock
        ? $"截至{ReportWords.DayOfYear(figure.To)}"
        : $"{ReportWords.DayOfYear(figure.From)}至{ReportWords.DayOfYear(figure.To)}";

    private static TableRow Head(params string[] titles) => new([.. titles.Select(t => new TableCell(t, Strong: true))]);

    private static TableRow Row(string title, int count, int total, DateOnly? first, DateOnly? last, bool strong) =>
        new(
        [
            new(title, CellAlignment.Start, Strong: strong),
            new(ReportWords.Number(count), CellAlignment.End, Strong: strong),
            new(total == 0 ? Empty : $"{ReportWords.Percent(count, total).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)}%", CellAlignment.End, Strong: strong),
            new(first is { } from ? ReportWords.DayOfYear(from) : Empty, Strong: strong),
            new(last is { } to ? ReportWords.DayOfYear(to) : Empty, Strong: strong),
        ]);
}
