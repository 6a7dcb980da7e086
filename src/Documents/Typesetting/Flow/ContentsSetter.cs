using System.Globalization;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>
/// 目录: every heading of the first two levels with its page, on pages of its own before the body. Lines do not depend on what the page numbers
/// are, so that a second setting with the numbers of the first has the same pages.
/// </summary>
internal static class ContentsSetter
{
    private const int Levels = 2;

    /// <summary>Room at the right that no title enters: the leader's shortest length and three digits.</summary>
    private const double NumberRoom = 4 * PageGeometry.BodyPitch;

    /// <param name="headings">Bookmarks of a setting without page numbers, or of the one before.</param>
    public static void Add(BlockSetter set, string title, IReadOnlyList<Bookmark> headings)
    {
        set.AddCentred([set.Text.Line(title, TextStyle.Heading1)], set.Root.Add("P"), keepWithNext: true);
        var contents = set.Root.Add("TOC");
        foreach (var heading in headings.Where(h => h.Level <= Levels))
        {
            var entry = contents.Add("TOCI");
            var indent = (heading.Level - 1) * 2 * PageGeometry.BodyPitch;
            var lines = set.Text.Lines(heading.Title, TextStyle.Body, PageGeometry.Width - indent - NumberRoom);
            foreach (var line in lines.SkipLast(1))
                set.Add(new LineItem(line, indent, entry) { KeepWithNext = true });
            var number = set.Text.Line((heading.Page + 1).ToString(CultureInfo.InvariantCulture), TextStyle.Body);
            set.Add(new ContentsItem(lines[^1], indent, set.Text.Line("·", TextStyle.Body), number, entry));
        }

        set.Add(new NewPageItem());
    }
}
