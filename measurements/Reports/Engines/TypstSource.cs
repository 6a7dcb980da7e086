using System.Globalization;
using System.Text;
using Lianxin.Core.Calendar;
using Lianxin.Core.Reports;

namespace Lianxin.Bench.Reports.Engines;

/// <summary>The report as a Typst source, with the measures of GB/T 9704; as in our web page, charts are tables of their numbers.</summary>
internal static class TypstSource
{
    private const string Head =
        """
        #set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "— 1 —")
        #set text(font: ("Liberation Serif", "FandolFang R", "FandolFang", "LXGW WenKai"), size: 15.75pt, lang: "zh", region: "cn")
        #set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 0.8em)
        #show heading: set text(font: "FandolHei", size: 15.75pt, weight: "regular")
        #show figure: set block(breakable: true)
        #show table: set text(size: 10.5pt)

        """;

    public static string Of(ReportContent content)
    {
        var source = new StringBuilder(Head);
        foreach (var line in content.Title)
            source.Append(CultureInfo.InvariantCulture, $"#align(center, text(font: \"FandolSong\", size: 22pt, {Text(line)}))\n");
        foreach (var block in content.Blocks)
            Write(source, block);
        return source.ToString();
    }

    private static void Write(StringBuilder source, ReportBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                source.Append(CultureInfo.InvariantCulture, $"#heading(level: {heading.Level}, {Text(heading.Text)})\n");
                break;
            case ContentsBlock contents:
                source.Append(CultureInfo.InvariantCulture, $"#outline(title: {Text(contents.Title)}, depth: 2)\n");
                break;
            case ParagraphBlock paragraph:
                source.Append(CultureInfo.InvariantCulture, $"#par({Text(paragraph.Text)})\n");
                break;
            case NoteBlock note:
                source.Append(CultureInfo.InvariantCulture, $"#par(text(size: 12pt, {Text(note.Text)}))\n");
                break;
            case SignatureBlock signature:
                source.Append(CultureInfo.InvariantCulture, $"#align(right, {Text(signature.Issuer)})\n#align(right, {Text(ChineseDates.Text(signature.On))})\n");
                break;
            case TableBlock table:
                Table(source, table.Caption, table.ColumnWeights, table.HeadRows, table.Rows);
                break;
            case ChartBlock chart:
                Chart(source, chart);
                break;
            case WebCodeBlock code:
                source.Append(CultureInfo.InvariantCulture, $"#par(text(size: 12pt, {Text(code.Beside)}))\n");
                break;
            default:
                throw new NotSupportedException($"No way to write a {block.GetType().Name}.");
        }
    }

    private static void Chart(StringBuilder source, ChartBlock chart) => Table(
        source,
        chart.Caption,
        [.. Enumerable.Repeat(1.0, chart.Series.Count + 1)],
        1,
        [
            new TableRow([new TableCell($"单位：{chart.Unit}"), .. chart.Series.Select(s => new TableCell(s.Name))]),
            .. chart.Categories.Select((name, i) => new TableRow(
                [new TableCell(name), .. chart.Series.Select(s => new TableCell(s.Values[i].ToString("0.##", CultureInfo.InvariantCulture)))])),
        ]);

    private static void Table(StringBuilder source, string caption, IReadOnlyList<double> columns, int headRows, IReadOnlyList<TableRow> rows)
    {
        var widths = string.Join(", ", columns.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w:0.###}fr")));
        source.Append(CultureInfo.InvariantCulture, $"#align(center, text(font: \"FandolHei\", size: 12pt, {Text(caption)}))\n#table(columns: ({widths},), align: center + horizon,\n");
        source.Append("table.header(");
        for (var row = 0; row < rows.Count; row++)
        {
            if (row == headRows)
                source.Append("),\n");
            foreach (var cell in rows[row].Cells)
                source.Append(CultureInfo.InvariantCulture, $"table.cell(colspan: {cell.ColumnSpan}, rowspan: {cell.RowSpan}, par(first-line-indent: 0pt, {Text(cell.Text)})), ");
        }

        source.Append(rows.Count <= headRows ? "))\n" : ")\n");
    }

    private static string Text(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"";
}
