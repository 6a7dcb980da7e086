namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>Brings the flow back to the grid after lines of another pitch.</summary>
internal sealed class GridItem : FlowItem
{
    public override double LeastHeight => 0;

    public override void Place(PageFlow flow) => flow.SnapToGrid(0);
}
