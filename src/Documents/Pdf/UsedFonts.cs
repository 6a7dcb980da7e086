using Lianxin.Documents.Fonts;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Pdf;

/// <summary>All font resources of a document, in the order of their first use.</summary>
internal sealed class UsedFonts
{
    private readonly List<UsedFont> _fonts = [];
    private readonly Dictionary<(FontFace Face, ushort Glyph, int CodePoint), UsedFont> _byUse = [];

    public UsedFonts(DisplayDocument document)
    {
        foreach (var run in document.Pages.SelectMany(page => page.Items).OfType<GlyphRun>())
        {
            foreach (var glyph in run.Glyphs) Register(glyph);
        }
        // Faces are independent of each other; the order of the results is that of the list.
        Parallel.ForEach(_fonts, font => font.Cut());
    }

    public IReadOnlyList<UsedFont> All => _fonts;

    public UsedFont Of(PlacedGlyph glyph) => _byUse[(glyph.Face, glyph.Glyph, glyph.CodePoint)];

    private void Register(PlacedGlyph glyph)
    {
        var key = (glyph.Face, glyph.Glyph, glyph.CodePoint);
        if (_byUse.ContainsKey(key)) return;
        var slot = 0;
        foreach (var font in _fonts.Where(f => f.Face == glyph.Face))
        {
            slot++;
            if (!font.TryUse(glyph.Glyph, glyph.CodePoint)) continue;
            _byUse[key] = font;
            return;
        }
        var added = new UsedFont(glyph.Face, _fonts.Count + 1, slot);
        added.TryUse(glyph.Glyph, glyph.CodePoint);
        _fonts.Add(added);
        _byUse[key] = added;
    }
}
