using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Lianxin.Core.Privacy;

namespace Lianxin.Documents.Reading;

/// <summary>Writes a plain workbook row by row: cells and nothing else, no author, no styles, no formulas, nothing hidden.</summary>
internal sealed class NewWorkbook : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>The oldest date that a ZIP can tell: the copy does not say when it was made, and the same list makes the same bytes.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly MemoryStream bytes = new();
    private readonly ZipArchive archive;
    private readonly List<string> names = [];

    public NewWorkbook() => archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true);

    public void Sheet(string name, IEnumerable<IReadOnlyList<TableCell>> rows)
    {
        names.Add(name);
        using var xml = Open($"xl/worksheets/sheet{names.Count.ToString(CultureInfo.InvariantCulture)}.xml");
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        var number = 0;
        foreach (var row in rows)
        {
            var at = (++number).ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", at);
            foreach (var cell in row)
                Write(xml, SheetReader.Letters(cell.Column) + at, cell.Text);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public byte[] End()
    {
        using (var xml = Open("xl/workbook.xml"))
        {
            xml.WriteStartElement("workbook", Main);
            xml.WriteAttributeString("xmlns", "r", null, Links);
            xml.WriteStartElement("sheets", Main);
            foreach (var (index, name) in names.Index())
            {
                xml.WriteStartElement("sheet", Main);
                xml.WriteAttributeString("name", name);
                xml.WriteAttributeString("sheetId", (index + 1).ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("id", Links, $"rId{(index + 1).ToString(CultureInfo.InvariantCulture)}");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        Relationships("xl/_rels/workbook.xml.rels", [.. names.Index().Select(n => ("worksheet", $"worksheets/sheet{(n.Index + 1).ToString(CultureInfo.InvariantCulture)}.xml"))]);
        Relationships("_rels/.rels", [("officeDocument", "xl/workbook.xml")]);
        using (var xml = Open("[Content_Types].xml"))
        {
            xml.WriteStartElement("Types", Types);
            Type(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
            Type(xml, "Override", "PartName", "/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
            foreach (var (index, _) in names.Index())
                Type(xml, "Override", "PartName", $"/xl/worksheets/sheet{(index + 1).ToString(CultureInfo.InvariantCulture)}.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
            xml.WriteEndElement();
        }

        archive.Dispose();
        return bytes.ToArray();
    }

    public void Dispose()
    {
        archive.Dispose();
        bytes.Dispose();
    }

    private static void Write(XmlWriter xml, string reference, string text)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", reference);
        // A short plain number stays one, so that the copy can be summed; everything else is text, and no formula.
        if (IsNumber(text))
        {
            xml.WriteElementString("v", Main, text);
        }
        else
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve");
            xml.WriteString(Clean(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static bool IsNumber(string text) =>
        text.Length is > 0 and <= 15 && (text[0] != '0' || text.Length == 1 || text[1] == '.') && text[^1] != '.'
        && text.All(c => char.IsAsciiDigit(c) || c == '.') && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));

    private static void Type(XmlWriter xml, string element, string attribute, string value, string type)
    {
        xml.WriteStartElement(element, Types);
        xml.WriteAttributeString(attribute, value);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private void Relationships(string part, IReadOnlyList<(string Kind, string Target)> targets)
    {
        using var xml = Open(part);
        xml.WriteStartElement("Relationships", Package);
        foreach (var (index, (kind, target)) in targets.Index())
        {
            xml.WriteStartElement("Relationship", Package);
            xml.WriteAttributeString("Id", $"rId{(index + 1).ToString(CultureInfo.InvariantCulture)}");
            xml.WriteAttributeString("Type", $"{Links}/{kind}");
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private XmlWriter Open(string part)
    {
        var entry = archive.CreateEntry(part, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return XmlWriter.Create(entry.Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });
    }
}
