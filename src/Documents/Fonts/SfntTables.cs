using System.Buffers.Binary;
using System.Text;

namespace Lianxin.Documents.Fonts;

/// <summary>The table directory of an sfnt (TrueType or OpenType file).</summary>
internal static class SfntTables
{
    private const uint TrueType = 0x00010000;
    private const uint OpenTypeCff = 0x4F54544F;

    /// <summary>Offset and length of every table.</summary>
    /// <exception cref="FontException">The bytes are no single font.</exception>
    public static IReadOnlyDictionary<string, (int Offset, int Length)> Read(ReadOnlySpan<byte> font)
    {
        if (font.Length < 12 || BinaryPrimitives.ReadUInt32BigEndian(font) is not (TrueType or OpenTypeCff))
            throw new FontException("Not a TrueType or OpenType font (collections are not supported).");
        var count = BinaryPrimitives.ReadUInt16BigEndian(font[4..]);
        var tables = new Dictionary<string, (int, int)>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var entry = font.Slice(12 + (16 * i), 16);
            var offset = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
            if (offset + (ulong)length > (ulong)font.Length)
                throw new FontException("A font table reaches beyond the file.");
            tables[Encoding.ASCII.GetString(entry[..4])] = ((int)offset, (int)length);
        }
        return tables;
    }
}
