using System.Text;
using Lianxin.Core.Privacy;
using Lianxin.Documents.Reading;

namespace Lianxin.Documents.Tests.Reading;

/// <summary>Files made to hurt: each is refused by a stable code, in bounded time, and says nothing of what stands in it.</summary>
public class HostileFileTests
{
    private static readonly FileReader Reader = new(TimeProvider.System, new ReadingLimits(Unpacked: 20_000_000, Cells: 200_000, Strings: 4_000_000, Time: TimeSpan.FromSeconds(10)));

    [Fact]
    public void A_bomb_stops_when_its_bytes_are_paid_for() =>
        Code("炸弹.xlsx", Files.WorkbookOf($"<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{new string(' ', 30_000_000)}</t></is></c></row></sheetData>")).ShouldBe("file-too-large");

    [Fact]
    public void Ten_thousand_sheets_are_too_many() =>
        Code("多表.xlsx", Files.Zip(
            ("xl/workbook.xml", $"<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{string.Concat(Enumerable.Range(1, 10_000).Select(i => $"<sheet name=\"{i}\" r:id=\"rId1\"/>"))}</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></R>"))).ShouldBe("file-too-large");

    [Fact]
    public void More_cells_than_are_counted_are_too_many() =>
        Code("大表.xlsx", Files.WorkbookOf($"<sheetData><row>{string.Concat(Enumerable.Repeat("<c/>", 200_001))}</row></sheetData>")).ShouldBe("file-too-large");

    [Fact]
    public void Ten_thousand_files_in_an_archive_are_too_many() =>
        Code("打包.zip", Files.Zip([.. Enumerable.Range(0, 10_000).Select(i => ($"{i}.txt", "x"u8.ToArray()))])).ShouldBe("file-too-large");

    [Fact]
    public void Archives_in_archives_end_somewhere()
    {
        var bytes = Files.Zip(("a.txt", "x"u8.ToArray()));
        for (var depth = 0; depth < 6; depth++)
            bytes = Files.Zip(("a.zip", bytes));

        Code("套.zip", bytes).ShouldBe("file-too-large");
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>")]
    [InlineData("<worksheet><row></worksheet>")]
    public void Entities_and_broken_xml_are_refused(string sheet) =>
        Code("实体.xlsx", Files.Zip(
            ("xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></R>"),
            ("xl/worksheets/sheet1.xml", sheet))).ShouldBe("file-broken");

    [Fact]
    public void Macros_are_refused() => Code("宏.xlsx", Files.Workbook([["a"]], more: ("xl/vbaProject.bin", "x"))).ShouldBe("file-macros");

    [Theory]
    [InlineData("旧.doc", "file-old-format")]
    [InlineData("旧.xls", "file-old-format")]
    [InlineData("加密.xlsx", "file-old-format")]
    public void Old_and_encrypted_office_files_are_named(string name, string code) =>
        Code(name, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]).ShouldBe(code);

    [Theory]
    [InlineData("坏.xlsx")]
    [InlineData("坏.docx")]
    [InlineData("坏.pdf")]
    [InlineData("坏.zip")]
    [InlineData("坏.jpg")]
    public void Whatever_bytes_come_a_reading_is_answered(string name)
    {
        var random = new Random(8);
        for (var i = 0; i < 60; i++)
        {
            var bytes = new byte[random.Next(0, 400)];
            random.NextBytes(bytes);
            byte[] start = Path.GetExtension(name) switch { ".pdf" => "%PDF-1.4\n"u8.ToArray(), ".jpg" => [], _ => "PK\u0003\u0004"u8.ToArray() };
            Code(name, [.. start, .. bytes]).ShouldBe("file-broken");
        }
    }

    [Fact]
    public void A_pdf_whose_pages_go_in_a_circle_ends()
    {
        var reading = Reader.Read("圈.pdf", Files.PdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>"], ""), ScanProfile.Usual);

        (reading.Outcome is ReadingOutcome.Refused || reading.Findings.Count == 0).ShouldBeTrue();
    }

    [Fact]
    public void A_pdf_that_calls_itself_for_ever_ends()
    {
        var form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length 22 >>\nstream\n/X Do /X Do /X Do /X Do\nendstream";
        var page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Contents 5 0 R >>";

        var reading = Reader.Read("环.pdf", Files.PdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, form, Files.Stream("/X Do")], ""), ScanProfile.Usual);

        (reading.Outcome is ReadingOutcome.Refused || reading.IsClean).ShouldBeTrue();
    }

    [Fact]
    public void Deeply_nested_brackets_end() =>
        Reader.Read("深.pdf", Files.PdfOf(["<< /Type /Catalog /Pages 2 0 R >>", new string('[', 200_000)], ""), ScanProfile.Usual).Outcome.ShouldBe(ReadingOutcome.Refused);

    [Fact]
    public void A_refusal_quotes_nothing_of_the_file() =>
        Reader.Read("坏.csv", [.. Encoding.UTF8.GetBytes("13812345678,"), 0xFF, 0xFF], ScanProfile.Usual).ToString().ShouldNotContain("13812345678");

    private static string Code(string name, byte[] bytes)
    {
        var reading = Reader.Read(name, bytes, ScanProfile.Usual);
        reading.IsClean.ShouldBeFalse();
        return reading.Code;
    }
}
