using System.Buffers.Binary;
using System.Text;

namespace Lianxin.Documents.Fonts;

/// <summary>One font file, read once: its measures, its character map, its advances. Immutable, safe for concurrent use.</summary>
public sealed class FontFace
{
    private readonly FontData _data;
    private readonly CharacterMap _map;
    private readonly int _metricsOffset;
    private readonly int _longMetrics;
    private readonly Lazy<NativeFace> _native;

    private FontFace(string path, FontData data)
    {
        Path = path;
        _data = data;
        var font = data.Span;
        var tables = SfntTables.Read(font);
        ReadOnlySpan<byte> Table(ReadOnlySpan<byte> all, string tag) => tables.TryGetValue(tag, out var at)
            ? all.Slice(at.Offset, at.Length)
            : throw new FontException($"The font has no table '{tag}'.");
        var head = Table(font, "head");
        var hhea = Table(font, "hhea");
        UnitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(head[18..]);
        Box = [.. Enumerable.Range(0, 4).Select(i => ToThousandths(BinaryPrimitives.ReadInt16BigEndian(_data.Span[(tables["head"].Offset + 36 + (2 * i))..])))];
        Ascent = ToThousandths(BinaryPrimitives.ReadInt16BigEndian(hhea[4..]));
        Descent = ToThousandths(BinaryPrimitives.ReadInt16BigEndian(hhea[6..]));
        _longMetrics = BinaryPrimitives.ReadUInt16BigEndian(hhea[34..]);
        _metricsOffset = tables["hmtx"].Offset;
        _map = CharacterMap.Read(Table(font, "cmap"));
        Name = ReadPostScriptName(Table(font, "name"));
        IsCff = tables.ContainsKey("CFF ");
        _native = new Lazy<NativeFace>(() => NativeFace.Create(_data));
    }

    public string Path { get; }

    /// <summary>PostScript name, letters, digits and hyphens only.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }

    /// <summary>Bounding box of all glyphs, thousandths of an em.</summary>
    public IReadOnlyList<double> Box { get; }

    /// <summary>Thousandths of an em above the baseline.</summary>
    public double Ascent { get; }

    /// <summary>Thousandths of an em, negative.</summary>
    public double Descent { get; }

    /// <summary>PostScript outlines (OTF) rather than TrueType ones.</summary>
    public bool IsCff { get; }

    internal NativeFace Native => _native.Value;

    /// <summary>Glyph of a code point, 0 when the font has none.</summary>
    public ushort Glyph(int codePoint) => _map.Glyph(codePoint);

    /// <summary>Advance in thousandths of an em, as the font says it.</summary>
    public double Advance(ushort glyph)
    {
        var index = Math.Min(glyph, _longMetrics - 1);
        return ToThousandths(BinaryPrimitives.ReadUInt16BigEndian(_data.Span[(_metricsOffset + (4 * index))..]));
    }

    /// <exception cref="FontException">The file is missing or no font.</exception>
    internal static FontFace Open(string path)
    {
        if (!File.Exists(path)) throw new FontException($"Font file not found: {path}. Run build/fetch-fonts, or configure the path of the font.");
        try
        {
            return new FontFace(path, FontData.Open(path));
        }
        catch (Exception fault) when (fault is FontException or IOException or ArgumentException or KeyNotFoundException or UnauthorizedAccessException)
        {
            throw new FontException($"Font file cannot be used: {path}. {fault.Message}", fault);
        }
    }

    private double ToThousandths(int units) => units * 1000.0 / UnitsPerEm;

    private static string ReadPostScriptName(ReadOnlySpan<byte> table)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(table[2..]);
        var strings = table[BinaryPrimitives.ReadUInt16BigEndian(table[4..])..];
        for (var i = 0; i < count; i++)
        {
            var entry = table.Slice(6 + (12 * i), 12);
            if (BinaryPrimitives.ReadUInt16BigEndian(entry[6..]) != 6) continue;
            var bytes = strings.Slice(BinaryPrimitives.ReadUInt16BigEndian(entry[10..]), BinaryPrimitives.ReadUInt16BigEndian(entry[8..]));
            var wide = BinaryPrimitives.ReadUInt16BigEndian(entry) is 0 or 3;
            var name = (wide ? Encoding.BigEndianUnicode : Encoding.ASCII).GetString(bytes);
            var safe = string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
            if (safe.Length > 0) return safe;
        }
        return "Font";
    }
}
