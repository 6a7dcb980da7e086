using System.Text;
using Lianxin.Documents.Reading.Tables;

namespace Lianxin.Documents.Tests.Reading;

public sealed class SheetTableTests
{
    private const string Head = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>number</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>on</t></is></c></row>";

    private const string Styles =
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"00000\"/><numFmt numFmtId=\"166\" formatCode=\";;;\"/><numFmt numFmtId=\"167\" formatCode=\"0.0_ \"/></numFmts>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>";

    [Fact]
    public void Rows_come_as_they_show_with_their_own_numbers_and_blank_ones_are_passed_over()
    {
        var table = Read(Head + "<row r=\"3\"><c r=\"B3\" s=\"1\"><v>46109</v></c></row><row r=\"4\"><c r=\"A4\" s=\"1\"/></row><row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t> </t></is></c></row>");
        table.Findings.ShouldBeEmpty();
        table.Rows.Select(r => r.Number).ShouldBe([1, 3]);
        table.Rows[1].Cells.ShouldBe(["", "2026-03-28"]);
    }

    [Theory]
    [InlineData("<v>105</v>", "105")]
    [InlineData("<v>0.30000000000000004</v>", "0.3")]
    [InlineData("s=\"5\"><v>1.5</v>", "1.5")]
    [InlineData("s=\"2\"><v>46082</v>", "2026-03")]
    [InlineData("t=\"b\"><v>1</v>", "TRUE")]
    [InlineData("t=\"inlineStr\"><is><t>甲_x000D_乙</t></is>", "甲\r乙")]
    [InlineData("t=\"inlineStr\"><is><r><t>粗</t></r><r><t>细</t></r><rPh><t>cu</t></rPh></is>", "粗细")]
    public void A_cell_is_taken_as_it_shows(string cell, string text) => Second(cell).ShouldBe((text, ""));

    [Theory]
    [InlineData("><f>1+1</f><v>2</v>", "import-formula")]
    [InlineData("t=\"e\"><v>#REF!</v>", "import-cell-error")]
    [InlineData("s=\"1\"><v>46109.5</v>", "import-date-time")]
    [InlineData("s=\"1\"><v>60</v>", "import-date-range")]
    [InlineData("s=\"3\"><v>901</v>", "import-number-format")]
    [InlineData("s=\"5\"><v>1.56</v>", "import-number-format")]
    [InlineData("s=\"6\"><v>0.05</v>", "import-number-format")]
    [InlineData("s=\"4\" t=\"inlineStr\"><is><t>看不见</t></is>", "import-hidden-cell")]
    [InlineData("<v>622848000000000123</v>", "import-long-number")]
    public void A_cell_that_shows_other_than_it_keeps_is_named(string cell, string code) => Second(cell).Code.ShouldBe(code);

    [Fact]
    public void Workbooks_that_count_from_1904_give_the_same_days()
    {
        var book = Files.WithWorkbookPart(Book(Head + "<row r=\"2\"><c r=\"B2\" s=\"1\"><v>44647</v></c></row>"), "<workbookPr date1904=\"1\"/>");
        Read(book).Rows[1].Cells[1].ShouldBe("2026-03-28");
    }

    [Fact]
    public void Hidden_rows_and_columns_and_merged_cells_are_named_by_sheet_and_cell()
    {
        var table = Read(Files.WorkbookOf(
            "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>" + Head + "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>2</v></c></row></sheetData>"
            + "<mergeCells count=\"1\"><mergeCell ref=\"A3:A4\"/></mergeCells>"));
        table.Findings.Select(f => (f.Code, f.Sheet, f.Row, f.Cell)).ShouldBe([
            ("import-hidden-column", "名单", 1, "B:B"), ("import-hidden-row", "名单", 2, "2:2"), ("import-merged-cells", "名单", 3, "A3:A4")]);
        table.Findings.ShouldAllBe(f => f.Detail.Contains("工作表“名单”", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_hidden_and_empty_stops_nothing() =>
        Read(Files.WorkbookOf("<cols><col min=\"9\" max=\"16384\" hidden=\"1\"/></cols><sheetData>" + Head + "<row r=\"2\" hidden=\"1\"><c r=\"A2\" s=\"1\"/></row></sheetData>")).FindingCount.ShouldBe(0);

    [Theory]
    [InlineData("", "import-more-sheets")]
    [InlineData("hidden", "import-hidden-sheet")]
    [InlineData("veryHidden", "import-hidden-sheet")]
    public void A_further_sheet_with_content_is_named(string state, string code)
    {
        var finding = Read(TwoSheets(state, "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")).Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Sheet).ShouldBe((code, "旧表"));
        Read(TwoSheets(state, "")).FindingCount.ShouldBe(0);
    }

    [Fact]
    public void A_link_to_another_workbook_is_named() =>
        Read(Files.Workbook([["number"]], more: [("xl/externalLinks/externalLink1.xml", "<externalLink/>")])).Findings.ShouldHaveSingleItem().Code.ShouldBe("import-external-link");

    [Fact]
    public void What_is_no_readable_workbook_says_why_and_throws_nothing()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0];
        Fault(ole).ShouldBe("import-old-format");
        Fault([.. ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")]).ShouldBe("import-encrypted");
        Fault("PK\u0003\u0004rest"u8.ToArray()).ShouldBe("import-broken");
        Fault(Files.Word(Files.Paragraph("甲"))).ShouldBe("import-kind");
        Fault(Files.Workbook([["number"]], more: [("xl/vbaProject.bin", "x")])).ShouldBe("import-macros");
        Fault(Book(Head + "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")).ShouldBe("import-broken");
        Fault(Book(Head + "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>")).ShouldBe("import-too-large");
        Fault(Book("<!DOCTYPE x [<!ENTITY e \"e\">]>" + Head)).ShouldBe("import-broken");
    }

    [Fact]
    public void A_package_that_unpacks_without_end_is_stopped()
    {
        var blanks = new byte[201 * 1024 * 1024];
        Array.Fill(blanks, (byte)' ');
        "<sst>"u8.CopyTo(blanks);
        Fault(Files.Zip(("xl/workbook.xml", "<workbook/>"u8.ToArray()), ("xl/sharedStrings.xml", blanks))).ShouldBe("import-too-large");
    }

    [Fact]
    public void One_row_too_many_ends_the_reading()
    {
        var book = Files.Workbook(Enumerable.Repeat((string[])["x"], 5));
        new SheetTableReader(TimeProvider.System).Read(book, 4).Fault.ShouldBeNull();
        var fault = new SheetTableReader(TimeProvider.System).Read(book, 3).Fault.ShouldNotBeNull();
        (fault.Code, fault.TooLarge).ShouldBe(("import-too-many-rows", true));
    }

    private static byte[] Book(string rows) => Files.WorkbookOf("<sheetData>" + rows + "</sheetData>", ("xl/styles.xml", Styles));

    private static SheetTable Read(string rows) => Read(Book(rows));

    private static SheetTable Read(byte[] book)
    {
        var table = new SheetTableReader(TimeProvider.System).Read(book, 20_000);
        table.Fault.ShouldBeNull();
        return table;
    }

    private static string Fault(byte[] book) => new SheetTableReader(TimeProvider.System).Read(book, 20_000).Fault.ShouldNotBeNull().Code;

    private static (string Text, string Code) Second(string cell)
    {
        var table = Read(Head + $"<row r=\"2\"><c r=\"A2\" {(cell.StartsWith('<') ? ">" : "")}{cell}</c></row>");
        return (table.Rows[1].Cells[0], table.Findings.Count > 0 ? table.Findings[0].Code : "");
    }

    private static byte[] TwoSheets(string state, string rows)
    {
        var one = Files.WithWorkbookPart(Files.Workbook([["number"]]), "");
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(one));
        var parts = zip.Entries.Select(e => (e.FullName, new StreamReader(e.Open()).ReadToEnd())).ToDictionary(p => p.FullName, p => p.Item2);
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].Replace("</sheets>", $"<sheet name=\"旧表\" sheetId=\"2\" r:id=\"rId2\" state=\"{state}\"/></sheets>", StringComparison.Ordinal);
        parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].Replace("</Relationships>", "<Relationship Id=\"rId2\" Target=\"worksheets/sheet2.xml\"/></Relationships>", StringComparison.Ordinal);
        return Files.Zip([.. parts.Select(p => (p.Key, p.Value)), ("xl/worksheets/sheet2.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>")]);
    }
}
