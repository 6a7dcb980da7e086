namespace Lianxin.Documents.Typesetting.Text;

/// <summary>Text ready for breaking: atoms, permitted breaks, and what neighbours do to each other's width.</summary>
internal sealed class Paragraph
{
    public Paragraph(Atom[] atoms, double em)
    {
        Atoms = atoms;
        Em = em;
        Breaks = BreakRules.For(atoms, em);
        TrimLeft = new double[atoms.Length];
        TrimRight = new double[atoms.Length];
        Gaps = new double[atoms.Length];
        for (var i = 0; i + 1 < atoms.Length; i++) Relate(i);
    }

    public Atom[] Atoms { get; }

    public double Em { get; }

    public BreakKind[] Breaks { get; }

    /// <summary>Half width given up because of the neighbour on the left, in points.</summary>
    public double[] TrimLeft { get; }

    /// <summary>Half width given up because of the neighbour on the right, in points.</summary>
    public double[] TrimRight { get; }

    /// <summary>Space put in after the atom, between Chinese and Western text: a quarter em.</summary>
    public double[] Gaps { get; }

    /// <summary>The last atom of a line that is not a space.</summary>
    public int LastInk(int start, int end)
    {
        var last = end - 1;
        while (last > start && Atoms[last].Kind == CharacterKind.Space) last--;
        return last;
    }

    /// <summary>Width that the mark at a line's start gives up: opening marks of continuation lines stand flush left.</summary>
    public double StartCut(int start) => start > 0 && Atoms[start].Kind == CharacterKind.Open ? Atoms[start].Blank : TrimLeft[start];

    /// <summary>Width that the mark at a line's end gives up (GB/T 15834 5.1.10).</summary>
    public double EndCut(int last) => Atoms[last].Kind == CharacterKind.Close ? Atoms[last].Blank : 0;

    /// <summary>Two marks side by side take one and a half em instead of two.</summary>
    private void Relate(int i)
    {
        ref var here = ref Atoms[i];
        ref var next = ref Atoms[i + 1];
        if (here.Kind == CharacterKind.Close && next.Kind is CharacterKind.Close or CharacterKind.Open or CharacterKind.Middle) TrimRight[i] = here.Blank;
        else if (here.Kind == CharacterKind.Open && next.Kind == CharacterKind.Open) TrimLeft[i + 1] = next.Blank;
        else if (NeedsGap(here, next) || NeedsGap(next, here)) Gaps[i] = Em / 4;
    }

    private static bool NeedsGap(in Atom han, in Atom western) =>
        han.Kind == CharacterKind.Han && western.Kind == CharacterKind.Western
        && CharacterClasses.IsWordCharacter(western.CodePoint) && CharacterClasses.IsWordCharacter(han.CodePoint);
}
