using Lianxin.Documents.Pdf;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Flow;

namespace Lianxin.Documents.Sheets.Setting;

/// <summary>Gives a composed sheet its pages and writes them.</summary>
internal static class SheetWriter
{
    /// <param name="kind">What sort of sheet it is, for the file's subject: 公示栏, 连心墙.</param>
    /// <param name="hangs">It goes on a wall and says from when to when.</param>
    public static PdfRendering Write(SheetSetter set, SheetHead head, string kind, SheetPaper paper, bool hangs)
    {
        var flow = Paginator.Place(set.Items, set.Style.Frame);
        SheetFooter.Add(flow.Pages, set, head, hangs);
        var document = new DisplayDocument(flow.Pages, set.Root, flow.Bookmarks, set.Text.Missing);
        var title = SheetText.Line(head.Title, kind);
        var facts = new DocumentFacts(title, SheetText.Line(head.Agency), $"{kind}　{SheetText.Line(head.Place)}　{SheetText.Line(head.Period)}", $"{head.Identity}#{paper}", head.MadeOn);
        return new PdfRendering(PdfDocumentWriter.Write(document, facts), flow.Pages.Count, set.Text.Missing);
    }
}
