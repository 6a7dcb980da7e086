namespace Lianxin.Core.Reports;

/// <summary>A finished document before it has pages: blocks in reading order. Renderers (PDF, later DOCX and OFD) read only this.</summary>
/// <param name="Title">Lines of the title, centred.</param>
/// <param name="Issuer">发文机关, for the signature and the metadata.</param>
/// <param name="Identity">Stable text from which the document's identifier is made: the same identity and blocks give the same bytes.</param>
/// <param name="DatedOn">成文日期; also the document's creation date, so that no clock is read.</param>
public sealed record ReportContent(
    IReadOnlyList<string> Title,
    string Issuer,
    string Subject,
    string Identity,
    DateOnly DatedOn,
    IReadOnlyList<ReportBlock> Blocks);

/// <summary>One block of a document.</summary>
public abstract record ReportBlock;

/// <summary>目录: the headings and their pages, where there are pages; made by whoever sets the document.</summary>
public sealed record ContentsBlock(string Title) : ReportBlock;

/// <summary>A heading; level 1 <c>一、</c>, 2 <c>（一）</c>, 3 <c>1.</c>. The number is part of <see cref="Text"/>.</summary>
public sealed record HeadingBlock(int Level, string Text) : ReportBlock;

/// <summary>Running text, first line indented by two characters.</summary>
public sealed record ParagraphBlock(string Text) : ReportBlock;

/// <summary>A table with one or more head rows, which are repeated on every page it reaches.</summary>
/// <param name="ColumnWeights">Relative widths.</param>
public sealed record TableBlock(string Caption, IReadOnlyList<double> ColumnWeights, int HeadRows, IReadOnlyList<TableRow> Rows) : ReportBlock;

public sealed record TableRow(IReadOnlyList<TableCell> Cells);

public enum CellAlignment
{
    Start,
    Centre,
    End,
}

public sealed record TableCell(string Text, CellAlignment Alignment = CellAlignment.Centre, int ColumnSpan = 1, int RowSpan = 1, bool Strong = false)
{
    /// <summary>Path of the cell in the interchange form of the statutory report; empty for all others.</summary>
    public string Path { get; init; } = "";
}

public enum ChartKind
{
    StackedBars,
    GroupedBars,
}

/// <summary>A chart; <see cref="Description"/> is its text for those who cannot see it.</summary>
public sealed record ChartBlock(string Caption, string Description, ChartKind Kind, string Unit, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series) : ReportBlock;

public sealed record ChartSeries(string Name, IReadOnlyList<decimal> Values);

/// <summary>署名 and date, at the right.</summary>
public sealed record SignatureBlock(string Issuer, DateOnly On) : ReportBlock;

/// <summary>附注: a small note, for example on figures and their source.</summary>
public sealed record NoteBlock(string Text) : ReportBlock;

/// <summary>A QR code of a web address.</summary>
/// <param name="Caption">What it leads to; stands below it.</param>
/// <param name="Beside">Small print beside it, with the address.</param>
public sealed record WebCodeBlock(string Address, string Caption, string Beside) : ReportBlock;
