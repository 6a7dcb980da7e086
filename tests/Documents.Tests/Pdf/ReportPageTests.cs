using Lianxin.Core.Reports;
using UglyToad.PdfPig.Content;

namespace Lianxin.Documents.Tests.Pdf;

public sealed class ReportPageTests
{
    private const double Millimetre = 72 / 25.4;
    private const double Character = 156 * Millimetre / 28;
    private const double Left = 28 * Millimetre;
    private const double Right = (28 + 156) * Millimetre;

    [Fact]
    public void The_page_is_A4()
    {
        using var pdf = ReadBack.Of(SampleReport.Whole());
        foreach (var page in pdf.Document.GetPages())
        {
            page.Width.ShouldBe(595.28, 0.01);
            page.Height.ShouldBe(841.89, 0.01);
        }
    }

    [Fact]
    public void Twenty_two_lines_of_twenty_eight_characters_fill_the_type_area_exactly()
    {
        // The first line holds 26 characters after its indent.
        using var pdf = ReadBack.Of(SampleReport.Of(new ParagraphBlock(new string('国', 26 + (21 * 28)))));
        pdf.Document.NumberOfPages.ShouldBe(1);
        var page = pdf.Document.GetPage(1);
        var lines = ReadBack.Baselines(page);
        lines.Count.ShouldBe(22);
        lines[0].ShouldBe(841.89 - (37 * Millimetre) - (0.88 * 15.75), 0.06);
        (lines[0] - lines[^1]).ShouldBe((225 * Millimetre) - 15.75, 0.1);
        foreach (var line in ReadBack.BodyLetters(page).GroupBy(l => Math.Round(l.StartBaseLine.Y, 1)).Skip(1))
        {
            line.Count().ShouldBe(28);
            line.Min(l => l.StartBaseLine.X).ShouldBe(Left, 0.05);
            line.Max(l => l.StartBaseLine.X).ShouldBe(Right - Character, 0.05);
        }
    }

    [Fact]
    public void The_twenty_third_line_goes_to_the_next_page()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(new ParagraphBlock(new string('国', 26 + (21 * 28) + 10))));
        pdf.Document.NumberOfPages.ShouldBe(2);
        ReadBack.BodyLetters(pdf.Document.GetPage(2)).Count().ShouldBe(10);
    }

    [Fact]
    public void Page_numbers_stand_right_on_odd_and_left_on_even_pages()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(new ParagraphBlock(new string('国', 1500))));
        var (first, second) = (Numbers(pdf.Document.GetPage(1)), Numbers(pdf.Document.GetPage(2)));
        string.Concat(first.Select(l => l.Value)).ShouldBe("— 1 —");
        string.Concat(second.Select(l => l.Value)).ShouldBe("— 2 —");
        first[^1].EndBaseLine.X.ShouldBe(Right - 13.75, 0.1);
        second[0].StartBaseLine.X.ShouldBe(Left + 13.75, 0.1);
        first[0].StartBaseLine.Y.ShouldBe(841.89 - ((37 + 225 + 7) * Millimetre) - (0.88 * 13.75), 0.05);
    }

    [Fact]
    public void The_title_is_centred_two_lines_below_the_top()
    {
        using var pdf = ReadBack.Of(SampleReport.Whole());
        var page = pdf.Document.GetPage(1);
        var lines = page.Letters.Where(l => l.PointSize > 20).GroupBy(l => Math.Round(l.StartBaseLine.Y, 1)).ToList();
        lines.Count.ShouldBe(2);
        foreach (var line in lines)
            (line.Min(l => l.StartBaseLine.X) - Left).ShouldBe(Right - line.Max(l => l.EndBaseLine.X), 0.5);
        ReadBack.Baselines(page)[0].ShouldBe(841.89 - (37 * Millimetre) - (0.88 * 15.75) - (2 * 29.62), 0.1);
    }

    [Fact]
    public void A_long_title_is_broken_between_words()
    {
        var report = SampleReport.Of(new ParagraphBlock("正文。")) with
        {
            Title = ["澄江镇人民政府办公室关于印发2025年政府信息公开工作年度报告的通知"],
        };
        using var pdf = ReadBack.Of(report);
        var lines = pdf.Document.GetPage(1).Letters.Where(l => l.PointSize > 20).GroupBy(l => Math.Round(l.StartBaseLine.Y, 1))
            .Select(line => string.Concat(line.Select(l => l.Value))).ToList();
        lines.ShouldBe(["澄江镇人民政府办公室关于印发", "2025年政府信息公开工作年度报告的通知"]);
    }

    [Fact]
    public void The_date_begins_two_characters_after_the_issuer_which_keeps_two_from_the_edge()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(new ParagraphBlock("正文。"), new SignatureBlock("江苏省澄江市澄江镇人民政府办公室", SampleReport.Day)));
        var lines = Lines(pdf.Document.GetPage(1));
        lines[^2][^1].StartBaseLine.X.ShouldBe(Right - (3 * Character), 0.1);
        (lines[^1][0].StartBaseLine.X - lines[^2][0].StartBaseLine.X).ShouldBe(2 * Character, 0.1);
    }

    [Fact]
    public void A_date_longer_than_the_issuer_keeps_two_characters_from_the_edge_itself()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(new ParagraphBlock("正文。"), new SignatureBlock("澄江镇", SampleReport.Day)));
        var lines = Lines(pdf.Document.GetPage(1));
        lines[^1][^1].StartBaseLine.X.ShouldBe(Right - (3 * Character), 0.1);
        (lines[^1][0].StartBaseLine.X - lines[^2][0].StartBaseLine.X).ShouldBe(2 * Character, 0.1);
    }

    [Fact]
    public void A_heading_never_stands_last_on_a_page()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(
            new ParagraphBlock(new string('国', 26 + (20 * 28))), new HeadingBlock(1, "一、总体情况"), new ParagraphBlock(new string('民', 60))));
        ReadBack.PageText(pdf.Document.GetPage(1)).ShouldNotContain("总体情况");
        ReadBack.PageText(pdf.Document.GetPage(2)).ShouldStartWith("一、总体情况民");
    }

    [Fact]
    public void A_signature_never_stands_alone_on_a_page()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(
            new ParagraphBlock(new string('国', 26 + (20 * 28))), new SignatureBlock("澄江镇人民政府", SampleReport.Day)));
        ReadBack.PageText(pdf.Document.GetPage(2)).ShouldBe(new string('国', 56) + "澄江镇人民政府2026年1月23日");
    }

    private static List<Letter> Numbers(Page page) => [.. ReadBack.PageNumberLetters(page)];

    private static List<List<Letter>> Lines(Page page) =>
        [.. ReadBack.BodyLetters(page).GroupBy(l => Math.Round(l.StartBaseLine.Y, 1)).OrderByDescending(g => g.Key).Select(g => g.ToList())];
}
