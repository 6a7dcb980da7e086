using System.Globalization;
using Lianxin.Core.Reports;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pdf;
using Lianxin.Documents.Sheets.Setting;
using Lianxin.Documents.Typesetting.Tables;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Sheets;

/// <summary>Renders the picture of a quarter as PDF to PDF/A-2a and PDF/UA-1, landscape. The same model and paper give the same bytes.</summary>
public sealed class CoverageSheetRenderer(FontLibrary fonts)
{
    /// <summary>The type shrinks from the one to the other before the columns go over to a further table.</summary>
    private const double TypeSize = 10.5;
    private const double LeastTypeSize = 8.5;
    private const double ScaleA4 = 0.8;
    private const double ScaleA3 = 1.05;
    private const double Padding = 3;

    /// <summary>Widths in sizes of the type.</summary>
    private const double LabelWidth = 15;
    private const double LeastColumn = 4.2;

    /// <summary>A column is never wider than this, however few there are.</summary>
    private const double WidestColumn = 9;

    public PdfRendering Render(CoverageSheet model, SheetPaper paper)
    {
        ArgumentNullException.ThrowIfNull(model);
        var set = new SheetSetter(fonts, SheetStyle.Of(paper, landscape: true, paper == SheetPaper.A3 ? ScaleA3 : ScaleA4));
        SheetHeadSetter.Add(set, model.Head, Facts(model));
        if (model.Rows.Any(row => row.IsPartyOnly)) set.Paragraph("含党内公开事项，仅供党员查阅，不得上墙、不得外传。", set.Style.Strong, indent: 0);
        if (model.Rows.Count == 0 || model.Columns.Count == 0)
        {
            set.Gap(2);
            set.Paragraph($"{SheetText.Line(model.Head.Period)}没有应公开的事项。", set.Style.Heading, indent: 0, centred: true);
        }
        else
        {
            AddLegend(set, model);
            AddTables(set, model);
        }
        return SheetWriter.Write(set, model.Head, "公开覆盖图", paper, hangs: false);
    }

    private static IEnumerable<SheetLine> Facts(CoverageSheet model) =>
    [
        new("发布机关", model.Head.Agency),
        new("公开范围", model.Head.Place),
        new("公开期间", model.Head.Period),
        new("状态截至", SheetText.Day(model.AsOf)),
        .. SheetHeadSetter.Telephone(model.Head),
    ];

    private static void AddLegend(SheetSetter set, CoverageSheet model)
    {
        var size = TypeSize * set.Style.Scale / ScaleA4;
        var (strong, plain) = (TextStyle.Of(FontRole.Hei, size), TextStyle.Of(FontRole.Song, size));
        var cells = model.Rows.SelectMany(row => row.Cells.Take(model.Columns.Count)).OfType<CoverageCell>().ToLookup(cell => cell.State);
        var node = set.Root.Add("P");
        set.Gap(0.4);
        set.Add(new LegendItem(
            CoverageLook.All.Select(look => new LegendItem.Entry(
                set.Text.Line(look.Sign, strong),
                set.Text.Line(string.Create(CultureInfo.InvariantCulture, $"{look.Name} {cells[look.State].Count()}项"), plain),
                look.Paint,
                node)),
            set.Width,
            size));
        set.Paragraph($"“待12天”为距截止还有12天，“逾3天”为已逾期3天；“{CoverageLook.Nothing}”为该单位不承担此事项。", plain, indent: 0);
    }

    private static void AddTables(SheetSetter set, CoverageSheet model)
    {
        var enlarged = set.Style.Scale / ScaleA4;
        var most = (int)(((set.Width / (LeastTypeSize * enlarged)) - LabelWidth) / LeastColumn);
        var parts = (int)Math.Ceiling(model.Columns.Count / (double)most);
        var perPart = (int)Math.Ceiling(model.Columns.Count / (double)parts);
        var size = Math.Min(TypeSize * enlarged, set.Width / (LabelWidth + (LeastColumn * perPart)));
        var names = ShortNames(set, model.Columns, LeastColumn * size);
        for (var from = 0; from < model.Columns.Count; from += perPart)
        {
            var columns = Enumerable.Range(from, Math.Min(perPart, model.Columns.Count - from)).ToList();
            var caption = parts == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"第{from + 1}至{from + columns.Count}个单位，共{model.Columns.Count}个");
            AddTable(set, model, names, columns, perPart, size, caption);
        }
    }

    /// <summary>Names too long for the head of a column are given numbers there, and stand in full above the table.</summary>
    private static List<string> ShortNames(SheetSetter set, IReadOnlyList<string> names, double width)
    {
        var cells = names.Select(SheetText.Cell).ToList();
        if (ListSetter.HeadFits(set, cells, [.. cells.Select(_ => width)], Padding)) return cells;
        for (var i = 0; i < cells.Count; i++) set.Paragraph($"{Number(i)}：{SheetText.Line(cells[i])}", set.Style.Small, indent: 0);
        return [.. cells.Select((_, i) => Number(i))];
    }

    private static string Number(int column) => string.Create(CultureInfo.InvariantCulture, $"单位{column + 1}");

    private static void AddTable(SheetSetter set, CoverageSheet model, List<string> names, List<int> columns, int perPart, double size, string caption)
    {
        var paints = new Dictionary<TableCell, CellPaint>(ReferenceEqualityComparer.Instance);
        var head = new TableRow([new TableCell("公开事项"), .. columns.Select(column => new TableCell(names[column]))]);
        var body = model.Rows.Select(row => new TableRow([new TableCell(Label(row), CellAlignment.Start), .. columns.Select(column => Cell(row, column, paints))]));
        var column = Math.Min(WidestColumn * size, (set.Width - (LabelWidth * size)) / perPart);
        // Few columns leave their room to the labels, and what labels cannot use stays free at the right.
        var label = Math.Min(LabelWidth * size * 2, set.Width - (column * perPart));
        var look = new TableLook(label + (column * columns.Count), [size], Padding, Padding, 0) { Gap = size * 1.5, Paints = paints };
        set.Table(new TableBlock(caption, [label, .. columns.Select(_ => column)], 1, [head, .. body]), look);
    }

    private static string Label(CoverageRow row) =>
        string.Join(' ', new[] { SheetText.Line(row.Entry), (row.IsPartyOnly ? "【党内】" : string.Empty) + SheetText.Line(row.Title, "（无标题）") }.Where(part => part.Length > 0));

    private static TableCell Cell(CoverageRow row, int column, Dictionary<TableCell, CellPaint> paints)
    {
        if (column >= row.Cells.Count || row.Cells[column] is not { } cell) return new TableCell(CoverageLook.Nothing);
        var look = CoverageLook.Of(cell.State);
        var text = cell switch
        {
            { State: CoverageState.Pending, DaysLeft: 0 } => $"{look.Sign}今天",
            { State: CoverageState.Pending, DaysLeft: > 0 and var left } => string.Create(CultureInfo.InvariantCulture, $"{look.Sign}{left}天"),
            { State: CoverageState.Overdue, DaysLeft: < 0 and var left } => string.Create(CultureInfo.InvariantCulture, $"{look.Sign}{-left}天"),
            _ => look.Sign,
        };
        var painted = new TableCell(text, Strong: true);
        paints[painted] = look.Paint;
        return painted;
    }
}
