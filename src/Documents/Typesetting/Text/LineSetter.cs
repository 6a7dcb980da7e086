namespace Lianxin.Documents.Typesetting.Text;

/// <summary>Gives every atom of a broken line its place: squeezes, or stretches to the full measure.</summary>
internal static class LineSetter
{
    /// <param name="width">Measure of the line in points.</param>
    /// <param name="justify">Stretch to the measure; a line is squeezed when it is too wide in any case.</param>
    public static TextLine Set(Paragraph paragraph, TextStyle style, int start, int end, double width, bool justify)
    {
        var measure = new LineMeasure(paragraph, start);
        while (measure.End < end) measure.Grow();
        var last = paragraph.LastInk(start, end);
        var extra = width - measure.Natural;
        var squeeze = extra < 0 ? Squeeze.For(paragraph, start, last, -extra) : Squeeze.None;
        var gaps = extra > 0 && justify ? CountGaps(paragraph, start, last) : 0;
        var stretch = gaps > 0 ? extra / gaps : 0;

        var glyphs = new PlacedGlyph[end - start];
        var x = 0.0;
        for (var i = start; i < end; i++)
        {
            var atom = paragraph.Atoms[i];
            var left = i == start ? paragraph.StartCut(start) : paragraph.TrimLeft[i] + (squeeze.Marks * LineMeasure.LeftShrink(paragraph, i));
            x -= left;
            glyphs[i - start] = new PlacedGlyph(atom.Choice.Face, atom.Choice.Glyph, atom.CodePoint, x + atom.Shift);
            x += atom.Width - (i < last ? squeeze.Gaps * LineMeasure.SpaceShrink(paragraph, i) : 0);
            if (i >= last)
            {
                // Spaces after the last visible character keep their place in the text and take no room.
                if (i == last) x -= paragraph.EndCut(last);
                else x -= atom.Width;
                continue;
            }
            x += paragraph.Gaps[i] - (squeeze.Gaps * LineMeasure.GapShrink(paragraph, i));
            x -= paragraph.TrimRight[i] + (squeeze.Marks * LineMeasure.RightShrink(paragraph, i));
            if (stretch > 0 && IsElastic(paragraph, i)) x += stretch;
        }
        return new TextLine(style, glyphs, x);
    }

    private static int CountGaps(Paragraph paragraph, int start, int last)
    {
        var count = 0;
        for (var i = start; i < last; i++) count += IsElastic(paragraph, i) ? 1 : 0;
        return count;
    }

    /// <summary>Space may be let in between characters, but not inside a Western word, a leader, or between a mark and what it marks.</summary>
    private static bool IsElastic(Paragraph paragraph, int i)
    {
        var (here, next) = (paragraph.Atoms[i], paragraph.Atoms[i + 1]);
        if (here.Kind == CharacterKind.Western && next.Kind is CharacterKind.Western) return false;
        if (here.Kind == CharacterKind.Leader && next.Kind == CharacterKind.Leader) return false;
        return here.Kind != CharacterKind.Open && next.Kind is not (CharacterKind.Close or CharacterKind.Middle or CharacterKind.Space)
            && here.Kind != CharacterKind.Middle;
    }

    /// <summary>Shares, 0 to 1, of what gaps and marks can give up: gaps first, marks after them.</summary>
    private readonly record struct Squeeze(double Gaps, double Marks)
    {
        public static readonly Squeeze None = new(0, 0);

        public static Squeeze For(Paragraph paragraph, int start, int last, double needed)
        {
            double gaps = 0, marks = 0;
            for (var i = start; i <= last; i++)
            {
                if (i < last) gaps += LineMeasure.GapShrink(paragraph, i) + LineMeasure.SpaceShrink(paragraph, i);
                if (i < last) marks += LineMeasure.RightShrink(paragraph, i);
                if (i > start) marks += LineMeasure.LeftShrink(paragraph, i);
            }
            var fromGaps = gaps > 0 ? Math.Min(1, needed / gaps) : 0;
            var left = needed - (fromGaps * gaps);
            return new Squeeze(fromGaps, marks > 0 ? Math.Min(1, Math.Max(0, left) / marks) : 0);
        }
    }
}
