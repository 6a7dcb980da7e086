using System.IO.Compression;
using System.Security;
using System.Text;

namespace Lianxin.Functions.Tests.Http;

/// <summary>Makes small XLSX workbooks of one sheet.</summary>
internal static class Workbooks
{
    /// <param name="rows">Cells as inline texts; what begins with <c>&lt;</c> is the inside of the cell as it is.</param>
    /// <param name="before">What stands before the rows, for example columns.</param>
    /// <param name="hiddenRow">A row that is hidden, from 1.</param>
    public static byte[] Of(IEnumerable<IReadOnlyList<string>> rows, string before = "", int hiddenRow = 0)
    {
        var sheet = string.Concat(rows.Select((row, at) => $"<row r=\"{at + 1}\"{(at + 1 == hiddenRow ? " hidden=\"1\"" : "")}>{string.Concat(row.Select((cell, column) => Cell(cell, (char)('A' + column), at + 1)))}</row>"));
        return Zip(
            ("xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"登记簿\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet>{before}<sheetData>{sheet}</sheetData></worksheet>"));
    }

    private static string Cell(string cell, char column, int row) => cell.StartsWith('<')
        ? $"<c r=\"{column}{row}\" s=\"1\">{cell}</c>"
        : $"<c r=\"{column}{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell)}</t></is></c>";

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
