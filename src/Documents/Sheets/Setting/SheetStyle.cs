using Lianxin.Documents.Fonts;
using Lianxin.Documents.Typesetting;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Sheets.Setting;

/// <summary>Page and type of a sheet. Sizes are those of A4 times <paramref name="Scale"/>, in points.</summary>
internal sealed record SheetStyle(PageFrame Frame, double Scale)
{
    /// <summary>Body type of a sheet for the wall on A4, readable from one metre.</summary>
    public const double WallBody = 16;

    /// <summary>22 pt on A3 where A4 has 16.</summary>
    private const double WallScaleA3 = 22 / WallBody;

    private const double SideMargin = 17 * PageGeometry.PointsPerMillimetre;
    private const double TopMargin = 16 * PageGeometry.PointsPerMillimetre;

    /// <summary>Holds the footer.</summary>
    private const double BottomMargin = 19 * PageGeometry.PointsPerMillimetre;

    /// <summary>A sheet for the wall.</summary>
    public static SheetStyle Wall(SheetPaper paper, bool landscape) => Of(paper, landscape, paper == SheetPaper.A3 ? WallScaleA3 : 1);

    /// <param name="scale">Of the type.</param>
    public static SheetStyle Of(SheetPaper paper, bool landscape, double scale)
    {
        var (width, height) = paper == SheetPaper.A3 ? (297.0, 420.0) : (210.0, 297.0);
        if (landscape) (width, height) = (height, width);
        var margins = paper == SheetPaper.A3 ? Math.Sqrt(2) : 1;
        var (paperWidth, paperHeight) = (width * PageGeometry.PointsPerMillimetre, height * PageGeometry.PointsPerMillimetre);
        var (side, top, bottom) = (SideMargin * margins, TopMargin * margins, BottomMargin * margins);
        return new SheetStyle(new PageFrame(paperWidth, paperHeight, side, top, paperWidth - (2 * side), paperHeight - top - bottom, 0), scale);
    }

    public TextStyle Title => TextStyle.Of(FontRole.Title, 26 * Scale);

    public TextStyle Heading => TextStyle.Of(FontRole.Hei, 19 * Scale);

    public TextStyle Body => TextStyle.Of(FontRole.Song, WallBody * Scale);

    /// <summary>Facts about the sheet or an item.</summary>
    public TextStyle Fact => TextStyle.Of(FontRole.Kai, WallBody * Scale);

    /// <summary>Reasons, answers in place of a list, warnings.</summary>
    public TextStyle Strong => TextStyle.Of(FontRole.Hei, WallBody * Scale);

    /// <summary>What is not part of the content: web addresses, footers.</summary>
    public TextStyle Small => TextStyle.Of(FontRole.Song, 11 * Scale);

    /// <summary>Baseline to baseline of running text, in sizes.</summary>
    public const double Leading = 1.5;

    /// <summary>Baseline to baseline of facts and titles, in sizes.</summary>
    public const double CloseLeading = 1.35;
}
