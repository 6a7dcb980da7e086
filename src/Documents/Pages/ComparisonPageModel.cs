using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Comparison;
using Lianxin.Documents.Pages.Texts;

namespace Lianxin.Documents.Pages;

/// <summary>A part of an item that changed, row by row. Long stretches that stayed are told by their number.</summary>
/// <param name="Rows">A null row stands for paragraphs that were left out.</param>
public sealed record ComparedField(string Label, IReadOnlyList<ComparedRow?> Rows)
{
    /// <summary>Paragraphs that stayed and are shown around a change.</summary>
    private const int Context = 1;

    public static ComparedField? Of(string label, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (before.SequenceEqual(after, StringComparer.Ordinal))
        {
            return null;
        }

        var rows = TextComparison.Compare(before, after);
        var kept = new List<ComparedRow?>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (Enumerable.Range(i - Context, (2 * Context) + 1).Any(n => n >= 0 && n < rows.Count && rows[n].IsChanged))
            {
                kept.Add(rows[i]);
            }
            else if (kept.Count == 0 || kept[^1] is not null)
            {
                kept.Add(null);
            }
        }

        return new ComparedField(label, kept);
    }
}

/// <summary>Two neighbouring published versions of an item (S15: linked versions and change note).</summary>
/// <param name="Quotes">Excerpts of the feedback that the later version answers.</param>
/// <param name="Fields">Those that changed.</param>
public sealed record ComparisonPageModel(
    string Id, string IndexNumber, string Title, VersionLine Before, VersionLine After, IReadOnlyList<FeedbackQuote> Quotes, IReadOnlyList<ComparedField> Fields)
{
    /// <param name="index">Place of the later version in the item's releases, from 1.</param>
    public static ComparisonPageModel Of(Item item, int index, DisclosureCatalogue catalogue, IReadOnlyList<FeedbackQuote> quotes, PortalTexts texts)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(texts);
        var t = texts.Versions;
        var (before, after) = (item.Releases[index - 1], item.Releases[index]);
        var (old, now) = (before.Content, after.Content);
        var fields = new List<ComparedField?>
        {
            ComparedField.Of(t.Title, [old.Title], [now.Title]),
            ComparedField.Of(t.FormedOn, [ChinaText.Day(old.FormedOn)], [ChinaText.Day(now.FormedOn)]),
            ComparedField.Of(t.Period, Lines(old.Period is null ? null : PeriodTitle.Of(old.Period, texts)), Lines(now.Period is null ? null : PeriodTitle.Of(now.Period, texts))),
            ComparedField.Of(t.Village, Lines(VillageOf(old, catalogue)), Lines(VillageOf(now, catalogue))),
            ComparedField.Of(t.Body, DisplayText.Paragraphs(old.Body), DisplayText.Paragraphs(now.Body)),
        };
        fields.AddRange(Elements(item, old, now, catalogue));
        fields.Add(ComparedField.Of(t.Attachments, [.. old.Attachments.Select(a => FileLine(a, texts))], [.. now.Attachments.Select(a => FileLine(a, texts))]));
        return new ComparisonPageModel(
            item.Id, item.IndexNumber, now.Title, VersionLine.Of(before), VersionLine.Of(after), quotes, [.. fields.OfType<ComparedField>()]);
    }

    private static IEnumerable<ComparedField?> Elements(Item item, ItemContent old, ItemContent now, DisclosureCatalogue catalogue)
    {
        if (catalogue.Entry(item.Entry) is not { } entry)
        {
            yield break;
        }

        var (before, after) = (ItemPageModel.ElementsOf(old, entry), ItemPageModel.ElementsOf(now, entry));
        foreach (var label in before.Concat(after).Select(e => e.Label).Distinct(StringComparer.Ordinal))
        {
            yield return ComparedField.Of(label, ValueOf(before, label), ValueOf(after, label));
        }
    }

    private static IReadOnlyList<string> ValueOf(List<ElementLine> elements, string label) =>
        DisplayText.Paragraphs(elements.Find(e => string.Equals(e.Label, label, StringComparison.Ordinal))?.Value);

    private static string? VillageOf(ItemContent content, DisclosureCatalogue catalogue) =>
        content.Village is { } village ? catalogue.Office(village)?.Title ?? village : null;

    private static IReadOnlyList<string> Lines(string? value) => value is null ? [] : [value];

    /// <summary>With the beginning of the content's hash: a file that was replaced under its old name shows.</summary>
    private static string FileLine(Attachment file, PortalTexts texts) =>
        texts.Versions.Attachment.With(file.Name, FileSize.Of(file.Size, texts), file.Sha256[..Math.Min(8, file.Sha256.Length)]);
}
