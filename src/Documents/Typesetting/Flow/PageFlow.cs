using Lianxin.Documents.Typesetting.Display;

namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>The pages so far and the place where the next thing goes. Heights are points from the top of the type area.</summary>
internal sealed class PageFlow(PageFrame frame)
{
    /// <summary>A line may touch the bottom edge exactly.</summary>
    private const double Tolerance = 0.01;

    private readonly List<DisplayPage> _pages = [new DisplayPage(1, frame.PaperWidth, frame.PaperHeight)];
    private readonly List<Bookmark> _bookmarks = [];

    public PageFrame Frame { get; } = frame;

    public IReadOnlyList<DisplayPage> Pages => _pages;

    public IReadOnlyList<Bookmark> Bookmarks => _bookmarks;

    public DisplayPage Page => _pages[^1];

    public double Y { get; private set; }

    public bool IsAtTop => Y < Tolerance;

    public double Remaining => Frame.Height - Y;

    /// <summary>Lines of the grid from here to the foot of the page.</summary>
    public int RemainingLines => (int)Math.Floor((Remaining - PageGeometry.BodySize + Tolerance) / PageGeometry.LinePitch) + 1;

    /// <summary><see cref="Y"/> from the top edge of the paper.</summary>
    public double PageY => Frame.Top + Y;

    public bool Fits(double height) => height <= Remaining + Tolerance;

    public void Advance(double height) => Y += height;

    /// <summary>Moves on to the next line of the grid, at least <paramref name="gap"/> below; just that far where there is no grid.</summary>
    public void SnapToGrid(double gap)
    {
        if (IsAtTop) return;
        Y = Frame.LinePitch > 0 ? Math.Ceiling((Y + gap - Tolerance) / Frame.LinePitch) * Frame.LinePitch : Y + gap;
    }

    public void NewPage()
    {
        _pages.Add(new DisplayPage(_pages.Count + 1, Frame.PaperWidth, Frame.PaperHeight));
        Y = 0;
    }

    public void AddBookmark(int level, string title) => _bookmarks.Add(new Bookmark(level, title, _pages.Count - 1, PageY));
}
