using Lianxin.Core.Reports;
using Lianxin.Documents.Fonts;

namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>How a table is set. Points.</summary>
/// <param name="Width">Of the whole table.</param>
/// <param name="Sizes">Of the type, largest first: the largest that lets the narrowest column hold its words is taken, else the last.</param>
/// <param name="PaddingX">Left and right of a cell's text.</param>
/// <param name="PaddingY">Above and below a cell's text.</param>
/// <param name="Lift">How far the table moves up below a caption that stands on the grid.</param>
internal sealed record TableLook(double Width, IReadOnlyList<double> Sizes, double PaddingX, double PaddingY, double Lift)
{
    /// <summary>In the report: 5号, 小5号, 6号.</summary>
    public static readonly TableLook Report = new(PageGeometry.Width, [10.5, 9, 7.5], 4, 4, 4);

    /// <summary>Least space under the table.</summary>
    public double Gap { get; init; } = 10;

    /// <summary>Face of cells that are neither heads nor strong.</summary>
    public FontRole Role { get; init; } = FontRole.Song;

    /// <summary>Ground and ink of some cells, by the cell itself; all others are black on white.</summary>
    public IReadOnlyDictionary<TableCell, CellPaint> Paints { get; init; } = new Dictionary<TableCell, CellPaint>();
}
