using Lianxin.Documents.Fonts;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Charts;

/// <summary>Draws the frame of a chart: legend, grid, axes and category names; the bars are <see cref="BarPainter"/>'s.</summary>
internal sealed class ChartPainter(ChartData data, TextSetter text, DisplayPage page, StructureNode figure)
{
    private const double Swatch = 8;
    private const double LegendRow = 15;
    private const double TickGap = 5;
    private static readonly TextStyle Label = TextStyle.Of(FontRole.Song, 9);

    public void Paint(Box box)
    {
        var scale = data.Scale();
        var legendHeight = PaintLegend(box);
        var ticks = Enumerable.Range(0, scale.Steps + 1).Select(i => text.Line(ChartData.Text(scale.Step * i), Label)).ToList();
        var left = box.X + ticks.Max(tick => tick.Width) + TickGap;
        var width = box.X + box.Width - left;
        var names = Enumerable.Range(0, data.Categories).Select(c => text.Lines(data.Category(c), Label, width / data.Categories * 0.96)).ToList();
        var bottomHeight = 5 + (names.Max(lines => lines.Count) * Label.Size * 1.2);
        var plot = new Box(left, box.Y + legendHeight, width, box.Height - legendHeight - bottomHeight);

        PaintGrid(plot, scale, ticks, box.X);
        new BarPainter(data, text, page, figure).Paint(plot, scale);
        PaintNames(plot, names);
        Line(plot.X, plot.Y + plot.Height, plot.X + plot.Width, plot.Y + plot.Height, 0.8, ChartPalette.Axis);
        Line(plot.X, plot.Y, plot.X, plot.Y + plot.Height, 0.8, ChartPalette.Axis);
    }

    /// <summary>Unit at the left, series at the right, in as many rows as they need; answers the height taken.</summary>
    private double PaintLegend(Box box)
    {
        var unit = data.Unit.Length > 0 ? text.Line($"单位：{data.Unit}", Label) : new TextLine(Label, [], 0);
        page.AddLine(unit, box.X, box.Y, figure);
        var names = Enumerable.Range(0, data.Series).Select(series => text.Line(data.SeriesName(series), Label)).ToList();
        var rows = LegendRows(names, box.Width - unit.Width - Label.Size);
        var y = box.Y;
        foreach (var row in rows)
        {
            var x = box.X + box.Width - row.Sum(series => EntryWidth(names[series])) + Label.Size;
            foreach (var series in row)
            {
                page.Add(new FilledBox(new Box(x, y + 0.8, Swatch, Swatch), ChartPalette.Fill(series), figure, ArtifactKind.Layout));
                Frame(new Box(x, y + 0.8, Swatch, Swatch));
                page.AddLine(names[series], x + Swatch + 4, y, figure);
                x += EntryWidth(names[series]);
            }
            y += LegendRow;
        }
        return (rows.Count * LegendRow) + 6;
    }

    private static double EntryWidth(TextLine name) => Swatch + 4 + name.Width + Label.Size;

    private static List<List<int>> LegendRows(List<TextLine> names, double room)
    {
        List<List<int>> rows = [[]];
        var used = 0.0;
        for (var series = 0; series < names.Count; series++)
        {
            var width = EntryWidth(names[series]);
            if (rows[^1].Count > 0 && used + width > room)
            {
                rows.Add([]);
                used = 0;
            }
            rows[^1].Add(series);
            used += width;
        }
        return rows;
    }

    private void PaintGrid(Box plot, ChartScale scale, List<TextLine> ticks, double x)
    {
        for (var i = 0; i <= scale.Steps; i++)
        {
            var y = plot.Y + plot.Height - (plot.Height * i / scale.Steps);
            if (i > 0) Line(plot.X, y, plot.X + plot.Width, y, 0.4, ChartPalette.Grid);
            page.AddLine(ticks[i], plot.X - TickGap - ticks[i].Width, y - (Label.Size * 0.53), figure);
        }
    }

    private void PaintNames(Box plot, List<IReadOnlyList<TextLine>> names)
    {
        var slot = plot.Width / names.Count;
        for (var category = 0; category < names.Count; category++)
        {
            var y = plot.Y + plot.Height + 4;
            foreach (var line in names[category])
            {
                page.AddLine(line, plot.X + (slot * (category + 0.5)) - (line.Width / 2), y, figure);
                y += Label.Size * 1.2;
            }
        }
    }

    private void Frame(Box box)
    {
        Line(box.X, box.Y, box.X + box.Width, box.Y, 0.3, ChartPalette.Outline);
        Line(box.X, box.Y + box.Height, box.X + box.Width, box.Y + box.Height, 0.3, ChartPalette.Outline);
        Line(box.X, box.Y, box.X, box.Y + box.Height, 0.3, ChartPalette.Outline);
        Line(box.X + box.Width, box.Y, box.X + box.Width, box.Y + box.Height, 0.3, ChartPalette.Outline);
    }

    private void Line(double x1, double y1, double x2, double y2, double thickness, Colour colour) =>
        page.Add(new Rule(x1, y1, x2, y2, thickness, colour, figure, ArtifactKind.Layout));
}
