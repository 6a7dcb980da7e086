using System.IO.Compression;
using System.Text;

namespace Lianxin.Documents.Tests.Reading;

/// <summary>Makes files of every kind, well-formed and hostile.</summary>
internal static class Files
{
    private const string Sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

    public static byte[] Zip(params (string Name, string Text)[] parts) => Zip([.. parts.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Text)))]);

    public static byte[] Zip(params (string Name, byte[] Bytes)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A workbook of one sheet: cells by row, the first row its heads, as inline texts.</summary>
    public static byte[] Workbook(IEnumerable<string[]> rows, string cols = "", string state = "visible", string rowAttributes = "", params (string Name, string Text)[] more) =>
        Zip([.. Shell(state), ("xl/worksheets/sheet1.xml", $"{Sheet}{cols}<sheetData>{Rows(rows, rowAttributes)}</sheetData></worksheet>"), .. more]);

    public static byte[] WorkbookOf(string sheetXml, params (string Name, string Text)[] more) => Zip([.. Shell("visible"), ("xl/worksheets/sheet1.xml", Sheet + sheetXml + "</worksheet>"), .. more]);

    /// <summary>The same workbook with something more at the beginning of its own part.</summary>
    public static byte[] WithWorkbookPart(byte[] workbook, string xml)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        return Zip([.. zip.Entries.Select(entry =>
        {
            using var part = new StreamReader(entry.Open());
            var text = part.ReadToEnd();
            return (entry.FullName, entry.FullName == "xl/workbook.xml" ? text.Replace("<sheets>", xml + "<sheets>", StringComparison.Ordinal) : text);
        })]);
    }

    public static byte[] Word(string body, params (string Name, string Text)[] more) => Zip(
        [("word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"), .. more]);

    public static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    /// <summary>A PDF of one page with one line of ASCII text.</summary>
    public static byte[] Pdf(string line, string about = "") => PdfOf([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
        Stream($"BT /F1 12 Tf 72 720 Td ({line}) Tj ET"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        $"<< /Title ({about}) >>"]);

    public static byte[] PdfOf(IReadOnlyList<string> objects, string trailer = "/Info 6 0 R")
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = text.Length;
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    public static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static (string, string)[] Shell(string state) =>
    [
        ("xl/workbook.xml", $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"名单\" sheetId=\"1\" r:id=\"rId1\" state=\"{state}\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
    ];

    private static string Rows(IEnumerable<string[]> rows, string attributes) => string.Concat(rows.Select(
        (row, at) => $"<row r=\"{at + 1}\"{(at > 0 ? attributes : "")}>{string.Concat(row.Select((cell, column) => $"<c r=\"{(char)('A' + column)}{at + 1}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>"));
}
