using System.Text;
using Lianxin.Documents.Sheets;
using Lianxin.Documents.Tests.Pdf;
using UglyToad.PdfPig.Tokens;

namespace Lianxin.Documents.Tests.Sheets;

/// <summary>What holds for every sheet.</summary>
public sealed class SheetFormatTests
{
    public static readonly TheoryData<string, SheetPaper> Sheets = new(
        from kind in new[] { "board", "wall", "coverage", "assessment" } from paper in Enum.GetValues<SheetPaper>() select (kind, paper));

    [Theory]
    [MemberData(nameof(Sheets))]
    public void The_same_model_gives_the_same_bytes(string kind, SheetPaper paper) =>
        SheetReader.Render(kind, paper).Bytes.ShouldBe(SheetReader.Render(kind, paper).Bytes);

    [Theory]
    [MemberData(nameof(Sheets))]
    public void The_paper_has_its_size_and_every_page_says_which_of_how_many_it_is(string kind, SheetPaper paper)
    {
        using var pdf = new ReadBack(SheetReader.Render(kind, paper).Bytes);
        var (shortSide, longSide) = paper == SheetPaper.A3 ? (841.89, 1190.55) : (595.28, 841.89);
        var isLandscape = kind is "wall" or "coverage";
        foreach (var page in pdf.Document.GetPages())
        {
            page.Width.ShouldBe(isLandscape ? longSide : shortSide, 0.01);
            page.Height.ShouldBe(isLandscape ? shortSide : longSide, 0.01);
            SheetReader.SaysItsNumber(page, pdf.Document.NumberOfPages).ShouldBeTrue(SheetReader.Foot(page));
            SheetReader.Outside(page).ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void The_file_is_tagged_PDF_A_with_embedded_subsets(string kind, SheetPaper paper)
    {
        using var pdf = new ReadBack(SheetReader.Render(kind, paper).Bytes);
        pdf.Get(pdf.Dictionary(pdf.Catalog, "MarkInfo"), "Marked").ShouldBe(BooleanToken.True);
        pdf.Document.TryGetXmpMetadata(out var xmp).ShouldBeTrue();
        Encoding.UTF8.GetString(xmp.GetXmlBytes()).ShouldContain("<pdfaid:part>2</pdfaid:part>");
        foreach (var (name, (font, _, _)) in pdf.Fonts())
        {
            name.ShouldMatch("^[A-Z]{6}\\+");
            pdf.Get(font, "ToUnicode").ShouldBeOfType<StreamToken>();
        }
        var numbers = (ArrayToken)pdf.Get(pdf.Dictionary(pdf.Dictionary(pdf.Catalog, "StructTreeRoot"), "ParentTree"), "Nums")!;
        foreach (var page in pdf.Document.GetPages())
        {
            var elements = (ArrayToken)pdf.Resolve(numbers.Data[(2 * ((NumericToken)pdf.Get(page.Dictionary, "StructParents")!).Int) + 1]);
            page.GetMarkedContents().Count(m => !m.IsArtifact).ShouldBe(elements.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void The_type_is_larger_on_the_larger_paper(string kind, SheetPaper paper)
    {
        using var pdf = new ReadBack(SheetReader.Render(kind, paper).Bytes);
        using var small = new ReadBack(SheetReader.Render(kind, SheetPaper.A4).Bytes);
        double Title(ReadBack of) => SheetReader.Letters(of.Document.GetPage(1)).First().PointSize;
        (Title(pdf) / Title(small)).ShouldBeInRange(paper == SheetPaper.A3 ? 1.3 : 1, paper == SheetPaper.A3 ? 1.45 : 1);
    }

    [Fact]
    public void Another_paper_is_another_document_to_archives() =>
        Identifier(SheetReader.Render("board", SheetPaper.A3).Bytes).ShouldNotBe(Identifier(SheetReader.Render("board", SheetPaper.A4).Bytes));

    private static string Identifier(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return text.Substring(text.LastIndexOf("/ID [<", StringComparison.Ordinal) + 6, 32);
    }
}
