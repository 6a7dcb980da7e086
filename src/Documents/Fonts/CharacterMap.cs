using System.Buffers.Binary;

namespace Lianxin.Documents.Fonts;

/// <summary>The cmap of a font: glyph of a code point. Formats 12 (whole Unicode) and 4 (basic plane) are read.</summary>
internal sealed class CharacterMap
{
    private readonly uint[] _starts;
    private readonly uint[] _ends;
    private readonly ushort[]?[] _glyphs;
    private readonly uint[] _firstGlyphs;

    private CharacterMap(List<(uint Start, uint End, uint First, ushort[]? Glyphs)> ranges)
    {
        ranges.Sort((a, b) => a.Start.CompareTo(b.Start));
        _starts = [.. ranges.Select(r => r.Start)];
        _ends = [.. ranges.Select(r => r.End)];
        _firstGlyphs = [.. ranges.Select(r => r.First)];
        _glyphs = [.. ranges.Select(r => r.Glyphs)];
    }

    /// <summary>Glyph of a code point, 0 when the font has none.</summary>
    public ushort Glyph(int codePoint)
    {
        var index = Array.BinarySearch(_starts, (uint)codePoint);
        if (index < 0) index = ~index - 1;
        if (index < 0 || (uint)codePoint > _ends[index]) return 0;
        var offset = (uint)codePoint - _starts[index];
        return _glyphs[index] is { } glyphs ? glyphs[offset] : (ushort)(_firstGlyphs[index] + offset);
    }

    /// <exception cref="FontException">There is no Unicode map.</exception>
    public static CharacterMap Read(ReadOnlySpan<byte> cmap)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(cmap[2..]);
        var best = (Rank: 0, Offset: 0);
        for (var i = 0; i < count; i++)
        {
            var entry = cmap.Slice(4 + (8 * i), 8);
            var platform = BinaryPrimitives.ReadUInt16BigEndian(entry);
            var encoding = BinaryPrimitives.ReadUInt16BigEndian(entry[2..]);
            var offset = BinaryPrimitives.ReadInt32BigEndian(entry[4..]);
            var unicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            var rank = unicode ? BinaryPrimitives.ReadUInt16BigEndian(cmap[offset..]) switch { 12 => 2, 4 => 1, _ => 0 } : 0;
            if (rank > best.Rank) best = (rank, offset);
        }
        return best.Rank switch
        {
            2 => new CharacterMap(ReadGroups(cmap[best.Offset..])),
            1 => new CharacterMap(ReadSegments(cmap[best.Offset..])),
            _ => throw new FontException("The font has no Unicode character map."),
        };
    }

    private static List<(uint, uint, uint, ushort[]?)> ReadGroups(ReadOnlySpan<byte> table)
    {
        var count = BinaryPrimitives.ReadInt32BigEndian(table[12..]);
        var ranges = new List<(uint, uint, uint, ushort[]?)>(count);
        for (var i = 0; i < count; i++)
        {
            var group = table.Slice(16 + (12 * i), 12);
            ranges.Add((
                BinaryPrimitives.ReadUInt32BigEndian(group),
                BinaryPrimitives.ReadUInt32BigEndian(group[4..]),
                BinaryPrimitives.ReadUInt32BigEndian(group[8..]),
                null));
        }
        return ranges;
    }

    private static List<(uint, uint, uint, ushort[]?)> ReadSegments(ReadOnlySpan<byte> table)
    {
        var doubled = BinaryPrimitives.ReadUInt16BigEndian(table[6..]);
        ReadOnlySpan<byte> ends = table[14..], starts = table[(16 + doubled)..];
        ReadOnlySpan<byte> deltas = table[(16 + (2 * doubled))..], offsets = table[(16 + (3 * doubled))..];
        var ranges = new List<(uint, uint, uint, ushort[]?)>(doubled / 2);
        for (var i = 0; i < doubled; i += 2)
        {
            var start = BinaryPrimitives.ReadUInt16BigEndian(starts[i..]);
            var end = BinaryPrimitives.ReadUInt16BigEndian(ends[i..]);
            if (start == 0xFFFF || end < start) continue;
            var delta = BinaryPrimitives.ReadUInt16BigEndian(deltas[i..]);
            var offset = BinaryPrimitives.ReadUInt16BigEndian(offsets[i..]);
            var glyphs = new ushort[end - start + 1];
            for (var c = 0; c < glyphs.Length; c++)
            {
                var raw = offset == 0 ? start + c : BinaryPrimitives.ReadUInt16BigEndian(offsets[(i + offset + (2 * c))..]);
                glyphs[c] = offset != 0 && raw == 0 ? (ushort)0 : (ushort)(raw + delta);
            }
            ranges.Add((start, end, 0, glyphs));
        }
        return ranges;
    }
}
