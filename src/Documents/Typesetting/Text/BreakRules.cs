namespace Lianxin.Documents.Typesetting.Text;

/// <summary>Where a line may end: the basic set of CLREQ (行首行尾禁则, 基本处理) and Western words.</summary>
internal static class BreakRules
{
    /// <summary>A Western run longer than this (in em) may be cut behind its inner marks: web addresses.</summary>
    private const double LongRun = 8;

    private const string InnerMarks = "/?&=.-_@:,;";

    /// <summary>Entry i tells whether a line may end after atom i.</summary>
    public static BreakKind[] For(ReadOnlySpan<Atom> atoms, double em)
    {
        var breaks = new BreakKind[atoms.Length];
        if (atoms.Length == 0) return breaks;
        for (var i = 0; i + 1 < atoms.Length; i++) breaks[i] = Between(atoms[i], atoms[i + 1]);
        OpenLongRuns(atoms, breaks, em);
        UnitRules.Apply(atoms, breaks);
        breaks[^1] = BreakKind.Free;
        return breaks;
    }

    private static BreakKind Between(in Atom here, in Atom next)
    {
        if (next.Kind == CharacterKind.Space || CharacterClasses.IsEndForbidden(here.CodePoint)) return BreakKind.Forbidden;
        if (next.Kind != CharacterKind.Western && CharacterClasses.IsStartForbidden(next.CodePoint)) return BreakKind.Forbidden;
        if (here.Kind == CharacterKind.Leader && next.Kind == CharacterKind.Leader && here.CodePoint == next.CodePoint) return BreakKind.Forbidden;
        if (here.Kind == CharacterKind.Western && next.Kind == CharacterKind.Western)
            return IsClosingWestern(next.CodePoint) ? BreakKind.Forbidden : BreakKind.LastResort;
        if (here.Kind == CharacterKind.Western && here.CodePoint is '(' or '[' or '{') return BreakKind.Forbidden;
        if (next.Kind == CharacterKind.Western && IsClosingWestern(next.CodePoint)) return BreakKind.Forbidden;
        return BreakKind.Free;
    }

    /// <summary>An asterisk among them: it stands for the hidden rest of a name.</summary>
    private static bool IsClosingWestern(int point) => point is '*' or ')' or ']' or '}' or ',' or '.' or ';' or ':' or '!' or '?' or '%' or '/' or '°';

    private static void OpenLongRuns(ReadOnlySpan<Atom> atoms, Span<BreakKind> breaks, double em)
    {
        for (var start = 0; start < atoms.Length;)
        {
            var end = start;
            var width = 0.0;
            while (end < atoms.Length && atoms[end].Kind == CharacterKind.Western) width += atoms[end++].Width;
            if (width > LongRun * em)
            {
                for (var i = start + 1; i < end - 1; i++)
                {
                    var mark = InnerMarks.Contains((char)atoms[i].CodePoint, StringComparison.Ordinal);
                    if (mark && CharacterClasses.IsWordCharacter(atoms[i + 1].CodePoint)) breaks[i] = BreakKind.Free;
                }
            }
            start = Math.Max(end, start + 1);
        }
    }
}
