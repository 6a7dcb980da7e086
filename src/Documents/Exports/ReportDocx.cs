using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Lianxin.Core.Calendar;
using Lianxin.Core.Reports;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Typesetting.Tables;

namespace Lianxin.Documents.Exports;

/// <summary>
/// The report as DOCX (ECMA-376 WordprocessingML), for those who must paste it elsewhere: real headings and tables with merged cells and
/// repeated heads; charts become tables of their numbers. Nothing but text, so it is written as it is, without a library.
/// </summary>
internal static class ReportDocx
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Width of the text between the margins of GB/T 9704, in twentieths of a point (156 mm).</summary>
    private const int TextWidth = 8844;

    /// <summary>Parts carry no time of their making: the same report gives the same bytes.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Types =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
        + "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
        + "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/></Types>";

    private const string Relations =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

    private const string DocumentRelations =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>"
        + "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/></Relationships>";

    /// <summary>页码 as on paper, <c>— 1 —</c> in 4号; one place for odd and even pages, because most will be read on a screen.</summary>
    private const string Footer =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:ftr xmlns:w=\"" + Main + "\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
        + "<w:r><w:t xml:space=\"preserve\">— </w:t></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>";

    private static readonly string Styles =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:styles xmlns:w=\"" + Main + "\">"
        + "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"仿宋_GB2312\"/><w:sz w:val=\"32\"/>"
        + "<w:lang w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line=\"560\" w:lineRule=\"exact\"/></w:pPr></w:pPrDefault></w:docDefaults>"
        + Style("Normal", "Normal", "", "", isDefault: true)
        + Style("Body", "Body Text", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>", "")
        + Style("Title", "Title", "<w:spacing w:line=\"680\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", "<w:rFonts w:eastAsia=\"方正小标宋简体\"/><w:sz w:val=\"44\"/>")
        + Style("Heading1", "heading 1", "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"0\"/>", "<w:rFonts w:eastAsia=\"黑体\"/>")
        + Style("Heading2", "heading 2", "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"1\"/>", "<w:rFonts w:eastAsia=\"楷体_GB2312\"/>")
        + Style("Heading3", "heading 3", "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"2\"/>", "<w:b/>")
        + Style("Caption", "caption", "<w:keepNext/><w:jc w:val=\"center\"/>", "<w:rFonts w:eastAsia=\"黑体\"/><w:sz w:val=\"24\"/>")
        + Style("Note", "Note", "<w:spacing w:line=\"400\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"480\"/>", "<w:rFonts w:eastAsia=\"楷体_GB2312\"/><w:sz w:val=\"24\"/>")
        + Style("Sign", "Signature", "<w:jc w:val=\"right\"/>", "")
        + Style("Footer", "footer", "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>", "<w:rFonts w:eastAsia=\"宋体\"/><w:sz w:val=\"28\"/>")
        + Style("Cell", "Table Cell", "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>", "<w:rFonts w:eastAsia=\"宋体\"/><w:sz w:val=\"18\"/>")
        + "</w:styles>";

    public static byte[] Write(ReportContent content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", Types);
            Put(zip, "_rels/.rels", Relations);
            Put(zip, "word/document.xml", Document(content));
            Put(zip, "word/styles.xml", Styles);
            Put(zip, "word/footer1.xml", Footer);
            Put(zip, "word/_rels/document.xml.rels", DocumentRelations);
        }

        return bytes.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Style(string id, string name, string paragraph, string run, bool isDefault = false) =>
        $"<w:style w:type=\"paragraph\"{(isDefault ? " w:default=\"1\"" : "")} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>"
        + $"{(isDefault ? "" : "<w:basedOn w:val=\"Normal\"/>")}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>";

    private static string Document(ReportContent content)
    {
        using var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text))
        {
            xml.WriteStartElement("w", "document", Main);
            xml.WriteStartElement("body", Main);
            foreach (var line in content.Title)
                Paragraph(xml, "Title", line);
            Paragraph(xml, "Body", "");
            foreach (var block in content.Blocks)
                Block(xml, block);
            // A4 with the margins of GB/T 9704: 37 mm above, 28 mm left.
            xml.WriteRaw("<w:sectPr><w:footerReference xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" w:type=\"default\" r:id=\"r2\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr>");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Block(XmlWriter xml, ReportBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Paragraph(xml, string.Create(CultureInfo.InvariantCulture, $"Heading{heading.Level}"), heading.Text);
                break;
            case ContentsBlock:
                // Word shows the headings beside the text and makes contents from them; pages are only known there.
                break;
            case ParagraphBlock paragraph:
                Paragraph(xml, "Body", paragraph.Text);
                break;
            case NoteBlock note:
                Paragraph(xml, "Note", note.Text);
                break;
            case SignatureBlock signature:
                Paragraph(xml, "Sign", signature.Issuer);
                Paragraph(xml, "Sign", ChineseDates.Text(signature.On));
                break;
            case TableBlock table:
                Table(xml, table);
                break;
            case ChartBlock chart:
                Table(xml, ChartNumbers.Table(chart));
                break;
            case WebCodeBlock code:
                Paragraph(xml, "Note", $"网址：{code.Address}");
                Paragraph(xml, "Note", code.Beside);
                break;
            default:
                throw new NotSupportedException($"No way to write a {block.GetType().Name}.");
        }
    }

    private static void Paragraph(XmlWriter xml, string style, string text, string? alignment = null)
    {
        xml.WriteStartElement("p", Main);
        xml.WriteRaw($"<w:pPr><w:pStyle w:val=\"{style}\"/>{(alignment is null ? "" : $"<w:jc w:val=\"{alignment}\"/>")}</w:pPr>");
        xml.WriteStartElement("r", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteString(DisplayText.Clean(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Table(XmlWriter xml, TableBlock table)
    {
        Paragraph(xml, "Caption", table.Caption);
        var grid = new TableGrid(table);
        var total = table.ColumnWeights.Sum();
        int[] widths = [.. table.ColumnWeights.Select(w => (int)(TextWidth * w / total))];
        xml.WriteStartElement("tbl", Main);
        xml.WriteRaw("<w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:jc w:val=\"center\"/><w:tblBorders>");
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
            xml.WriteRaw($"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
        xml.WriteRaw("</w:tblBorders></w:tblPr><w:tblGrid>");
        foreach (var width in widths)
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{width}\"/>"));
        xml.WriteRaw("</w:tblGrid>");
        for (var row = 0; row < grid.Rows; row++)
            Row(xml, grid, row, widths);
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, TableGrid grid, int row, int[] widths)
    {
        xml.WriteStartElement("tr", Main);
        xml.WriteRaw($"<w:trPr><w:cantSplit/>{(row < grid.HeadRows ? "<w:tblHeader/>" : "")}</w:trPr>");
        for (var column = 0; column < grid.Columns;)
        {
            var cell = grid.Owner(row, column);
            var width = widths[column..cell.ColumnEnd].Sum();
            var merge = cell.RowSpan == 1 ? "" : cell.Row == row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
            xml.WriteStartElement("tc", Main);
            xml.WriteRaw(string.Create(
                CultureInfo.InvariantCulture,
                $"<w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{(cell.ColumnSpan > 1 ? $"<w:gridSpan w:val=\"{cell.ColumnSpan}\"/>" : "")}{merge}<w:vAlign w:val=\"center\"/></w:tcPr>"));
            var alignment = cell.Cell.Alignment switch { CellAlignment.Start => "left", CellAlignment.End => "right", _ => "center" };
            Paragraph(xml, "Cell", cell.Row == row ? cell.Cell.Text : "", alignment);
            xml.WriteEndElement();
            column = cell.ColumnEnd;
        }

        xml.WriteEndElement();
    }

    /// <summary>Says UTF-8 in the declaration, which is what becomes of the text.</summary>
    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
