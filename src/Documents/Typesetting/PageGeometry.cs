namespace Lianxin.Documents.Typesetting;

/// <summary>
/// The page of GB/T 9704-2012 in points (1/72 inch): A4, type area (版心) 156 × 225 mm with 22 lines of 28 characters.
/// 3号 is the traditional 15.75 pt, because 28 characters of Word's 16 pt are 158 mm and do not fit.
/// </summary>
internal static class PageGeometry
{
    public const double PointsPerMillimetre = 72 / 25.4;
    public const double PageWidth = 210 * PointsPerMillimetre;
    public const double PageHeight = 297 * PointsPerMillimetre;
    public const double Left = 28 * PointsPerMillimetre;
    public const double Top = 37 * PointsPerMillimetre;
    public const double Width = 156 * PointsPerMillimetre;
    public const double Height = 225 * PointsPerMillimetre;
    public const int CharactersPerLine = 28;
    public const int LinesPerPage = 22;

    /// <summary>3号.</summary>
    public const double BodySize = 15.75;

    /// <summary>Advance of a body character: 28 of them fill the type area.</summary>
    public const double BodyPitch = Width / CharactersPerLine;

    /// <summary>Baseline to baseline: the first line's box touches the top edge, the last one's the bottom edge.</summary>
    public const double LinePitch = (Height - BodySize) / (LinesPerPage - 1);

    /// <summary>The page number's line begins 7 mm below the type area.</summary>
    public const double PageNumberTop = Top + Height + (7 * PointsPerMillimetre);

    /// <summary>Share of the em box above the baseline in Chinese fonts.</summary>
    public const double EmAscent = 0.88;
}
