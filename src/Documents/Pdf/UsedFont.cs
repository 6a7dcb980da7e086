using Lianxin.Documents.Fonts;

namespace Lianxin.Documents.Pdf;

/// <summary>
/// A font resource of the document: some glyphs of one face, each standing for exactly one character, so that text copied out is the text
/// put in.
/// </summary>
internal sealed class UsedFont(FontFace face, int index, int slot)
{
    private readonly SortedDictionary<ushort, int> _codePoints = [];
    private FontSubset? _subset;

    public FontFace Face { get; } = face;

    /// <summary>Name in the resource dictionary.</summary>
    public string Resource { get; } = "F" + index;

    /// <summary>0 for the face's first resource; further ones hold glyphs that stand for a second character.</summary>
    public int Slot { get; } = slot;

    /// <summary>Character of each glyph, by glyph.</summary>
    public IReadOnlyDictionary<ushort, int> CodePoints => _codePoints;

    public FontSubset Subset => _subset ?? throw new InvalidOperationException("The font is subset after all its glyphs are known.");

    /// <summary>False when the glyph already stands for another character.</summary>
    public bool TryUse(ushort glyph, int codePoint) =>
        _codePoints.TryAdd(glyph, codePoint) || _codePoints[glyph] == codePoint;

    public void Cut() => _subset = FontSubset.Of(Face, _codePoints.Keys);

    public int Cid(ushort glyph) => Subset.Cids[glyph];

    /// <summary>Advance in thousandths of an em, exactly as it is written into the file.</summary>
    public double Width(ushort glyph) => Math.Round(Face.Advance(glyph), 3, MidpointRounding.AwayFromZero);
}
