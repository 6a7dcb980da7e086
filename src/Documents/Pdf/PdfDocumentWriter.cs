using Lianxin.Documents.Typesetting.Display;

namespace Lianxin.Documents.Pdf;

/// <summary>Writes a display document as PDF 1.7 that keeps PDF/A-2a and PDF/UA-1.</summary>
internal static class PdfDocumentWriter
{
    public static byte[] Write(DisplayDocument document, DocumentFacts facts)
    {
        var file = new PdfFile();
        var catalog = file.Reserve();
        var pages = file.Reserve();
        var pageIds = document.Pages.Select(_ => file.Reserve()).ToList();
        var fonts = new UsedFonts(document);
        var resources = WriteResources(file, fonts);
        var marked = new List<IReadOnlyList<StructureNode>>();
        for (var i = 0; i < pageIds.Count; i++)
        {
            var content = new PageContent(document.Pages[i], fonts);
            marked.Add(content.Marked);
            file.Set(pageIds[i], Page(pages, resources, file.AddStream(string.Empty, content.Written.Span), i, document.Pages[i]));
        }
        file.Set(pages, PageTree(pageIds));
        var structure = new StructureWriter(file, pageIds, document.Pages).Write(document.Structure, marked);
        var outline = new OutlineWriter(file, pageIds, document.Pages).Write(document.Bookmarks);
        var metadata = file.AddStream(" /Type /Metadata /Subtype /XML", XmpPacket.Write(facts), compress: false);
        var profile = file.AddStream(" /N 3", SrgbProfile.Bytes);
        var info = file.Add(facts.Info());
        file.Set(catalog, Catalog(pages, structure, outline, metadata, profile));
        return file.Write(catalog, info, facts.Identity);
    }

    private static int WriteResources(PdfFile file, UsedFonts fonts)
    {
        var body = new PdfBuffer().Add("<< /Font <<");
        foreach (var font in fonts.All) body.Add(" /").Add(font.Resource).Reference(FontWriter.Write(file, font));
        return file.Add(body.Add(" >> >>"));
    }

    private static PdfBuffer Page(int parent, int resources, int content, int index, DisplayPage page) => new PdfBuffer()
        .Add("<< /Type /Page /Parent").Reference(parent)
        .Add(" /MediaBox [").Numbers(0, 0, page.Width, page.Height)
        .Add(" ] /Resources").Reference(resources).Add(" /Contents").Reference(content)
        .Add(" /StructParents").Number(index).Add(" /Tabs /S >>");

    private static PdfBuffer PageTree(List<int> pageIds)
    {
        var body = new PdfBuffer().Add("<< /Type /Pages /Count").Number(pageIds.Count).Add(" /Kids [");
        foreach (var id in pageIds) body.Reference(id);
        return body.Add(" ] >>");
    }

    private static PdfBuffer Catalog(int pages, int structure, int? outline, int metadata, int profile)
    {
        var body = new PdfBuffer().Add("<< /Type /Catalog /Pages").Reference(pages)
            .Add(" /Lang (zh-CN) /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> /StructTreeRoot").Reference(structure)
            .Add(" /Metadata").Reference(metadata)
            .Add(" /OutputIntents [ << /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile")
            .Reference(profile).Add(" >> ]");
        if (outline is { } id) body.Add(" /PageMode /UseOutlines /Outlines").Reference(id);
        return body.Add(" >>");
    }
}
