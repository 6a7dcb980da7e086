namespace Lianxin.Documents.Sheets;

/// <summary>
/// The picture of a quarter for print: entries of the catalogue × offices and villages, with the state of the duty in every place (seed
/// <c>S33</c>).
/// </summary>
/// <param name="Head"><see cref="SheetHead.Place"/> is the agency as a whole or the part that is shown.</param>
/// <param name="AsOf">The business date (China Standard Time) on which states and days hold.</param>
/// <param name="Columns">Offices and villages, in order.</param>
/// <param name="Rows">Entries, in the catalogue's order. Party-only entries are printed, with a warning, when they are in the model and never otherwise: the caller leaves them out.</param>
public sealed record CoverageSheet(SheetHead Head, DateOnly AsOf, IReadOnlyList<string> Columns, IReadOnlyList<CoverageRow> Rows);

/// <summary>One entry of the catalogue.</summary>
/// <param name="Entry">Its number or key, short.</param>
/// <param name="Cells">One per column; null, and what is missing at the end, where the entry asks nothing of that place.</param>
/// <param name="IsPartyOnly">Only for members: printed with a sign, and the sheet says that it is not for the wall.</param>
public sealed record CoverageRow(string Entry, string Title, IReadOnlyList<CoverageCell?> Cells, bool IsPartyOnly = false);

/// <summary>State of the duty in one place; of several duties (a monthly one has three in a quarter) the caller gives the worst.</summary>
/// <param name="DaysLeft">Calendar days from <see cref="CoverageSheet.AsOf"/> to the due day: 0 on that day, negative after it. Printed only for duties that are not met; null prints none.</param>
public sealed record CoverageCell(CoverageState State, int? DaysLeft = null);

/// <summary>State of a duty.</summary>
public enum CoverageState
{
    /// <summary>待公开, not due yet.</summary>
    Pending,

    /// <summary>按时公开.</summary>
    Met,

    /// <summary>零报告: met by a published nil return.</summary>
    Nil,

    /// <summary>逾期公开, met after its due day.</summary>
    Late,

    /// <summary>逾期未公开.</summary>
    Overdue,

    /// <summary>经批准免除.</summary>
    Waived,
}
