using System.Text;
using Lianxin.Core.Privacy;
using Lianxin.Documents.Reading;

namespace Lianxin.Documents.Tests.Reading;

/// <summary>Every place of a file in which a list of persons was ever forgotten. All numbers are made up; region 999999 does not exist.</summary>
public class WhereTextHidesTests
{
    private const string Id = "999999199003070012";
    private const string Mobile = "13812345678";
    private static readonly FileReader Reader = new(TimeProvider.System);
    private static readonly string[] Head = ["姓名", "村社", "身份证号"];
    private static readonly string[] Person = ["张*", "示例村", Id];

    [Fact]
    public void A_visible_cell_is_named_by_sheet_row_and_column() =>
        Found("名单.xlsx", Files.Workbook([Head, Person])).ShouldBe("resident-id 工作表“名单”第2行C列");

    [Fact]
    public void A_hidden_column_is_named_as_one() =>
        Found("名单.xlsx", Files.Workbook([Head, Person], cols: "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>")).ShouldBe("resident-id 工作表“名单”第2行C列（隐藏列）");

    [Fact]
    public void A_hidden_row_is_named_as_one() =>
        Found("名单.xlsx", Files.Workbook([Head, Person], rowAttributes: " hidden=\"1\"")).ShouldBe("resident-id 工作表“名单”第2行C列（隐藏行）");

    [Theory]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public void A_hidden_sheet_is_named_as_one(string state) =>
        Found("名单.xlsx", Files.Workbook([Head, Person], state: state)).ShouldBe("resident-id 工作表“名单”第2行C列（隐藏工作表）");

    [Fact]
    public void A_sheet_that_the_workbook_does_not_name_is_read() =>
        Found("名单.xlsx", Files.Workbook([Head], more: ("xl/worksheets/sheet9.xml", $"<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>{Mobile}</v></c></row></sheetData></worksheet>")))
            .ShouldBe("mobile 工作表“sheet9.xml”第1行A列（隐藏工作表）");

    [Theory]
    [InlineData("xl/comments1.xml", "<comments><commentList><comment ref=\"A1\"><text><r><t>1381</t></r><r><t>2345678</t></r></text></comment></commentList></comments>", "批注")]
    [InlineData("xl/threadedComments/threadedComment1.xml", "<ThreadedComments><threadedComment><text>13812345678</text></threadedComment></ThreadedComments>", "批注")]
    [InlineData("docProps/core.xml", "<p><title>13812345678</title></p>", "文件属性")]
    [InlineData("docProps/custom.xml", "<p><property name=\"电话\"><lpwstr>13812345678</lpwstr></property></p>", "文件属性")]
    [InlineData("xl/drawings/drawing1.xml", "<d><a><p><r><t>138</t></r><r><t>12345678</t></r></p></a></d>", "图形文字")]
    [InlineData("xl/externalLinks/externalLink1.xml", "<e><cell><v>13812345678</v></cell></e>", "外部链接缓存")]
    [InlineData("xl/sharedStrings.xml", "<sst><si><t>13812345678</t></si></sst>", "已删除单元格的残留文字")]
    [InlineData("xl/pivotCache/pivotCacheDefinition1.xml", "<d><cacheField name=\"手机\"><sharedItems><s v=\"13812345678\"/></sharedItems></cacheField></d>", "数据透视表缓存")]
    [InlineData("customXml/item1.xml", "<x><!-- 13812345678 --></x>", "自定义数据")]
    public void Other_parts_of_a_workbook_are_read(string part, string xml, string place) =>
        Found("名单.xlsx", Files.Workbook([Head], more: (part, xml))).ShouldBe($"mobile {place}");

    [Fact]
    public void The_records_of_a_pivot_table_are_read_under_the_names_of_its_fields() =>
        Found("名单.xlsx", Files.Workbook(
            [Head],
            more: [("xl/pivotCache/pivotCacheDefinition1.xml", "<d><cacheField name=\"姓名\"/><cacheField name=\"账号\"/></d>"), ("xl/pivotCache/pivotCacheRecords1.xml", "<rs><r><s v=\"张*\"/><n v=\"123456789012\"/></r></rs>")]))
            .ShouldBe("bank-account 数据透视表缓存");

    [Theory]
    [InlineData("<c r=\"A1\"><v>1.3812345678E10</v></c>", "mobile")]
    [InlineData("<c r=\"A1\"><v>9.9999919900307002E+17</v></c>", "resident-id")]
    [InlineData("<c r=\"A1\"><f>\"13812345678\"&amp;\"\"</f><v>1</v></c>", "mobile")]
    public void Numbers_and_formulas_are_read_as_they_show(string cell, string kind) =>
        Found("名单.xlsx", Files.WorkbookOf($"<sheetData><row r=\"1\">{cell}</row></sheetData>")).ShouldStartWith(kind);

    [Fact]
    public void A_paragraph_of_a_document_is_named_by_its_number_though_its_number_is_in_pieces() =>
        Found("说明.docx", Files.Word(Files.Paragraph("标题") + "<w:p><w:r><w:t>电话1381</w:t></w:r><w:r><w:t>2345678</w:t></w:r></w:p>")).ShouldBe("mobile 正文第2段");

    [Fact]
    public void A_table_of_a_document_is_read_by_its_heads() =>
        Found("说明.docx", Files.Word(Row("姓名", "开户账号") + Row("张*", "123456789012"), [])).ShouldBe("bank-account 表格1第2行第2列");

    [Fact]
    public void What_a_tracked_change_took_out_is_read() =>
        Found("说明.docx", Files.Word($"<w:p><w:r><w:t>电话</w:t></w:r><w:del><w:r><w:delText>{Mobile}</w:delText></w:r></w:del></w:p>")).ShouldBe("mobile 修订记录中已删除的文字");

    [Theory]
    [InlineData("word/comments.xml", "批注")]
    [InlineData("word/header1.xml", "页眉")]
    [InlineData("word/footnotes.xml", "脚注")]
    public void Other_parts_of_a_document_are_read(string part, string place) =>
        Found("说明.docx", Files.Word("", (part, $"<x><p><r><t>{Mobile}</t></r></p></x>"))).ShouldBe($"mobile {place}");

    [Fact]
    public void A_page_of_a_pdf_is_named_by_its_number() => Found("公示.pdf", Files.Pdf("Tel " + Mobile)).ShouldBe("mobile 第1页");

    [Fact]
    public void A_pdfs_properties_are_read() => Found("公示.pdf", Files.Pdf("ok", Mobile)).ShouldBe("mobile 文件属性");

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public void A_list_is_read_in_the_encodings_of_the_trade(string encoding)
    {
        var charset = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);

        Found("名单.csv", [.. charset.Preamble, .. charset.GetBytes($"姓名,账号\r\n张*,\"123456789012\"\r\n")]).ShouldBe("bank-account 第2行第2列");
    }

    [Fact]
    public void A_file_in_an_archive_is_read_and_its_way_is_named() =>
        Found("打包.zip", Files.Zip(("内/说明.txt", Encoding.UTF8.GetBytes(Mobile)))).ShouldBe("mobile 内含文件“说明.txt”");

    [Fact]
    public void A_name_in_an_archive_is_read() => Found("打包.zip", Files.Zip(($"{Mobile}.txt", "无"u8.ToArray()))).ShouldContain("内含文件名");

    [Fact]
    public void A_picture_needs_an_eye_and_what_it_says_of_itself_is_read()
    {
        byte[] comment = [0xFF, 0xFE, 0, 2 + 11, .. Encoding.ASCII.GetBytes(Mobile)];

        var reading = Reader.Read("照片.jpg", [0xFF, 0xD8, .. comment, 0xFF, 0xD9], ScanProfile.Usual);

        reading.Outcome.ShouldBe(ReadingOutcome.NeedsEye);
        reading.Findings.ShouldContain(f => f.Kind == PersonalDataKinds.Mobile && f.Place == "图片属性");
        reading.IsClean.ShouldBeFalse();
    }

    [Fact]
    public void A_workbook_with_a_picture_inside_needs_an_eye() =>
        Reader.Read("名单.xlsx", Files.Workbook([Head], more: ("xl/media/image1.png", "x")), ScanProfile.Usual).Outcome.ShouldBe(ReadingOutcome.NeedsEye);

    [Theory]
    [InlineData("名单.xlsx")]
    [InlineData("说明.docx")]
    [InlineData("公示.pdf")]
    [InlineData("名单.csv")]
    public void An_ordinary_file_is_clean(string name)
    {
        string[][] rows = [["户主姓名", "村社", "金额"], ["张*例", "示例五村三社", "420.00"], ["李*", "示例六村", "1260"]];
        var bytes = Path.GetExtension(name) switch
        {
            ".xlsx" => Files.Workbook(rows),
            ".docx" => Files.Word(Files.Paragraph("本季度低保公示，电话0951-8000101。") + Row("姓名", "金额") + Row("张*", "420")),
            ".pdf" => Files.Pdf("Tel 0951-8000101, 420.00"),
            _ => Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(r => string.Join(',', r)))),
        };

        Reader.Read(name, bytes, ScanProfile.Usual).IsClean.ShouldBeTrue();
    }

    private static string Row(params string[] cells) => (cells[0] is "姓名" ? "<w:tbl>" : "") + $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc>{Files.Paragraph(c)}</w:tc>"))}</w:tr>" + (cells[0] is "姓名" ? "" : "</w:tbl>");

    private static string Found(string name, byte[] bytes)
    {
        var reading = Reader.Read(name, bytes, ScanProfile.Usual);
        reading.Code.ShouldBe("", reading.Detail);
        var finding = reading.Findings.ShouldHaveSingleItem();
        finding.Excerpt.ShouldNotContain(Id[..14]);
        finding.Excerpt.ShouldNotContain(Mobile);
        return $"{finding.Kind} {finding.Place}";
    }
}
