using System.Buffers.Binary;

namespace Lianxin.Documents.Fonts;

/// <summary>
/// The charset of a CFF font: a CID-keyed font (Fandol is one, Adobe-GB1) is addressed in PDF by the identifiers written there,
/// any other CFF font by glyph index (PDF 1.7, 9.7.4.2). Format: Adobe Technical Note 5176.
/// </summary>
internal sealed class CffCharset
{
    private const int CharsetOperator = 15;
    private const int CharStringsOperator = 17;
    private const int RosOperator = (12 << 8) | 30;

    private readonly ushort[]? _cids;

    private CffCharset(ushort[]? cids) => _cids = cids;

    public ushort Cid(ushort glyph) => _cids is null ? glyph : _cids[glyph];

    public static CffCharset Read(ReadOnlySpan<byte> cff)
    {
        var names = new CffIndex(cff, cff[2]);
        var top = new CffIndex(cff, names.End);
        var dict = ReadDict(cff[top.Start(0)..top.Start(1)]);
        if (!dict.ContainsKey(RosOperator)) return new CffCharset(null);
        var offset = dict.GetValueOrDefault(CharsetOperator);
        // 0, 1 and 2 name predefined charsets; a CID-keyed font with none of its own numbers its glyphs through.
        return offset <= 2 ? new CffCharset(null) : new CffCharset(ReadCids(cff[offset..], new CffIndex(cff, dict[CharStringsOperator]).Count));
    }

    private static ushort[] ReadCids(ReadOnlySpan<byte> charset, int count)
    {
        var cids = new ushort[count];
        var format = charset[0];
        var at = 1;
        for (var glyph = 1; glyph < count;)
        {
            var first = BinaryPrimitives.ReadUInt16BigEndian(charset[at..]);
            at += 2;
            var left = 0;
            if (format == 1) left = charset[at++];
            if (format == 2)
            {
                left = BinaryPrimitives.ReadUInt16BigEndian(charset[at..]);
                at += 2;
            }
            for (var i = 0; i <= left && glyph < count; i++) cids[glyph++] = (ushort)(first + i);
        }
        return cids;
    }

    /// <summary>Last operand of every operator; real numbers are passed over, none of the wanted operators takes one.</summary>
    private static Dictionary<int, int> ReadDict(ReadOnlySpan<byte> dict)
    {
        var values = new Dictionary<int, int>();
        var operand = 0;
        for (var i = 0; i < dict.Length;)
        {
            int b = dict[i++];
            switch (b)
            {
                case <= 21:
                    var op = b == 12 ? (12 << 8) | dict[i++] : b;
                    values[op] = operand;
                    break;
                case 28:
                    operand = BinaryPrimitives.ReadInt16BigEndian(dict[i..]);
                    i += 2;
                    break;
                case 29:
                    operand = BinaryPrimitives.ReadInt32BigEndian(dict[i..]);
                    i += 4;
                    break;
                case 30:
                    while ((dict[i] & 0x0F) != 0x0F && dict[i] >> 4 != 0x0F) i++;
                    i++;
                    break;
                case <= 246:
                    operand = b - 139;
                    break;
                case <= 250:
                    operand = ((b - 247) * 256) + dict[i++] + 108;
                    break;
                default:
                    operand = (-(b - 251) * 256) - dict[i++] - 108;
                    break;
            }
        }
        return values;
    }
}
