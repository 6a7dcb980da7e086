using Lianxin.Documents.Fonts;

namespace Lianxin.Documents.Typesetting.Text;

/// <summary>A glyph with its place.</summary>
/// <param name="X">Origin of the glyph in points from the start of its line.</param>
/// <param name="CodePoint">The character it stands for, also where the glyph is another one (〓).</param>
internal readonly record struct PlacedGlyph(FontFace Face, ushort Glyph, int CodePoint, double X);
