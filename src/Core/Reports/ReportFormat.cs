using Lianxin.Core.Reports.Records;

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
    IReadOnlyList<FormatPart> Parts)
{
    /// <summary>The statutory form (<see cref="Checking.StatutoryForm.Name"/>) that reports of this format are checked by; null for a free one.</summary>
    public string? Form { get; init; }

    /// <summary>First year whose reports are made in this format unless another is asked for; null where none is.</summary>
    public int? FirstYear { get; init; }

    /// <summary>Last such year; null while the format is in use.</summary>
    public int? LastYear { get; init; }

    /// <summary>Figures that are counted from dated records.</summary>
    public IReadOnlyList<RecordFigure> Records { get; init; } = [];

    /// <summary>Pairs of typed figures of which one ought not to be much of the other (D7).</summary>
    public IReadOnlyList<FormatPlausible> Plausible { get; init; } = [];

    /// <summary>Tables with fixed rows and columns.</summary>
    public IReadOnlyList<FormatTable> Tables { get; init; } = [];
}

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

/// <param name="MostPercent">Share of <paramref name="Whole"/> above which a reader will ask.</param>
/// <param name="Because">What the answer may be, in Chinese.</param>
public sealed record FormatPlausible(string Part, string Whole, int MostPercent, string Because);

public sealed record FormatOpinions(string Collected, string Handled);

public sealed record FormatZero(string Key, string Label, string Unit);

/// <summary>A number typed between <paramref name="Before"/> and <paramref name="After"/> must be the figure.</summary>
public sealed record FormatClaim(string Before, string After, string Figure);

/// <summary>What a part of a format puts into the document.</summary>
public enum PartKind
{
    Heading,

    /// <summary>目录.</summary>
    Contents,

    /// <summary>Generated text with placeholders.</summary>
    Sentence,

    /// <summary>Typed text of a section.</summary>
    Narrative,
    ClassTable,
    BenefitTable,
    MonthChart,

    /// <summary>A table of the format, by its name.</summary>
    Table,

    /// <summary>A chart of sums of figures; left out while all are 0.</summary>
    FigureChart,

    /// <summary>A chart of how much each office published in time; left out where nothing has a due day.</summary>
    OfficeChart,

    /// <summary>QR code of the report's page on the web.</summary>
    WebCode,

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

    /// <summary>Sentences that say what the figures say, offered while nothing is typed in the section.</summary>
    public IReadOnlyList<FormatSentence> Draft { get; init; } = [];

    /// <summary>Words that a typed text must hold, because the law names what they stand for.</summary>
    public IReadOnlyList<string> Must { get; init; } = [];

    /// <summary>Name of the table that stands here; else empty.</summary>
    public string Table { get; init; } = "";

    /// <summary>What stands beside a web code; else empty.</summary>
    public string Beside { get; init; } = "";

    /// <summary>Unit of a figure chart.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Bars of a figure chart.</summary>
    public IReadOnlyList<FormatBar> Bars { get; init; } = [];
}

/// <summary>A sentence of a drafted text.</summary>
/// <param name="If">Said only where this number is not 0; null: always.</param>
/// <param name="Unless">Said only where this number is 0; null: always.</param>
public sealed record FormatSentence(string Text, string? If, string? Unless);

/// <summary>One bar: the sum of some figures.</summary>
public sealed record FormatBar(string Label, IReadOnlyList<string> Figures);

/// <summary>A table with fixed rows and columns, as a statutory form prescribes it.</summary>
/// <param name="Name">Referred to by a part.</param>
/// <param name="Widths">Relative widths of the columns.</param>
/// <param name="HeadRows">Rows that are repeated on every page.</param>
public sealed record FormatTable(string Name, IReadOnlyList<double> Widths, int HeadRows, IReadOnlyList<IReadOnlyList<FormatCell>> Rows);

/// <summary>One cell: words, or a figure.</summary>
/// <param name="Figure">Key of the figure; null for words.</param>
/// <param name="Across">Columns that it spans.</param>
/// <param name="Down">Rows that it spans.</param>
/// <param name="IsHead">Set like a head, wherever it stands.</param>
/// <param name="Alignment">Of words; numbers stand in the middle.</param>
public sealed record FormatCell(string Text, string? Figure, int Across, int Down, bool IsHead, CellAlignment Alignment = CellAlignment.Centre);
