namespace Lianxin.Documents.Typesetting.Text;

/// <summary>Natural width of a stretch of atoms that grows at its end, and how much of it squeezing can take back. Points.</summary>
internal struct LineMeasure
{
    /// <summary>A quarter-em gap may shrink to an eighth, a Western space by a third.</summary>
    private const double GapShare = 0.5;
    private const double SpaceShare = 1 / 3.0;

    private readonly Paragraph _paragraph;
    private readonly int _start;
    private double _width;
    private double _shrink;

    public LineMeasure(Paragraph paragraph, int start) => (_paragraph, _start, End) = (paragraph, start, start);

    public int End { get; private set; }

    /// <summary>Takes one more atom in.</summary>
    public void Grow()
    {
        var i = End;
        End++;
        if (i == _start)
        {
            _width = _paragraph.Atoms[i].Width - _paragraph.StartCut(i);
            return;
        }
        _width += _paragraph.Gaps[i - 1] - _paragraph.TrimRight[i - 1] + _paragraph.Atoms[i].Width - _paragraph.TrimLeft[i];
        _shrink += GapShrink(_paragraph, i - 1) + RightShrink(_paragraph, i - 1) + LeftShrink(_paragraph, i) + SpaceShrink(_paragraph, i);
    }

    /// <summary>Width when the line ends here: trailing spaces vanish, a closing mark is cut to half.</summary>
    public readonly double Natural
    {
        get
        {
            var last = _paragraph.LastInk(_start, End);
            var width = _width - _paragraph.EndCut(last);
            for (var i = last + 1; i < End; i++) width -= _paragraph.Atoms[i].Width;
            return width;
        }
    }

    /// <summary>The narrowest width the line can be squeezed to.</summary>
    public readonly double Squeezed
    {
        get
        {
            var trailing = 0.0;
            for (var i = _paragraph.LastInk(_start, End) + 1; i < End; i++) trailing += SpaceShrink(_paragraph, i);
            return Natural - _shrink + trailing;
        }
    }

    internal static double GapShrink(Paragraph p, int i) => p.Gaps[i] * GapShare;

    internal static double SpaceShrink(Paragraph p, int i) => p.Atoms[i].Kind == CharacterKind.Space ? p.Atoms[i].Width * SpaceShare : 0;

    internal static double LeftShrink(Paragraph p, int i) =>
        p.Atoms[i].Kind == CharacterKind.Open && p.TrimLeft[i] == 0 ? p.Atoms[i].Blank : 0;

    internal static double RightShrink(Paragraph p, int i) =>
        p.Atoms[i].Kind == CharacterKind.Close && p.TrimRight[i] == 0 ? p.Atoms[i].Blank : 0;
}
