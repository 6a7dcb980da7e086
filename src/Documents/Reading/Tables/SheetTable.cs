namespace Lianxin.Documents.Reading.Tables;

/// <summary>A row of a sheet as whoever opens it sees it, its last cell the last that says something.</summary>
/// <param name="Number">Number of the row in its sheet, from 1.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <summary>What keeps a workbook from being taken as a plain list: something hidden, or something that shows other than it is kept.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Detail">In Chinese, names sheet and cell and says what to do.</param>
/// <param name="Row">From 1; 0 where it concerns a whole sheet or the file.</param>
/// <param name="Column">From 0; null where it concerns more than one cell.</param>
/// <param name="Cell">As the program names it: C7, A1:B2, 3:3, D:D; empty for a whole sheet or the file.</param>
public sealed record SheetFinding(string Code, string Detail, string Sheet, int Row, int? Column, string Cell);

/// <summary>The one list of a workbook, or why it cannot be read at all.</summary>
/// <param name="Rows">Rows with at least one cell that says something, the head first; blank ones are passed over.</param>
/// <param name="Findings">The first of them, in the order of the file.</param>
/// <param name="FindingCount">All of them.</param>
/// <param name="Fault">Null where the workbook could be read.</param>
public sealed record SheetTable(string Sheet, IReadOnlyList<SheetRow> Rows, IReadOnlyList<SheetFinding> Findings, int FindingCount, SheetFault? Fault)
{
    /// <summary>Findings that are kept; the others are counted.</summary>
    public const int MostFindings = 200;

    /// <summary>The name of a column as spreadsheet programs write it: A, B, … AA.</summary>
    public static string LettersOf(int column) => SheetReader.Letters(column);
}

/// <summary>Why a workbook cannot be read.</summary>
/// <param name="TooLarge">Whether it is beyond a limit, not wrong.</param>
public sealed record SheetFault(string Code, string Detail, bool TooLarge);
