using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>A cell with its text broken into lines.</summary>
internal sealed record SetCell(GridCell Place, IReadOnlyList<TextLine> Lines, double LineHeight)
{
    public double TextHeight => Lines.Count * LineHeight;

    public double NeededHeight => TextHeight + (2 * TableMeasures.PaddingY);
}
