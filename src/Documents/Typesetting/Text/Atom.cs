using Lianxin.Documents.Fonts;

namespace Lianxin.Documents.Typesetting.Text;

/// <summary>One character with its glyph, before it has a place.</summary>
/// <param name="Width">Advance in points when nothing is trimmed.</param>
/// <param name="Shift">Where the glyph's origin lies relative to the atom's start, in points: an interpunct gives up a quarter on both sides.</param>
/// <param name="Blank">Half width that the mark can give up, in points; 0 for all but opening and closing marks.</param>
internal readonly record struct Atom(int CodePoint, CharacterKind Kind, GlyphChoice Choice, double Width, double Shift, double Blank);
