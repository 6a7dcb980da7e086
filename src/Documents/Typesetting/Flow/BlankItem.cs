namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>Blank lines. At the top of a page they vanish unless they open the document.</summary>
internal sealed class BlankItem(int lines, bool evenAtTop) : FlowItem
{
    public override double LeastHeight => 0;

    public override double FullHeight => lines * PageGeometry.LinePitch;

    public override void Place(PageFlow flow)
    {
        if (evenAtTop || !flow.IsAtTop) flow.Advance(FullHeight);
    }
}
