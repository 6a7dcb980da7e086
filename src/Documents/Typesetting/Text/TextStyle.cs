using Lianxin.Documents.Fonts;

namespace Lianxin.Documents.Typesetting.Text;

/// <summary>How a run of text is set.</summary>
/// <param name="Size">Size of the glyphs in points.</param>
/// <param name="Pitch">Advance of a full-width character in points; a little more than the size where a line must hold a round number of characters.</param>
internal sealed record TextStyle(FontRole Role, double Size, double Pitch)
{
    public static readonly TextStyle Body = OnGrid(FontRole.Body);
    public static readonly TextStyle Heading1 = OnGrid(FontRole.Hei);
    public static readonly TextStyle Heading2 = OnGrid(FontRole.Kai);

    /// <summary>2号.</summary>
    public static readonly TextStyle Title = Of(FontRole.Title, 21);

    /// <summary>4号, for the page number.</summary>
    public static readonly TextStyle PageNumber = Of(FontRole.Song, 13.75);

    /// <summary>小4号, for captions of tables and figures.</summary>
    public static readonly TextStyle Caption = Of(FontRole.Hei, 12);

    /// <summary>小4号, for notes.</summary>
    public static readonly TextStyle Note = Of(FontRole.Kai, 12);

    /// <summary>Digits and Latin letters: bold beside the two heavy faces.</summary>
    public FontRole LatinRole => Role is FontRole.Hei or FontRole.Title ? FontRole.LatinBold : FontRole.Latin;

    public static TextStyle Of(FontRole role, double size) => new(role, size, size);

    private static TextStyle OnGrid(FontRole role) => new(role, PageGeometry.BodySize, PageGeometry.BodyPitch);
}
