using Lianxin.Documents.Fonts;

namespace Lianxin.Documents.Typesetting.Text;

/// <summary>Turns text into <see cref="Atom"/>s: chooses the face of every character and measures it.</summary>
internal sealed class AtomBuilder(FontLibrary fonts, MissingCharacters missing)
{
    private const string Quotes = "“”‘’";

    public Atom[] Build(string text, TextStyle style)
    {
        var points = Runes(text);
        var atoms = new Atom[points.Count];
        for (var i = 0; i < atoms.Length; i++)
        {
            var kind = KindAt(points, i);
            var point = points[i];
            var choice = fonts.Choose(kind is CharacterKind.Western or CharacterKind.Space ? style.LatinRole : style.Role, point);
            if (choice.IsMissing) missing.Add(point);
            atoms[i] = Measure(point, kind, choice, style);
        }
        return atoms;
    }

    private static List<int> Runes(string text)
    {
        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r') points.Add(' ');
            else if (!CharacterClasses.IsIgnorable(rune.Value)) points.Add(rune.Value);
        }
        return points;
    }

    /// <summary>Curly quotes and dashes serve two scripts; between Western letters they are Western.</summary>
    private static CharacterKind KindAt(List<int> points, int i)
    {
        var point = points[i];
        var kind = CharacterClasses.KindOf(point);
        if (point >= 0x10000 || i == 0 || i == points.Count - 1) return kind;
        var apostrophe = Quotes.Contains((char)point, StringComparison.Ordinal) && IsLetter(points[i - 1]) && IsLetter(points[i + 1]);
        return apostrophe ? CharacterKind.Western : kind;
    }

    private static bool IsLetter(int point) => point < 0x590 && CharacterClasses.IsWordCharacter(point);

    private static Atom Measure(int point, CharacterKind kind, GlyphChoice choice, TextStyle style)
    {
        var natural = choice.Advance * style.Size;
        if (kind is CharacterKind.Western or CharacterKind.Space && !choice.IsMissing) return new Atom(point, kind, choice, natural, 0, 0);
        if (kind == CharacterKind.Middle && choice.Advance > 0.9 && point is '·' or '‧' or '・')
            return new Atom(point, kind, choice, style.Pitch / 2, -style.Pitch / 4, 0);
        // A face may hold half-wide or double-wide shapes; only those near one em are set on the grid.
        var width = choice.Advance is > 0.6 and < 1.4 ? style.Pitch : natural;
        var blank = kind is CharacterKind.Open or CharacterKind.Close && choice.Advance > 0.9 ? style.Pitch / 2 : 0;
        return new Atom(point, kind, choice, width, (width - natural) / 2, blank);
    }
}
