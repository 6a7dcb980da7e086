namespace Lianxin.Documents.Typesetting;

/// <summary>A kind of page: the paper and the area on it that text may fill, in points from the paper's top left corner.</summary>
/// <param name="LinePitch">Pitch of the grid that tables and small type return to; 0 where there is no grid.</param>
internal sealed record PageFrame(double PaperWidth, double PaperHeight, double Left, double Top, double Width, double Height, double LinePitch)
{
    /// <summary>The report's page (GB/T 9704-2012), with its grid of 22 lines.</summary>
    public static readonly PageFrame Report = new(
        PageGeometry.PageWidth,
        PageGeometry.PageHeight,
        PageGeometry.Left,
        PageGeometry.Top,
        PageGeometry.Width,
        PageGeometry.Height,
        PageGeometry.LinePitch);
}
