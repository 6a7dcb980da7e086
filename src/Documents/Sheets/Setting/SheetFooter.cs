using System.Globalization;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Typesetting.Display;

namespace Lianxin.Documents.Sheets.Setting;

/// <summary>The foot of every page: which sheet it belongs to, from when to when it hangs, <c>第n页 共m页</c>.</summary>
internal static class SheetFooter
{
    private const double GapAbove = 10;

    /// <summary>Characters; more do not fit in any case.</summary>
    private const int LongestPart = 100;

    public static void Add(IReadOnlyList<DisplayPage> pages, SheetSetter set, SheetHead head, bool hangs)
    {
        var (frame, face) = (set.Style.Frame, set.Style.Small);
        var top = frame.Top + frame.Height + GapAbove;
        var parts = Parts(head, hangs).Select(part => set.Text.Line(Shortened(part, set, frame.Width / 2), face)).ToList();
        foreach (var page in pages)
        {
            var number = set.Text.Line(string.Create(CultureInfo.InvariantCulture, $"第{page.Number}页　共{pages.Count}页"), face);
            var room = frame.Width - number.Width - (2 * face.Size);
            page.Add(new Rule(frame.Left, top, frame.Left + frame.Width, top, 0.5, SheetColours.Line, null, ArtifactKind.Layout));
            var y = top + (face.Size * 0.6);
            var x = frame.Left;
            foreach (var line in parts)
            {
                if (x + line.Width > frame.Left + room) break;
                page.AddLine(line, x, y, null, ArtifactKind.Footer);
                x += line.Width + (2 * face.Size);
            }
            page.AddLine(number, frame.Left + frame.Width - number.Width, y, null, ArtifactKind.Footer);
        }
    }

    /// <summary>Most needed first: everything here stands in full at the head of the sheet.</summary>
    private static IEnumerable<string> Parts(SheetHead head, bool hangs)
    {
        yield return $"{SheetText.Line(head.Place)}　{SheetText.Line(head.Period)}";
        if (!hangs) yield break;
        if (head.PostedOn is { } posted) yield return $"张贴 {ChinaText.Day(posted)}";
        if (head.TakeDownOn is { } down) yield return $"撤下 {ChinaText.Day(down)}";
        if (head.Telephone is { } telephone) yield return $"监督电话 {SheetText.Line(telephone)}";
    }

    private static string Shortened(string text, SheetSetter set, double room)
    {
        var length = Math.Min(text.Length, LongestPart);
        var shown = DisplayText.Summary(text, length);
        while (length > 1 && set.Text.Line(shown, set.Style.Small).Width > room)
        {
            length -= Math.Max(1, length / 8);
            shown = DisplayText.Summary(text, length);
        }
        return shown;
    }
}
