using Lianxin.Core.Reports;

namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>A cell at its place: spans are cut to what the grid holds.</summary>
internal sealed record GridCell(TableCell Cell, int Row, int Column, int RowSpan, int ColumnSpan, bool IsHead)
{
    public int RowEnd => Row + RowSpan;

    public int ColumnEnd => Column + ColumnSpan;
}
