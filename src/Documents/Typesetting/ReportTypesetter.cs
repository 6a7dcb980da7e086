using Lianxin.Core.Reports;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Typesetting.Charts;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Flow;
using Lianxin.Documents.Typesetting.Tables;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting;

/// <summary>Sets a report on pages in the style of GB/T 9704-2012 (党政机关公文格式).</summary>
internal sealed class ReportTypesetter(FontLibrary fonts)
{
    /// <summary>Notes are set closer than the body: one and two thirds of their size.</summary>
    private const double NotePitch = 20;

    /// <summary>Set twice where there are contents: the first time tells on which page each heading stands.</summary>
    public DisplayDocument Set(ReportContent content)
    {
        if (!content.Blocks.OfType<ContentsBlock>().Any()) return Set(content, []);
        // Without entries the contents are shorter, so one setting more finds their own length; the next has every page right.
        var headings = Set(content, Set(content, []).Bookmarks).Bookmarks;
        return Set(content, headings);
    }

    private DisplayDocument Set(ReportContent content, IReadOnlyList<Bookmark> known)
    {
        var text = new TextSetter(fonts);
        var set = new BlockSetter(text, StructureNode.Root());
        var headings = new HeadingSetter(set);
        var numbers = new CaptionNumbers();
        TitleSetter.Add(set, content.Title);
        for (var i = 0; i < content.Blocks.Count; i++)
        {
            Add(content.Blocks[i], set, headings, numbers, known);
            // Notes that follow each other keep their own pitch, and hold a code that follows; the page's grid goes on after the last of them.
            if (content.Blocks[i] is NoteBlock && (i + 1 == content.Blocks.Count || content.Blocks[i + 1] is not (NoteBlock or WebCodeBlock))) set.Add(new GridItem());
        }

        var flow = Paginator.Place(set.Items, PageFrame.Report);
        PageNumbers.Add(flow.Pages, text);
        return new DisplayDocument(flow.Pages, set.Root, flow.Bookmarks, text.Missing);
    }

    private static void Add(ReportBlock block, BlockSetter set, HeadingSetter headings, CaptionNumbers numbers, IReadOnlyList<Bookmark> known)
    {
        switch (block)
        {
            case ContentsBlock contents:
                ContentsSetter.Add(set, contents.Title, known);
                break;
            case HeadingBlock heading:
                headings.Add(heading);
                break;
            case ParagraphBlock paragraph:
                foreach (var part in Paragraphs(paragraph.Text)) set.AddParagraph(part, TextStyle.Body, set.Root.Add("P"));
                break;
            case NoteBlock note:
                foreach (var part in Paragraphs(note.Text)) set.AddParagraph(part, TextStyle.Note, set.Root.Add("P"), NotePitch);
                break;
            case TableBlock table:
                TableSetter.Add(set, table, numbers);
                break;
            case ChartBlock chart:
                ChartSetter.Add(set, chart, numbers);
                break;
            case SignatureBlock signature:
                SignatureSetter.Add(set, signature);
                break;
            case WebCodeBlock code:
                WebCodeSetter.Add(set, code);
                break;
            default:
                throw new NotSupportedException($"No way to set a {block.GetType().Name}.");
        }
    }

    /// <summary>Line by line, without the spaces by which people indent: the indent is the page's.</summary>
    private static IEnumerable<string> Paragraphs(string text) =>
        text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty(string.Empty);
}
