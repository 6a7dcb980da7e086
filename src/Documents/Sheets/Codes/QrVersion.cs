namespace Lianxin.Documents.Sheets.Codes;

/// <summary>The measures of a QR code of one version at error correction level M, which repairs 15 % (ISO/IEC 18004:2015, tables 1, 7 and 9).</summary>
internal sealed record QrVersion(int Number)
{
    public const int Last = 40;

    private static readonly byte[] CorrectionPerBlock =
        [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, .. Enumerable.Repeat((byte)28, 19)];

    private static readonly byte[] BlockCounts =
        [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49];

    /// <summary>Modules along a side.</summary>
    public int Size => (4 * Number) + 17;

    public int Blocks => BlockCounts[Number - 1];

    /// <summary>Codewords of error correction in every block.</summary>
    public int Correction => CorrectionPerBlock[Number - 1];

    /// <summary>Bits of the field that counts the bytes.</summary>
    public int CountBits => Number < 10 ? 8 : 16;

    /// <summary>All codewords, those of the data and those of error correction.</summary>
    public int Codewords
    {
        get
        {
            var modules = (((16 * Number) + 128) * Number) + 64;
            if (Number >= 2)
            {
                var alignments = (Number / 7) + 2;
                modules -= (((25 * alignments) - 10) * alignments) - 55;
                if (Number >= 7) modules -= 36;
            }
            return modules / 8;
        }
    }

    public int DataCodewords => Codewords - (Blocks * Correction);

    /// <summary>Bytes of text that fit.</summary>
    public int Capacity => ((DataCodewords * 8) - 4 - CountBits) / 8;

    /// <summary>Centres of the alignment patterns, along both axes.</summary>
    public IReadOnlyList<int> Alignments
    {
        get
        {
            if (Number == 1) return [];
            var count = (Number / 7) + 2;
            var step = Number == 32 ? 26 : ((Number * 4) + (count * 2) + 1) / ((count * 2) - 2) * 2;
            return [6, .. Enumerable.Range(0, count - 1).Select(i => Size - 7 - (i * step)).Reverse()];
        }
    }

    /// <summary>The smallest version that holds so many bytes; null when none does.</summary>
    public static QrVersion? For(int bytes) =>
        Enumerable.Range(1, Last).Select(number => new QrVersion(number)).FirstOrDefault(version => version.Capacity >= bytes);
}
