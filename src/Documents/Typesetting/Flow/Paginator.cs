namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>Places items one after the other and turns the page before a chain that must stay together.</summary>
internal static class Paginator
{
    public static PageFlow Place(IReadOnlyList<FlowItem> items, PageFrame frame)
    {
        var flow = new PageFlow(frame);
        for (var i = 0; i < items.Count;)
        {
            var end = i;
            while (end + 1 < items.Count && items[end].KeepWithNext) end++;
            var needed = items[end].LeastHeight;
            for (var k = i; k < end; k++) needed += items[k].FullHeight;
            if (!flow.IsAtTop && !flow.Fits(needed) && needed <= frame.Height) flow.NewPage();
            for (; i <= end; i++) items[i].Place(flow);
        }
        return flow;
    }
}
