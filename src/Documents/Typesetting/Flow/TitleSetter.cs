using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>标题: 2号小标宋, centred, two lines below the top of the type area, one blank line before the body.</summary>
internal static class TitleSetter
{
    private const int LinesAbove = 2;
    private const int LinesBelow = 1;

    public static void Add(BlockSetter set, IReadOnlyList<string> title)
    {
        if (title.Count == 0) return;
        set.Add(new BlankItem(LinesAbove, evenAtTop: true));
        var node = set.Root.Add("Title");
        foreach (var line in title.SelectMany(t => TitleBreaker.Break(t, s => set.Text.Line(s, TextStyle.Title).Width, PageGeometry.Width)))
            set.AddCentred([set.Text.Line(line, TextStyle.Title)], node, keepWithNext: true);
        set.Add(new BlankItem(LinesBelow, evenAtTop: false) { KeepWithNext = true });
    }
}
