namespace Lianxin.Documents.Typesetting.Text;

/// <summary>A finished line of one style.</summary>
/// <param name="Width">From the start of the line to the end of its last visible character, points.</param>
internal sealed record TextLine(TextStyle Style, IReadOnlyList<PlacedGlyph> Glyphs, double Width)
{
    public string Text => string.Concat(Glyphs.Select(g => char.ConvertFromUtf32(g.CodePoint)));
}
