using System.Text;

namespace Lianxin.Documents.Sheets.Codes;

/// <summary>
/// A QR code (ISO/IEC 18004:2015) of a web address: byte mode, error correction level M, the smallest version that holds it. Nothing but the
/// modules is made here; whoever draws them leaves <see cref="QuietZone"/> modules free on all sides.
/// </summary>
internal sealed class QrCode
{
    /// <summary>Modules that stay white around the code.</summary>
    public const int QuietZone = 4;

    private readonly bool[,] _dark;

    private QrCode(bool[,] dark) => _dark = dark;

    /// <summary>Modules along a side, without the quiet zone.</summary>
    public int Size => _dark.GetLength(0);

    public bool IsDark(int row, int column) => _dark[row, column];

    /// <summary>Null when the text is longer than any code can hold (2,331 bytes of UTF-8).</summary>
    /// <param name="mask">0 to 7; without it the one that is easiest to read is taken.</param>
    public static QrCode? Of(string text, int? mask = null)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (QrVersion.For(bytes.Length) is not { } version) return null;
        var grid = new QrGrid(version);
        grid.Lay(QrCodewords.Of(bytes, version));
        var chosen = mask ?? Enumerable.Range(0, QrMask.Count).MinBy(candidate => Cost(grid, candidate));
        grid.Mask(chosen);
        grid.DrawFormat(chosen);
        return new QrCode(grid.Dark);
    }

    private static int Cost(QrGrid grid, int mask)
    {
        grid.Mask(mask);
        grid.DrawFormat(mask);
        var penalty = QrMask.Penalty(grid.Dark);
        grid.Mask(mask);
        return penalty;
    }
}
