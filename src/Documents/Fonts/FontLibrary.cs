using System.Collections.Concurrent;

namespace Lianxin.Documents.Fonts;

/// <summary>
/// All fonts of the house by role, with the choice of a face for each character. Every file is opened and read once per process,
/// the fallback files only when a rare character asks for them.
/// </summary>
public sealed class FontLibrary
{
    /// <summary>〓 GETA MARK, the printers' sign for a character that is not in the case.</summary>
    public const int Geta = 0x3013;

    private static readonly ConcurrentDictionary<string, Lazy<FontFace>> Opened = new(StringComparer.Ordinal);
    private static readonly FontRole[] Eager =
        [FontRole.Body, FontRole.Kai, FontRole.Hei, FontRole.Song, FontRole.Title, FontRole.Latin, FontRole.LatinBold];

    private readonly FontFiles _files;
    private readonly ConcurrentDictionary<(FontRole, int), GlyphChoice> _choices = new();

    private FontLibrary(FontFiles files) => _files = files;

    /// <summary>Loads the default files of a folder.</summary>
    /// <exception cref="FontException">A file is missing, or the native subsetter is not usable.</exception>
    public static FontLibrary Load(string folder) => Load(FontFiles.In(folder));

    /// <inheritdoc cref="Load(string)"/>
    public static FontLibrary Load(FontFiles files)
    {
        NativeFace.EnsureUsable();
        var library = new FontLibrary(files);
        foreach (var role in Eager) library.Face(role);
        foreach (var role in new[] { FontRole.FallbackLight, FontRole.FallbackRegular })
        {
            if (!File.Exists(files.PathOf(role)))
                throw new FontException($"Font file not found: {files.PathOf(role)}. Run build/fetch-fonts, or configure the path of the font.");
        }
        return library;
    }

    public FontFace Face(FontRole role)
    {
        var path = Path.GetFullPath(_files.PathOf(role));
        return Opened.GetOrAdd(path, static p => new Lazy<FontFace>(() => FontFace.Open(p))).Value;
    }

    /// <summary>The glyph for a character set in a role: the role's own face, then the fallbacks, then every other face, then 〓.</summary>
    public GlyphChoice Choose(FontRole role, int codePoint) =>
        _choices.TryGetValue((role, codePoint), out var known) ? known : _choices.GetOrAdd((role, codePoint), Find(role, codePoint));

    private GlyphChoice Find(FontRole role, int codePoint)
    {
        // What a private code point means differs from font to font, so no font is trusted with it.
        if (!IsPrivate(codePoint))
        {
            foreach (var candidate in Chain(role))
            {
                var face = Face(candidate);
                if (face.Glyph(codePoint) is var glyph and not 0) return new GlyphChoice(face, glyph, face.Advance(glyph) / 1000, false);
            }
        }
        // Kai, Hei and Song of Fandol hold a half-wide 〓; the body face draws the whole one.
        foreach (var candidate in Chain(FontRole.Body))
        {
            var face = Face(candidate);
            if (face.Glyph(Geta) is var geta and not 0) return new GlyphChoice(face, geta, face.Advance(geta) / 1000, true);
        }
        throw new FontException("No configured font has the sign 〓 for missing characters.");
    }

    private static IEnumerable<FontRole> Chain(FontRole role)
    {
        var light = role is FontRole.Body or FontRole.Song or FontRole.Latin;
        yield return role;
        yield return light ? FontRole.FallbackLight : FontRole.FallbackRegular;
        foreach (var other in Enum.GetValues<FontRole>())
        {
            if (other != role) yield return other;
        }
    }

    private static bool IsPrivate(int codePoint) => codePoint is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000;
}
