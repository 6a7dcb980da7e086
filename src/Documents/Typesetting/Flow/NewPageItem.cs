namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>What follows begins on a page of its own.</summary>
internal sealed class NewPageItem : FlowItem
{
    public override double LeastHeight => 0;

    public override void Place(PageFlow flow)
    {
        if (!flow.IsAtTop) flow.NewPage();
    }
}
