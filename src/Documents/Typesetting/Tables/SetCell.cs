using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>A cell with its text broken into lines.</summary>
internal sealed record SetCell(GridCell Place, IReadOnlyList<TextLine> Lines, double LineHeight, double PaddingY)
{
    public double TextHeight => Lines.Count * LineHeight;

    public double NeededHeight => TextHeight + (2 * PaddingY);
}
