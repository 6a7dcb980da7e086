using System.Globalization;
using Lianxin.Documents.Fonts;

namespace Lianxin.Documents.Pdf;

/// <summary>The CMap that leads from the identifiers in a page's text back to characters (PDF 1.7, 9.10.3).</summary>
internal static class ToUnicodeMap
{
    /// <summary>Most entries that one section of a CMap may have.</summary>
    private const int SectionSize = 100;

    public static ReadOnlyMemory<byte> Write(UsedFont font)
    {
        var map = new PdfBuffer().Add("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Add("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
            .Add("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var section in font.CodePoints.Select(pair => (Cid: font.Cid(pair.Key), Point: pair.Value)).OrderBy(e => e.Cid).Chunk(SectionSize))
        {
            map.Add(string.Create(CultureInfo.InvariantCulture, $"{section.Length} beginbfchar\n"));
            foreach (var (cid, point) in section)
            {
                map.Add("<").Hex(cid).Add("> <");
                foreach (var unit in char.ConvertFromUtf32(Public(point))) map.Hex(unit);
                map.Add(">\n");
            }
            map.Add("endbfchar\n");
        }
        return map.Add("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").Written;
    }

    /// <summary>Private code points mean nothing outside one machine and are not allowed here (ISO 19005-2, 6.2.11.7.3): they come back as the 〓 that is seen.</summary>
    private static int Public(int point) => point is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000 ? FontLibrary.Geta : point;
}
