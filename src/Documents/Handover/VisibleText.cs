using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Lianxin.Documents.Handover;

/// <summary>What a reader sees of a page of somebody else: its text without scripts, styles and what is hidden. Nothing is loaded or run.</summary>
public static class VisibleText
{
    private const int Deepest = 2000;

    private static readonly HashSet<string> Unseen = new(
        ["script", "style", "template", "noscript", "head", "title", "textarea", "select", "iframe", "object", "svg", "math", "canvas", "audio", "video"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Texts of neighbouring elements are parted by a blank.</summary>
    public static string Of(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        using var page = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        var text = new StringBuilder();
        // A stack of our own: a page of nothing but open tags must not exhaust the thread's.
        var open = new Stack<(INode Node, int Depth)>();
        if (page.Body is { } body)
        {
            open.Push((body, 0));
        }

        while (open.TryPop(out var at))
        {
            if (at.Node is IText words)
            {
                text.Append(words.Data).Append(' ');
            }
            else if (at.Node is IElement element && !IsHidden(element) && at.Depth < Deepest)
            {
                for (var child = element.LastChild; child is not null; child = child.PreviousSibling)
                {
                    open.Push((child, at.Depth + 1));
                }
            }
        }

        return text.ToString();
    }

    private static bool IsHidden(IElement element) =>
        Unseen.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || element is IHtmlInputElement
        || (element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal) is var plain
            && (plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)));
}
