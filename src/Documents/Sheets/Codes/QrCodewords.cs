namespace Lianxin.Documents.Sheets.Codes;

/// <summary>From bytes to the sequence of codewords that is laid into the code (ISO/IEC 18004:2015, 7.4 to 7.6).</summary>
internal static class QrCodewords
{
    private const int ByteMode = 4;

    public static byte[] Of(ReadOnlySpan<byte> text, QrVersion version)
    {
        var data = Data(text, version);
        var shortLength = (version.Codewords / version.Blocks) - version.Correction;
        var shortBlocks = version.Blocks - (version.Codewords % version.Blocks);
        var blocks = new List<byte[]>();
        var at = 0;
        for (var i = 0; i < version.Blocks; i++)
        {
            var length = shortLength + (i < shortBlocks ? 0 : 1);
            blocks.Add(data[at..(at + length)]);
            at += length;
        }
        var corrections = blocks.ConvertAll(block => ReedSolomon.Remainder(block, version.Correction));
        return [.. Interleave(blocks), .. Interleave(corrections)];
    }

    private static byte[] Data(ReadOnlySpan<byte> text, QrVersion version)
    {
        var bits = new List<bool>(version.DataCodewords * 8);
        void Add(int value, int count)
        {
            for (var bit = count - 1; bit >= 0; bit--) bits.Add(((value >> bit) & 1) == 1);
        }
        Add(ByteMode, 4);
        Add(text.Length, version.CountBits);
        foreach (var unit in text) Add(unit, 8);
        Add(0, Math.Min(4, (version.DataCodewords * 8) - bits.Count));
        Add(0, (8 - (bits.Count % 8)) % 8);
        for (var pad = 0xEC; bits.Count < version.DataCodewords * 8; pad ^= 0xEC ^ 0x11) Add(pad, 8);
        var data = new byte[version.DataCodewords];
        for (var i = 0; i < bits.Count; i++) data[i / 8] |= (byte)(bits[i] ? 0x80 >> (i % 8) : 0);
        return data;
    }

    private static IEnumerable<byte> Interleave(List<byte[]> blocks)
    {
        for (var i = 0; i < blocks.Max(block => block.Length); i++)
        {
            foreach (var block in blocks.Where(block => i < block.Length)) yield return block[i];
        }
    }
}
