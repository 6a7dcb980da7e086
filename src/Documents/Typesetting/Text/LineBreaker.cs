namespace Lianxin.Documents.Typesetting.Text;

/// <summary>
/// Breaks a paragraph into lines. Order of repair as CLREQ gives it: squeeze marks and pull the character in (挤进), else push the last
/// one out (推出) and stretch what stays; units are torn only when a line would otherwise stay nearly empty.
/// </summary>
internal static class LineBreaker
{
    private const double Tolerance = 1e-6;

    /// <summary>A line that is short by no more than this (in em) is simply stretched, nothing is squeezed for it.</summary>
    private const double EasyStretch = 0.6;

    /// <summary>A unit is torn rather than leaving more than this (in em) empty.</summary>
    private const double TearBeyond = 6;

    /// <summary>Likewise for the weaker ties; beyond this, readers that extract text begin to see spaces between the characters.</summary>
    private const double LoosenBeyond = 2.2;

    /// <summary>A last line shorter than this (in em) is a lone character with its stop.</summary>
    private const double LoneEnd = 1.6;

    /// <summary>Ends of the lines, as atom indices; the last one is the number of atoms.</summary>
    public static IReadOnlyList<int> Break(Paragraph paragraph, double width, double firstIndent)
    {
        var ends = new List<int>();
        for (var start = 0; start < paragraph.Atoms.Length; start = ends[^1])
            ends.Add(NextEnd(paragraph, start, start == 0 ? width - firstIndent : width, width));
        return ends;
    }

    private static int NextEnd(Paragraph paragraph, int start, double width, double fullWidth)
    {
        var found = Scan(paragraph, start, width);
        if (found.Fits == paragraph.Atoms.Length) return found.Fits;
        if (found.Fits == 0) return found.Squeezes > 0 ? found.Squeezes : found.Torn > 0 ? found.Torn : Math.Max(found.Any, start + 1);
        var slack = width - found.FitsWidth;
        if (found.Squeezes > 0 && (slack > EasyStretch * paragraph.Em || found.Squeezes == paragraph.Atoms.Length)) return found.Squeezes;
        if (slack > LoosenBeyond * paragraph.Em && found.Loosened > found.Fits) return found.Loosened;
        if (slack > Math.Min(TearBeyond * paragraph.Em, width / 2) && found.Torn > found.Fits) return found.Torn;
        return found.FitsBefore > 0 && LeavesLoneEnd(paragraph, found.Fits, fullWidth) ? found.FitsBefore : found.Fits;
    }

    private static Candidates Scan(Paragraph paragraph, int start, double width)
    {
        var found = default(Candidates);
        var measure = new LineMeasure(paragraph, start);
        while (measure.End < paragraph.Atoms.Length)
        {
            measure.Grow();
            var (end, natural) = (measure.End, measure.Natural);
            if (measure.Squeezed > width + (2 * paragraph.Em)) break;
            var kind = paragraph.Breaks[end - 1];
            if (natural <= width + Tolerance)
            {
                found.Any = end;
                if (kind is BreakKind.LastResort or BreakKind.Reluctant) found.Torn = end;
                if (kind == BreakKind.Reluctant) found.Loosened = end;
                if (kind != BreakKind.Free) continue;
                found.FitsBefore = found.Fits;
                (found.Fits, found.FitsWidth) = (end, natural);
            }
            else if (kind == BreakKind.Free && measure.Squeezed <= width + Tolerance && found.Squeezes == 0)
            {
                found.Squeezes = end;
            }
        }
        return found;
    }

    private static bool LeavesLoneEnd(Paragraph paragraph, int start, double width)
    {
        if (paragraph.Atoms.Length - start > 3 || width < 10 * paragraph.Em) return false;
        var rest = new LineMeasure(paragraph, start);
        while (rest.End < paragraph.Atoms.Length) rest.Grow();
        return rest.Natural < LoneEnd * paragraph.Em;
    }

    /// <summary>Possible ends of a line; 0 means there is none.</summary>
    private struct Candidates
    {
        /// <summary>The furthest permitted end that fits, and the one before it.</summary>
        public int Fits;
        public int FitsBefore;
        public double FitsWidth;

        /// <summary>The first permitted end after it that fits when squeezed.</summary>
        public int Squeezes;

        /// <summary>The furthest end inside a unit that fits.</summary>
        public int Torn;

        /// <summary>The furthest reluctant end that fits.</summary>
        public int Loosened;

        /// <summary>The furthest end that fits, rules or no rules.</summary>
        public int Any;
    }
}
