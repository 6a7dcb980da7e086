using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Lianxin.Documents.Pdf;

/// <summary>Writes a font resource: composite font, descendant, descriptor, embedded program, way back to Unicode (PDF 1.7, 9.7 and 9.9).</summary>
internal static class FontWriter
{
    private const int Symbolic = 4;

    /// <summary>Number of the font's object.</summary>
    public static int Write(PdfFile file, UsedFont font)
    {
        var name = Tag(font) + "+" + font.Face.Name;
        var program = font.Face.IsCff
            ? file.AddStream(" /Subtype /CIDFontType0C", font.Subset.Program)
            : file.AddStream(string.Create(CultureInfo.InvariantCulture, $" /Length1 {font.Subset.Program.Length}"), font.Subset.Program);
        var descriptor = file.Add(Descriptor(font, name, program));
        var descendant = file.Add(Descendant(font, name, descriptor));
        var toUnicode = file.AddStream(string.Empty, ToUnicodeMap.Write(font).Span);
        var encoded = font.Face.IsCff ? name + "-Identity-H" : name;
        return file.Add(new PdfBuffer().Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{encoded} /Encoding /Identity-H /DescendantFonts [")
            .Reference(descendant).Add(" ] /ToUnicode").Reference(toUnicode).Add(" >>"));
    }

    private static PdfBuffer Descriptor(UsedFont font, string name, int program)
    {
        var face = font.Face;
        return new PdfBuffer().Add($"<< /Type /FontDescriptor /FontName /{name} /Flags").Number(Symbolic)
            .Add(" /FontBBox [").Numbers([.. face.Box]).Add(" ] /ItalicAngle 0 /Ascent").Number(face.Ascent)
            .Add(" /Descent").Number(-Math.Abs(face.Descent)).Add(" /CapHeight 700 /StemV 80")
            .Add(face.IsCff ? " /FontFile3" : " /FontFile2").Reference(program).Add(" >>");
    }

    private static PdfBuffer Descendant(UsedFont font, string name, int descriptor)
    {
        var body = new PdfBuffer().Add("<< /Type /Font /Subtype ").Add(font.Face.IsCff ? "/CIDFontType0" : "/CIDFontType2")
            .Add($" /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor").Reference(descriptor)
            .Add(font.Face.IsCff ? string.Empty : " /CIDToGIDMap /Identity").Add(" /DW 1000 /W [");
        foreach (var (glyph, cid) in font.Subset.Cids.OrderBy(pair => pair.Value))
        {
            var width = font.Width(glyph);
            if (width != 1000) body.Number(cid).Add(" [").Number(width).Add(" ]");
        }
        return body.Add(" ] >>");
    }

    /// <summary>Six letters that tell subsets of one font apart, made from what is in the subset.</summary>
    private static string Tag(UsedFont font)
    {
        var data = new byte[4 + (font.CodePoints.Count * 4)];
        BinaryPrimitives.WriteInt32BigEndian(data, font.Slot);
        var at = 4;
        foreach (var point in font.CodePoints.Values) BinaryPrimitives.WriteInt32BigEndian(data.AsSpan((at += 4) - 4), point);
        var hash = SHA256.HashData(data);
        return string.Concat(hash.Take(6).Select(b => (char)('A' + (b % 26))));
    }
}
