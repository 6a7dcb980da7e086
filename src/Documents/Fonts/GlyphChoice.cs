namespace Lianxin.Documents.Fonts;

/// <summary>The face and glyph that show a character.</summary>
/// <param name="Advance">In em.</param>
/// <param name="IsMissing">No font has the character: the glyph is that of 〓.</param>
public readonly record struct GlyphChoice(FontFace Face, ushort Glyph, double Advance, bool IsMissing);
