using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Pdf;

/// <summary>Writes glyph runs into a page's content stream. Where a reader's pen would stand is followed number by number, so rounding never adds up.</summary>
internal sealed class TextPainter(PdfBuffer content, UsedFonts fonts, double pageHeight)
{
    /// <summary>A glyph may stand this far off its place, points; the eye sees ten times as much at the earliest.</summary>
    private const double Tolerance = 0.012;

    private UsedFont? _font;
    private double _size;
    private double _spacing;

    public void Paint(GlyphRun run)
    {
        var baseline = pageHeight - run.Baseline;
        content.Add("BT");
        for (var start = 0; start < run.Glyphs.Count;)
        {
            var font = fonts.Of(run.Glyphs[start]);
            var end = start + 1;
            while (end < run.Glyphs.Count && fonts.Of(run.Glyphs[end]) == font) end++;
            Select(font, run.Size);
            Space(CommonSpacing(run, font, start, end));
            content.Add(" 1 0 0 1").Numbers(run.X + run.Glyphs[start].X, baseline).Add(" Tm");
            Show(run, font, start, end);
            start = end;
        }
        content.Add(" ET\n");
    }

    private void Select(UsedFont font, double size)
    {
        if (font == _font && size == _size) return;
        (_font, _size) = (font, size);
        content.Add(" /").Add(font.Resource).Number(size).Add(" Tf");
    }

    private void Space(double spacing)
    {
        if (spacing == _spacing) return;
        _spacing = spacing;
        content.Number(spacing).Add(" Tc");
    }

    private void Show(GlyphRun run, UsedFont font, int start, int end)
    {
        var pen = Math.Round(run.X + run.Glyphs[start].X, 3, MidpointRounding.AwayFromZero);
        content.Add(" [<");
        for (var i = start; i < end; i++)
        {
            var glyph = run.Glyphs[i];
            var off = run.X + glyph.X - pen;
            if (Math.Abs(off) > Tolerance)
            {
                var adjustment = Math.Round(-off * 1000 / run.Size, 1, MidpointRounding.AwayFromZero);
                content.Add(">").Number(adjustment).Add(" <");
                pen -= adjustment * run.Size / 1000;
            }
            content.Hex(font.Cid(glyph.Glyph));
            pen += (font.Width(glyph.Glyph) * run.Size / 1000) + _spacing;
        }
        content.Add(">] TJ");
    }

    /// <summary>The most frequent difference between a glyph's place and where its own width would put the next one.</summary>
    private static double CommonSpacing(GlyphRun run, UsedFont font, int start, int end)
    {
        var counts = new Dictionary<double, int>();
        var best = (Spacing: 0.0, Count: 0);
        for (var i = start; i + 1 < end; i++)
        {
            PlacedGlyph here = run.Glyphs[i], next = run.Glyphs[i + 1];
            var spacing = Math.Round(next.X - here.X - (font.Width(here.Glyph) * run.Size / 1000), 3, MidpointRounding.AwayFromZero);
            var count = counts[spacing] = counts.GetValueOrDefault(spacing) + 1;
            if (count > best.Count) best = (spacing, count);
        }
        return best.Spacing;
    }
}
