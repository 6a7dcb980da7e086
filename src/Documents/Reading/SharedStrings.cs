using System.Collections;
using System.Text;
using System.Xml;

namespace Lianxin.Documents.Reading;

/// <summary>The shared strings of a workbook. Those that no cell shows any more still lie in the file.</summary>
internal sealed class SharedStrings
{
    private readonly List<string> strings = [];
    private BitArray used = new(0);

    public static SharedStrings Read(Package package, Budget budget)
    {
        var shared = new SharedStrings();
        if (package.Find("xl/sharedStrings.xml") is not { } part)
            return shared;
        using var reader = package.OpenXml(part);
        var text = new StringBuilder();
        var phonetic = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "rPh")
                phonetic = !reader.IsEmptyElement;
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is "rPh")
                phonetic = false;
            else if (!phonetic && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text.Append(reader.Value);
            else if (reader.LocalName is "si" && (reader.NodeType == XmlNodeType.EndElement || (reader.NodeType == XmlNodeType.Element && reader.IsEmptyElement)))
                shared.Add(text, budget);
        }

        shared.used = new BitArray(shared.strings.Count);
        return shared;
    }

    public string this[int index]
    {
        get
        {
            if (index < 0 || index >= strings.Count)
                return "";
            used[index] = true;
            return strings[index];
        }
    }

    public void ScanUnused(FileScan scan)
    {
        for (var i = 0; i < strings.Count; i++)
        {
            if (!used[i] && strings[i].Length > 1)
                scan.Text("已删除单元格的残留文字", strings[i]);
        }
    }

    private void Add(StringBuilder text, Budget budget)
    {
        budget.Keep(text.Length);
        budget.Cell();
        strings.Add(text.ToString());
        text.Clear();
    }
}
