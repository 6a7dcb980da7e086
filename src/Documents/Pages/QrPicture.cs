using System.Globalization;
using System.Text;
using Lianxin.Documents.Sheets.Codes;

namespace Lianxin.Documents.Pages;

/// <summary>A QR code for a page: the dark squares as one SVG path, its white border counted in.</summary>
/// <param name="Side">Squares along a side, border included.</param>
public sealed record QrPicture(int Side, string Path)
{
    /// <summary>Null when the text is longer than any code can hold.</summary>
    public static QrPicture? Of(string text)
    {
        if (QrCode.Of(text) is not { } code)
            return null;
        var path = new StringBuilder();
        for (var row = 0; row < code.Size; row++)
        {
            for (var column = 0; column < code.Size; column++)
            {
                if (code.IsDark(row, column))
                    path.Append(CultureInfo.InvariantCulture, $"M{column + QrCode.QuietZone} {row + QrCode.QuietZone}h1v1h-1z");
            }
        }

        return new QrPicture(code.Size + (2 * QrCode.QuietZone), path.ToString());
    }
}
