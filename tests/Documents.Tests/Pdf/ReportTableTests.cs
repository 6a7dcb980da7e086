using Lianxin.Core.Reports;
using UglyToad.PdfPig.Tokens;

namespace Lianxin.Documents.Tests.Pdf;

public sealed class ReportTableTests
{
    [Fact]
    public void A_table_over_pages_repeats_its_head_and_loses_no_row()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(SampleReport.ClassTable(80)));
        pdf.Document.NumberOfPages.ShouldBeGreaterThan(2);
        foreach (var page in pdf.Document.GetPages()) ReadBack.PageText(page).ShouldContain("序号类别上年本年");
        var text = pdf.BodyText.Replace("序号类别上年本年", string.Empty, StringComparison.Ordinal);
        var expected = string.Concat(Enumerable.Range(1, 80).Select(i => $"{i}第{i}类信息{i * 37}{i * 41}"));
        text.ShouldBe("表1　主动公开政府信息分类统计表" + expected);
    }

    [Fact]
    public void A_repeated_head_is_no_second_head_to_a_screen_reader()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(SampleReport.ClassTable(80)));
        pdf.ElementTypes().Count(t => t == "THead").ShouldBe(1);
        pdf.ElementTypes().Count(t => t == "TR").ShouldBe(81);
    }

    [Fact]
    public void The_label_of_many_rows_is_repeated_after_a_page_break()
    {
        var rows = Enumerable.Range(1, 60).Select(i => i == 1
            ? new TableRow([new TableCell("办理结果", RowSpan: 60), new TableCell("甲")])
            : SampleReport.Row("乙"));
        using var pdf = ReadBack.Of(SampleReport.Of(new TableBlock("", [1, 4], 1, [SampleReport.Row("项目", "内容"), .. rows])));
        pdf.Document.NumberOfPages.ShouldBeGreaterThan(1);
        foreach (var page in pdf.Document.GetPages()) ReadBack.PageText(page).ShouldContain("办理结果");
    }

    [Fact]
    public void A_row_taller_than_a_page_is_continued_without_loss()
    {
        var long1 = string.Concat(Enumerable.Range(1, 700).Select(i => $"第{i}项，"));
        using var pdf = ReadBack.Of(SampleReport.Of(new TableBlock("", [1, 1], 1, [SampleReport.Row("左", "右"), SampleReport.Row(long1, "短")])));
        pdf.Document.NumberOfPages.ShouldBeGreaterThan(1);
        // The cells of a page follow each other: the short text stands between two parts of the long one.
        pdf.BodyText.Replace("左右", string.Empty, StringComparison.Ordinal).Replace("短", string.Empty, StringComparison.Ordinal).ShouldBe(long1);
    }

    [Fact]
    public void Every_line_of_a_row_over_many_pages_stands_on_the_page()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(new TableBlock("", [1, 3], 0, [SampleReport.Row(new string('国', 5000), "短")])));
        pdf.Document.NumberOfPages.ShouldBeGreaterThan(5);
        foreach (var page in pdf.Document.GetPages())
            ReadBack.BodyLetters(page).Max(l => l.StartBaseLine.Y).ShouldBeLessThan(page.Height - (37 * 72 / 25.4));
        pdf.BodyText.Count(c => c == '国').ShouldBe(5000);
    }

    [Fact]
    public void A_head_taller_than_a_page_comes_to_an_end()
    {
        var head = string.Concat(Enumerable.Repeat("国", 4000));
        using var pdf = ReadBack.Of(SampleReport.Of(new TableBlock("", [1], 1, [SampleReport.Row(head), SampleReport.Row("甲"), SampleReport.Row("乙")])));
        pdf.Document.NumberOfPages.ShouldBeLessThan(5);
    }

    [Fact]
    public void Nothing_stands_below_the_type_area()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(SampleReport.ClassTable(80)));
        const double foot = 35 * 72 / 25.4;
        foreach (var page in pdf.Document.GetPages())
            ReadBack.BodyLetters(page).Min(l => l.StartBaseLine.Y).ShouldBeGreaterThan(foot);
    }

    [Fact]
    public void Spans_and_scopes_are_told_to_screen_readers()
    {
        var table = new TableBlock("表", [2, 1, 1], 2,
        [
            new TableRow([new TableCell("项目", RowSpan: 2), new TableCell("申请人", ColumnSpan: 2)]),
            SampleReport.Row("自然人", "法人"),
            SampleReport.Row("新收", "3", "4"),
        ]);
        using var pdf = ReadBack.Of(SampleReport.Of(table));
        var cells = pdf.Elements().Where(e => pdf.Name(e, "S") is "TH" or "TD").ToList();
        cells.Select(c => pdf.Name(c, "S")).ShouldBe(["TH", "TH", "TH", "TH", "TH", "TD", "TD"]);
        Attribute(pdf, cells[0], "RowSpan").ShouldBe("2");
        Attribute(pdf, cells[1], "ColSpan").ShouldBe("2");
        cells.Take(5).Select(c => Attribute(pdf, c, "Scope")).ShouldBe(["Column", "Column", "Column", "Column", "Row"]);
    }

    [Fact]
    public void Rows_that_miss_cells_are_filled_up_so_that_the_table_stays_regular()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(new TableBlock("", [1, 1, 1], 1, [SampleReport.Row("一", "二", "三"), SampleReport.Row("甲")])));
        pdf.ElementTypes().Count(t => t is "TH" or "TD").ShouldBe(6);
    }

    [Fact]
    public void A_row_with_too_many_cells_is_refused() =>
        Should.Throw<ArgumentException>(() => ReadBack.Of(SampleReport.Of(new TableBlock("统计表", [1, 1], 1, [SampleReport.Row("一", "二", "三")]))))
            .Message.ShouldContain("统计表");

    [Fact]
    public void A_caption_with_a_number_of_its_own_keeps_it()
    {
        var table = new TableBlock("表3 申请情况", [1], 0, [SampleReport.Row("甲")]);
        using var pdf = ReadBack.Of(SampleReport.Of(table, table with { Caption = "其他情况" }));
        pdf.BodyText.ShouldBe("表3 申请情况甲表2　其他情况甲");
    }

    private static string? Attribute(ReadBack pdf, DictionaryToken element, string name) =>
        pdf.Get(element, "A") is DictionaryToken attributes
            ? pdf.Get(attributes, name) switch { NameToken word => word.Data, NumericToken number => number.Int.ToString(System.Globalization.CultureInfo.InvariantCulture), _ => null }
            : null;
}
