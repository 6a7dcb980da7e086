using System.IO.Compression;
using System.Xml;
using Lianxin.Core.Privacy;

namespace Lianxin.Documents.Reading;

/// <summary>
/// Reads what a pivot table remembers of its source: the whole list lies there, long after the sheet that it came from was deleted.
/// Each field is read as a column under its name.
/// </summary>
internal static class PivotCaches
{
    private const string Definition = "xl/pivotCache/pivotCacheDefinition";
    private const string Records = "xl/pivotCache/pivotCacheRecords";
    private const string Place = "数据透视表缓存";

    public static bool IsOne(string path) => path.StartsWith(Definition, StringComparison.OrdinalIgnoreCase) || path.StartsWith(Records, StringComparison.OrdinalIgnoreCase);

    public static void Read(Package package, FileScan scan)
    {
        var fields = new Dictionary<string, List<TableCell>>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in package.Entries.Where(e => e.FullName.StartsWith(Definition, StringComparison.OrdinalIgnoreCase)))
            fields[part.FullName[Definition.Length..]] = ReadDefinition(package, part, scan);
        foreach (var part in package.Entries.Where(e => e.FullName.StartsWith(Records, StringComparison.OrdinalIgnoreCase)))
            ReadRecords(package, part, fields.GetValueOrDefault(part.FullName[Records.Length..]) ?? [], scan);
    }

    private static List<TableCell> ReadDefinition(Package package, ZipArchiveEntry part, FileScan scan)
    {
        var heads = new List<TableCell>();
        var column = new TableScan(scan.Profile);
        using var reader = package.OpenXml(part);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            scan.Budget.Cell();
            if (reader.LocalName is "cacheField")
            {
                heads.Add(new TableCell(heads.Count, reader.GetAttribute("name") ?? ""));
                column = new TableScan(scan.Profile);
                scan.Log.Add(column.Row([new TableCell(0, heads[^1].Text)], _ => scan.Place + Place));
            }
            else if (reader.LocalName is "s" or "n" or "d" && reader.GetAttribute("v") is { } value)
            {
                scan.Log.Add(column.Row([new TableCell(0, value)], _ => scan.Place + Place));
            }
        }

        return heads;
    }

    private static void ReadRecords(Package package, ZipArchiveEntry part, List<TableCell> heads, FileScan scan)
    {
        var table = new TableScan(scan.Profile);
        scan.Log.Add(table.Row(heads, _ => scan.Place + Place));
        var cells = new List<TableCell>();
        var column = 0;
        using var reader = package.OpenXml(part);
        while (reader.Read())
        {
            if (reader.LocalName is "r" && reader.NodeType == XmlNodeType.EndElement)
            {
                scan.Log.Add(table.Row(cells, _ => scan.Place + Place));
                cells.Clear();
                column = 0;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "s" or "n" or "d" or "x" or "m" or "b" or "e")
            {
                scan.Budget.Cell();
                // x points into the field's own list, which was read there.
                if (reader.LocalName is not "x" && reader.GetAttribute("v") is { } value)
                    cells.Add(new TableCell(column, value));
                column++;
            }
        }
    }
}
