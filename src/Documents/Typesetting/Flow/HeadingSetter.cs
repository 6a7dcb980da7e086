using Lianxin.Core.Reports;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>结构层次: <c>一、</c> in 黑体, <c>（一）</c> in 楷体, <c>1.</c> in 仿宋, all of the body's size and never alone at the foot of a page.</summary>
internal sealed class HeadingSetter(BlockSetter set)
{
    private int _lastLevel;

    public void Add(HeadingBlock heading)
    {
        var style = heading.Level switch { <= 1 => TextStyle.Heading1, 2 => TextStyle.Heading2, _ => TextStyle.Body };
        // Readers with a screen reader count levels: none may be skipped (ISO 14289-1, 7.4.2).
        _lastLevel = Math.Clamp(heading.Level, 1, Math.Min(3, _lastLevel + 1));
        var node = set.Root.Add($"H{_lastLevel}");
        var indent = 2 * PageGeometry.BodyPitch;
        var lines = set.Text.Lines(heading.Text, style, PageGeometry.Width, indent);
        for (var i = 0; i < lines.Count; i++)
        {
            set.Add(new LineItem(lines[i], i == 0 ? indent : 0, node)
            {
                KeepWithNext = true,
                BookmarkLevel = i == 0 ? _lastLevel : 0,
                BookmarkTitle = heading.Text,
            });
        }
    }
}
