using System.IO.Compression;
using System.Xml;

namespace Lianxin.Documents.Reading;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Hidden">隐藏 or deeply hidden.</param>
internal sealed record WorkbookSheet(string Name, string Path, bool Hidden);

/// <summary>The sheets in the workbook's own order; sheets that lie in the package and that the workbook does not name come last, as hidden.</summary>
internal static class WorkbookSheets
{
    private const string Folder = "xl/worksheets/";

    public static List<WorkbookSheet> Read(Package package, ZipArchiveEntry workbook, Budget budget)
    {
        var targets = Targets(package);
        var sheets = new List<WorkbookSheet>();
        using var reader = package.OpenXml(workbook);
        while (reader.Read())
        {
            budget.Cell();
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName is not "sheet")
                continue;
            var name = reader.GetAttribute("name") ?? "";
            var id = reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                ?? reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";
            if (targets.TryGetValue(id, out var path))
                sheets.Add(new WorkbookSheet(name, path, reader.GetAttribute("state") is "hidden" or "veryHidden"));
            if (sheets.Count > budget.Limits.Sheets)
                throw UnreadableFileException.TooMuch("工作表数");
        }

        var named = sheets.Select(s => s.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        sheets.AddRange(package.Entries
            .Where(e => e.FullName.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) && e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !named.Contains(e.FullName))
            .Select(e => new WorkbookSheet(e.Name, e.FullName, Hidden: true)));
        return sheets;
    }

    private static Dictionary<string, string> Targets(Package package)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (package.Find("xl/_rels/workbook.xml.rels") is not { } part)
            return targets;
        using var reader = package.OpenXml(part);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "Relationship" && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }

        return targets;
    }
}
