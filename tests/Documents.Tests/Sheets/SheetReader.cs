using System.Text.RegularExpressions;
using Lianxin.Documents.Pdf;
using Lianxin.Documents.Sheets;
using Lianxin.Documents.Tests.Fonts;
using Lianxin.Documents.Tests.Pdf;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Colors;

namespace Lianxin.Documents.Tests.Sheets;

/// <summary>A rendered sheet, read again by an independent reader.</summary>
internal static partial class SheetReader
{
    private const double Millimetre = 72 / 25.4;

    public static ReadBack Read(NoticeBoardSheet sheet, SheetPaper paper = SheetPaper.A4) => new(new NoticeBoardSheetRenderer(FetchedFonts.Library).Render(sheet, paper).Bytes);

    public static ReadBack Read(WallSheet sheet, SheetPaper paper = SheetPaper.A4) => new(new WallSheetRenderer(FetchedFonts.Library).Render(sheet, paper).Bytes);

    public static ReadBack Read(CoverageSheet sheet, SheetPaper paper = SheetPaper.A4) => new(new CoverageSheetRenderer(FetchedFonts.Library).Render(sheet, paper).Bytes);

    public static ReadBack Read(AssessmentSheet sheet, SheetPaper paper = SheetPaper.A4) => new(new AssessmentSheetRenderer(FetchedFonts.Library).Render(sheet, paper).Bytes);

    public static PdfRendering Render(string kind, SheetPaper paper) => kind switch
    {
        "board" => new NoticeBoardSheetRenderer(FetchedFonts.Library).Render(SampleSheets.Board(), paper),
        "wall" => new WallSheetRenderer(FetchedFonts.Library).Render(SampleSheets.Wall(), paper),
        "coverage" => new CoverageSheetRenderer(FetchedFonts.Library).Render(SampleSheets.Coverage(), paper),
        _ => new AssessmentSheetRenderer(FetchedFonts.Library).Render(SampleSheets.Assessment(), paper),
    };

    /// <summary>Everything on a page but its foot, in the order of the file.</summary>
    public static string Text(Page page) => string.Concat(Letters(page).Select(l => l.Value));

    public static string Text(ReadBack pdf) => string.Concat(pdf.Document.GetPages().Select(Text));

    public static IEnumerable<Letter> Letters(Page page) => page.Letters.Where(l => l.StartBaseLine.Y > FootOf(page));

    public static string Foot(Page page) => string.Concat(FootLetters(page).Select(l => l.Value));

    /// <summary>Letters whose boxes leave the area between the margins; the blank half of a mark may.</summary>
    public static IEnumerable<Letter> Outside(Page page)
    {
        var side = (Math.Min(page.Width, page.Height) > 700 ? Math.Sqrt(2) : 1) * 17 * Millimetre;
        return Letters(page).Where(l => l.StartBaseLine.X < side - 1 - (l.PointSize / 2) || l.EndBaseLine.X > page.Width - side + 1 + (l.PointSize / 2) || l.StartBaseLine.Y > page.Height - 40);
    }

    public static void ShouldComeInOrder(string text, params string[] pieces)
    {
        var at = 0;
        foreach (var piece in pieces)
        {
            at = text.IndexOf(piece, at, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, piece);
            at += piece.Length;
        }
    }

    /// <summary>Boxes filled with a colour, from the page's lower left corner.</summary>
    public static List<UglyToad.PdfPig.Core.PdfRectangle> Filled(Page page, double red, double green, double blue) =>
        [.. page.Paths.Where(path => path.IsFilled && IsColour(path.FillColor ?? GrayColor.Black, red, green, blue)).Select(path => path.GetBoundingRectangle()!.Value)];

    public static List<string> AlternateTexts(ReadBack pdf) =>
        [.. pdf.Elements().Where(e => pdf.Name(e, "S") == "Figure").Select(e => pdf.Get(e, "Alt")).Select(token => token switch
        {
            UglyToad.PdfPig.Tokens.HexToken hex => hex.Data,
            UglyToad.PdfPig.Tokens.StringToken text => text.Data,
            _ => string.Empty,
        })];

    /// <summary>And nothing of the content has run down into the foot.</summary>
    public static bool SaysItsNumber(Page page, int pages) => FootLetters(page).Select(l => Math.Round(l.PointSize, 1)).Distinct().Count() == 1
        && PageNumber().Match(Foot(page)) is { Success: true } match
        && match.Groups[1].Value == page.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)
        && match.Groups[2].Value == pages.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<Letter> FootLetters(Page page) => page.Letters.Where(l => l.StartBaseLine.Y <= FootOf(page));

    private static double FootOf(Page page) => (Math.Min(page.Width, page.Height) > 700 ? Math.Sqrt(2) : 1) * 19 * Millimetre;

    private static bool IsColour(IColor colour, double red, double green, double blue)
    {
        var (r, g, b) = colour.ToRGBValues();
        return Math.Abs(r - red) < 0.01 && Math.Abs(g - green) < 0.01 && Math.Abs(b - blue) < 0.01;
    }

    [GeneratedRegex("第([0-9]+)页　共([0-9]+)页")]
    private static partial Regex PageNumber();
}
