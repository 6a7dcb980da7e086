using System.Globalization;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>页码: <c>— 1 —</c> in 4号, at the outer edge: odd pages one character from the right, even pages one from the left.</summary>
internal static class PageNumbers
{
    public static void Add(IEnumerable<DisplayPage> pages, TextSetter text)
    {
        foreach (var page in pages)
        {
            var line = text.Line(string.Create(CultureInfo.InvariantCulture, $"— {page.Number} —"), TextStyle.PageNumber);
            var one = TextStyle.PageNumber.Size;
            var x = page.Number % 2 == 1 ? PageGeometry.Width - one - line.Width : one;
            page.AddLine(line, PageGeometry.Left + x, PageGeometry.PageNumberTop, null, ArtifactKind.Footer);
        }
    }
}
