using Lianxin.Documents.Fonts;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Charts;

/// <summary>Draws the bars and their values: stacked, with each part's value inside and the sum on top, or side by side with values on top.</summary>
internal sealed class BarPainter(ChartData data, TextSetter text, DisplayPage page, StructureNode figure)
{
    private const double WidestStack = 40;
    private const double WidestBar = 26;
    private const double Above = 2;
    private static readonly TextStyle Inside = TextStyle.Of(FontRole.Latin, 7);
    private static readonly TextStyle Top = TextStyle.Of(FontRole.Latin, 8);

    public void Paint(Box plot, ChartScale scale)
    {
        var slot = plot.Width / data.Categories;
        for (var category = 0; category < data.Categories; category++)
        {
            var centre = plot.X + (slot * (category + 0.5));
            if (data.IsStacked) Stack(plot, scale, category, centre, Math.Min(slot * 0.62, WidestStack));
            else Group(plot, scale, category, centre, Math.Min(slot * 0.84 / data.Series, WidestBar));
        }
    }

    private void Stack(Box plot, ChartScale scale, int category, double centre, double width)
    {
        var y = plot.Y + plot.Height;
        var parts = Enumerable.Range(0, data.Series).Count(series => data.Value(category, series) > 0);
        for (var series = 0; series < data.Series; series++)
        {
            var value = data.Value(category, series);
            if (value == 0) continue;
            var height = plot.Height * (double)(value / scale.Top);
            y -= height;
            var bar = new Box(centre - (width / 2), y, width, height);
            Fill(bar, series);
            var label = text.Line(ChartData.Text(value), Inside);
            if (parts > 1 && height > Inside.Size + 0.5 && label.Width < width - 1)
                page.AddLine(label, centre - (label.Width / 2), y + ((height - Inside.Size) / 2), figure, colour: ChartPalette.TextOn(ChartPalette.Fill(series)));
        }
        OnTop(data.Total(category), centre, y, plot.Width / data.Categories);
    }

    private void Group(Box plot, ChartScale scale, int category, double centre, double width)
    {
        var left = centre - (width * data.Series / 2);
        for (var series = 0; series < data.Series; series++)
        {
            var value = data.Value(category, series);
            var height = plot.Height * (double)(value / scale.Top);
            var bar = new Box(left + (width * series) + (width * 0.06), plot.Y + plot.Height - height, width * 0.88, height);
            if (height > 0) Fill(bar, series);
            OnTop(value, bar.X + (bar.Width / 2), bar.Y, width);
        }
    }

    /// <summary>A value above its bar, smaller where the bars stand close.</summary>
    private void OnTop(decimal value, double centre, double y, double room)
    {
        var content = ChartData.Text(value);
        var label = text.Line(content, Top);
        if (label.Width > room) label = text.Line(content, TextStyle.Of(Top.Role, Math.Max(4.5, Top.Size * room / label.Width)));
        var (left, top) = (centre - (label.Width / 2), y - label.Style.Size - Above + 1);
        // A grid line must not run through a number.
        page.Add(new FilledBox(new Box(left, top + 0.5, label.Width, label.Style.Size), Colour.White, figure, ArtifactKind.Layout));
        page.AddLine(label, left, top, figure);
    }

    private void Fill(Box bar, int series)
    {
        var fill = ChartPalette.Fill(series);
        page.Add(new FilledBox(bar, ChartPalette.Outline, figure, ArtifactKind.Layout));
        const double edge = 0.3;
        if (bar.Height > 2 * edge)
            page.Add(new FilledBox(new Box(bar.X + edge, bar.Y + edge, bar.Width - (2 * edge), bar.Height - (2 * edge)), fill, figure, ArtifactKind.Layout));
    }
}
