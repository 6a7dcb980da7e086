namespace Lianxin.Core.Reports;

/// <summary>
/// A report format (年度报告格式) as data: which rows count, into which classes, and what stands where.
/// A new format is a new file, not new code. Read by <see cref="ReportFormatReader"/>.
/// </summary>
/// <param name="Name">Stable name, for example <c>ligang-2014</c>.</param>
/// <param name="Version">Changes whenever the file changes; part of the data hash.</param>
/// <param name="Title">Lines of the title, with placeholders.</param>
/// <param name="Issuer">Signature, with placeholders.</param>
/// <param name="Counting">Which publications are counted.</param>
/// <param name="Classes">Statistic classes in printing order (S17).</param>
/// <param name="Benefits">Figures of the people's livelihood table, in printing order (S18).</param>
/// <param name="Declared">Figures that quote another document's own totals, to be compared (D1).</param>
/// <param name="Opinions">Names of the collected and the handled opinions (D8).</param>
/// <param name="Zeros">Numbers that are printed as 0 where nothing is held (S45).</param>
/// <param name="Claims">Phrases after which a typed number can be compared with certainty.</param>
/// <param name="Qualifiers">Words that make a sentence speak of a part only; its numbers are not compared.</param>
/// <param name="Parts">Everything that is printed, in reading order.</param>
public sealed record ReportFormat(
    string Name,
    string Version,
    IReadOnlyList<string> Title,
    string Issuer,
    string Subject,
    FormatCounting Counting,
    IReadOnlyList<FormatClass> Classes,
    IReadOnlyList<FormatBenefit> Benefits,
    FormatDeclared? Declared,
    FormatOpinions? Opinions,
    IReadOnlyList<FormatZero> Zeros,
    IReadOnlyList<FormatClaim> Claims,
    IReadOnlyList<string> Qualifiers,
    IReadOnlyList<FormatPart> Parts);

/// <param name="Regimes">Regimes that are counted (S6).</param>
/// <param name="Audiences">Audiences that are counted; party-only never stands here.</param>
/// <param name="UncountedClass">Statistic class that is left out of every figure (不计入).</param>
public sealed record FormatCounting(IReadOnlyList<string> Regimes, IReadOnlyList<string> Audiences, string UncountedClass);

/// <param name="Key">Part of figure keys, for example <c>activity</c> in <c>items-activity</c>.</param>
/// <param name="Title">As the catalogue writes it, for example 工作动态类.</param>
public sealed record FormatClass(string Key, string Title);

/// <param name="Phrase">How a sentence introduces the number, for example 农村低保新增.</param>
public sealed record FormatBenefit(string Figure, string Phrase);

/// <param name="Classes">Figure by class key.</param>
public sealed record FormatDeclared(string Total, IReadOnlyDictionary<string, string> Classes);

public sealed record FormatOpinions(string Collected, string Handled);

public sealed record FormatZero(string Key, string Label, string Unit);

/// <summary>A number typed between <paramref name="Before"/> and <paramref name="After"/> must be the figure.</summary>
public sealed record FormatClaim(string Before, string After, string Figure);

/// <summary>What a part of a format puts into the document.</summary>
public enum PartKind
{
    Heading,

    /// <summary>Generated text with placeholders.</summary>
    Sentence,

    /// <summary>Typed text of a section.</summary>
    Narrative,
    ClassTable,
    BenefitTable,
    MonthChart,

    /// <summary>Definitions and sources of the typed figures.</summary>
    FigureNotes,

    /// <summary>What the checks found, printed for the reader.</summary>
    FindingNotes,
    Note,
    Signature,
}

/// <param name="Level">Of a heading, 1 to 3; else 0.</param>
/// <param name="Text">Heading, sentence, note or caption; for typed text the words that stand in where the section is empty.</param>
/// <param name="Section">Key of the typed section; else empty.</param>
public sealed record FormatPart(PartKind Kind, int Level, string Text, string Section)
{
    /// <summary>A typed section that nothing stands in for.</summary>
    public bool IsRequiredSection => Kind == PartKind.Narrative && Text.Length == 0;
}
