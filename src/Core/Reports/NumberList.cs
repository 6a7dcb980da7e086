namespace Lianxin.Core.Reports;

/// <summary>Gives every counted and typed number its key, label and unit.</summary>
internal static class NumberList
{
    private const string Items = "条";

    public static IReadOnlyList<ReportNumber> Of(ReportFigures figures) =>
        [.. Counted(figures), .. Recorded(figures), .. figures.Feedback.Numbers, .. Typed(figures)];

    private static IEnumerable<ReportNumber> Counted(ReportFigures figures)
    {
        yield return new(FigureKeys.Total, "公开信息总数", figures.Total, Items);
        foreach (var item in figures.Classes)
        {
            yield return new(FigureKeys.OfClass(item.Key), item.Title, item.Count, Items);
            for (var month = 1; month <= 12; month++)
                yield return new(FigureKeys.OfClassAndMonth(item.Key, month), $"{month}月{item.Title}", item.Months[month - 1], Items);
        }

        for (var month = 1; month <= 12; month++)
            yield return new(FigureKeys.OfMonth(month), $"{month}月公开信息", figures.Months[month - 1], Items);
        foreach (var (office, count) in figures.ByOffice)
            yield return new(FigureKeys.OfOffice(office), $"{office}公开信息", count, Items);
        foreach (var (entry, count) in figures.ByEntry)
            yield return new(FigureKeys.OfEntry(entry), $"事项{entry}公开信息", count, Items);
        var due = figures.OnTime + figures.Late;
        yield return new(FigureKeys.EntriesCovered, "有信息公开的事项", figures.ByEntry.Count, "项");
        yield return new(FigureKeys.OnTime, "按时公开", figures.OnTime, Items);
        yield return new(FigureKeys.Late, "逾期公开", figures.Late, Items);
        yield return new(FigureKeys.WithoutDue, "没有期限", figures.Total - due, Items);
        yield return new(FigureKeys.PrivacyOverrides, "例外公开个人信息", figures.PrivacyOverrides, Items);
        foreach (var (office, count) in figures.DueByOffice)
        {
            var onTime = figures.OnTimeByOffice.GetValueOrDefault(office);
            yield return new(FigureKeys.OnTimeOf(office), $"{office}按时公开", onTime, Items);
            yield return new(FigureKeys.OnTimeRateOf(office), $"{office}按时公开率", ReportWords.Percent(onTime, count), "%");
        }

        if (due > 0)
            yield return new(FigureKeys.OnTimeRate, "按时公开率", ReportWords.Percent(figures.OnTime, due), "%");
    }

    private static IEnumerable<ReportNumber> Recorded(ReportFigures figures) =>
        figures.Scope.Format.Records.Select(f => new ReportNumber(f.Key, f.Label, figures.Records[f.Key], f.Unit));

    private static IEnumerable<ReportNumber> Typed(ReportFigures figures)
    {
        foreach (var figure in figures.Statistics)
            yield return new(figure.Key, figure.Label, figure.Value, figure.Unit);
        foreach (var zero in figures.Scope.Format.Zeros.Where(z => figures.Statistic(z.Key) is null))
            yield return new(zero.Key, zero.Label, 0, zero.Unit);
    }
}
