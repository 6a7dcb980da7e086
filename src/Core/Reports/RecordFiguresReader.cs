using Lianxin.Core.Reports.Checking;
using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Reports;

/// <summary>Reads <c>recordFigures</c>, figure by figure, and <c>recordGrids</c>, which stand for one figure per row and column.</summary>
internal static class RecordFiguresReader
{
    private static readonly Dictionary<string, RecordMoment> Moments =
        Enum.GetValues<RecordMoment>().ToDictionary(m => Names.Of(m), StringComparer.Ordinal);

    public static IReadOnlyList<RecordFigure> Read(FormatNode root)
    {
        List<RecordFigure> figures =
        [
            .. root.List("recordFigures", mayBeMissing: true).Select(Figure),
            .. root.List("recordGrids", mayBeMissing: true).SelectMany(Grid),
        ];
        foreach (var twice in figures.Select(f => f.Key).GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() > 1))
            root.Problem($"登记数字“{twice.Key}”重复。");
        return figures;
    }

    private static RecordFigure Figure(FormatNode node)
    {
        var cell = node.Find("cell") is { } found ? found.AsText() : "";
        var key = cell.Length > 0 ? FigureKeys.OfCell(cell) : node.Key("key");
        if (!FigureKeys.IsOfRecords(key))
            node.Problem($"登记数字“{key}”的代码应以section或record-开头。");
        // A cell that is always 0 says why there can be no record of it.
        if (node.Find("zero") is { } zero)
        {
            _ = zero.AsText();
            return new RecordFigure(key, cell, node.Text("label"), node.Text("unit"), null, RecordMoment.Began, null, [], null, 0);
        }

        return new RecordFigure(
            key, cell, node.Text("label"), node.Text("unit"), node.Key("records"), Moment(node), null,
            node.Find("outcomes") is not null ? node.Texts("outcomes") : [],
            node.Find("category") is { } category ? category.AsText() : null,
            node.Find("per") is not null ? node.Number("per", 1, 10_000) : 0);
    }

    private static IEnumerable<RecordFigure> Grid(FormatNode node)
    {
        var (name, kind, unit) = (node.Key("grid"), node.Key("records"), node.Text("unit"));
        var columns = node.List("columns").Select(n => new Labelled(n.Text("key"), n.Text("label"))).ToList();
        foreach (var row in node.List("rows"))
        {
            var (key, label, moment) = (row.Text("key"), row.Text("label"), Moment(row));
            var outcomes = row.Find("outcomes") is not null ? row.Texts("outcomes") : [];
            foreach (var column in columns)
            {
                var cell = $"{name}.{key}.{column.Key}";
                var applicant = column.Key == StatutoryForms.Total ? null : column.Key;
                yield return new RecordFigure(FigureKeys.OfCell(cell), cell, $"{label}·{column.Label}", unit, kind, moment, applicant, outcomes, null, 0);
            }
        }
    }

    private static RecordMoment Moment(FormatNode node)
    {
        var name = node.Text("moment");
        if (!Moments.TryGetValue(name, out var moment) && name.Length > 0)
            node.Find("moment")!.Value.Problem($"不认识的口径“{name}”，应为{string.Join('、', Moments.Keys)}之一。");
        return moment;
    }
}
