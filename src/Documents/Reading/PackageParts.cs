using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Lianxin.Documents.Reading;

/// <summary>What is common to packages of Office: macros, pictures, files inside, and every part that needs no reader of its own.</summary>
internal static class PackageParts
{
    /// <summary>Elements that only divide a text into pieces: a number may go on behind them.</summary>
    private static readonly HashSet<string> Inline = new(
        ["t", "r", "rPr", "ins", "del", "delText", "instrText", "hyperlink", "smartTag", "proofErr", "fldSimple", "fld", "sdt", "sdtContent", "rPh", "b", "i", "sz", "color", "rFont", "TextCode", "lang", "rFonts", "noProof"], StringComparer.Ordinal);

    private static readonly (string Start, string Label)[] Labels =
    [
        ("docProps/", "文件属性"), ("xl/comments", "批注"), ("xl/threadedComments", "批注"), ("xl/persons", "批注人"), ("xl/pivotCache", "数据透视表缓存"), ("xl/pivotTables", "数据透视表"),
        ("xl/externalLinks", "外部链接缓存"), ("xl/drawings", "图形文字"), ("xl/charts", "图表缓存"), ("xl/diagrams", "图形文字"), ("customXml/", "自定义数据"), ("word/comments", "批注"),
        ("word/header", "页眉"), ("word/footer", "页脚"), ("word/footnotes", "脚注"), ("word/endnotes", "尾注"), ("word/charts", "图表缓存"), ("word/diagrams", "图形文字"), ("word/glossary", "词汇表"),
    ];

    /// <summary>Parts that say how things look; nobody's text stands in them.</summary>
    private static readonly string[] Looks = ["xl/styles.xml", "word/styles.xml", "word/fontTable.xml", "word/settings.xml", "word/webSettings.xml", "word/numbering.xml", "[Content_Types].xml"];

    /// <summary>Ends of the relationship types whose target a program fetches by itself (ECMA-376, part 1).</summary>
    private static readonly string[] Fetched = ["/attachedTemplate", "/oleObject", "/frame", "/subDocument", "/aFChunk", "/image"];

    /// <summary>Refuses macros, notes pictures, reads files inside and every other part but those in <paramref name="known"/>.</summary>
    public static void ReadRest(Package package, FileScan scan, Func<string, bool> known)
    {
        foreach (var entry in package.Entries)
        {
            var path = entry.FullName;
            if (Path.GetFileName(path).StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase) || path.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase))
                throw UnreadableFileException.Macros();
            if (path.Contains("/media/", StringComparison.OrdinalIgnoreCase))
                scan.Log.NeedsEye("内含图片");
            else if (path.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase))
                FileKinds.Read(entry.Name, package.ReadAll(entry), scan.Inside(entry.Name));
            else if (IsXml(path) && !known(path) && !IsLook(path))
                ReadXml(package, entry, scan, LabelOf(path));
        }
    }

    /// <summary>Every text and every attribute of a part; pieces of one paragraph are read as one.</summary>
    public static void ReadXml(Package package, ZipArchiveEntry entry, FileScan scan, string place)
    {
        using var reader = package.OpenXml(entry);
        var text = new StringBuilder();
        void Flush()
        {
            if (text.Length > 1)
                scan.Text(place, text.ToString());
            text.Clear();
        }

        while (reader.Read())
        {
            scan.Budget.Cell();
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && IsRemote(reader.GetAttribute("Type"), reader.GetAttribute("TargetMode"), reader.GetAttribute("Target")))
                throw UnreadableFileException.Remote();
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text.Append(reader.Value);
            else if (reader.NodeType == XmlNodeType.Comment && reader.Value.Length > 6)
                scan.Text(place, reader.Value);
            else if (reader.NodeType == XmlNodeType.EndElement && !Inline.Contains(reader.LocalName))
                Flush();
            else if (reader.NodeType == XmlNodeType.Element)
                ReadAttributes(reader, scan, place);
            if (text.Length > 200_000)
                Flush();
        }

        Flush();
    }

    private static void ReadAttributes(XmlReader reader, FileScan scan, string place)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            // Namespaces, ids and measures; a name, a number or a mail address is longer than a few characters or not ASCII.
            if (reader.Prefix is "xmlns" or "r" or "xml" || reader.LocalName is "xmlns" or "uid" or "id" or "guid" || reader.Value.StartsWith("http", StringComparison.Ordinal))
                continue;
            if (reader.Value.Length >= 7 || !System.Text.Ascii.IsValid(reader.Value))
                scan.Text(place, reader.Value.StartsWith("mailto:", StringComparison.Ordinal) ? reader.Value[7..] : reader.Value);
        }

        reader.MoveToElement();
    }

    /// <summary>What is fetched when the file is opened. A template on the author's own disk is fetched from nowhere.</summary>
    private static bool IsRemote(string? type, string? mode, string? target) =>
        mode is "External" && target is not null && Fetched.Any(f => type?.EndsWith(f, StringComparison.Ordinal) == true)
        && (target.StartsWith("http", StringComparison.OrdinalIgnoreCase) || target.StartsWith("ftp", StringComparison.OrdinalIgnoreCase) || target.Contains(@"\\", StringComparison.Ordinal));

    private static bool IsXml(string path) =>
        path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    private static bool IsLook(string path) =>
        Looks.Contains(path, StringComparer.OrdinalIgnoreCase) || path.Contains("/theme/", StringComparison.OrdinalIgnoreCase) || path.EndsWith("calcChain.xml", StringComparison.OrdinalIgnoreCase);

    private static string LabelOf(string path)
    {
        foreach (var (start, label) in Labels)
        {
            if (path.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return label;
        }

        return path.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) ? "链接" : "文件内部数据";
    }
}
