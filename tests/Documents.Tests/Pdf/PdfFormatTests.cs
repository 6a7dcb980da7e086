using System.Text;
using System.Xml.Linq;
using Lianxin.Core.Reports;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pdf;
using Lianxin.Documents.Tests.Fonts;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Tokens;

namespace Lianxin.Documents.Tests.Pdf;

public sealed class PdfFormatTests
{
    [Fact]
    public void The_same_content_gives_the_same_bytes()
    {
        var first = FetchedFonts.Renderer.Render(SampleReport.Whole());
        var others = new byte[6][];
        Parallel.For(0, others.Length, i => others[i] = new PdfReportRenderer(FontLibrary.Load(FetchedFonts.Folder)).Render(SampleReport.Whole()));
        others.ShouldAllBe(other => other.SequenceEqual(first));
    }

    [Fact]
    public void Another_content_of_the_same_identity_keeps_the_first_identifier_only()
    {
        using var one = ReadBack.Of(SampleReport.Of(new ParagraphBlock("甲。")));
        using var two = ReadBack.Of(SampleReport.Of(new ParagraphBlock("乙。")));
        var (a, b) = (Identifiers(one), Identifiers(two));
        a[0].ShouldBe(b[0]);
        a[1].ShouldNotBe(b[1]);
    }

    [Fact]
    public void Fonts_are_embedded_subsets_with_a_way_back_to_text()
    {
        using var pdf = ReadBack.Of(SampleReport.Whole());
        var fonts = pdf.Fonts();
        fonts.Keys.Select(name => name[7..]).ShouldBe(
            ["FandolSong-Bold", "LiberationSerif-Bold", "FandolFang-Regular", "LiberationSerif", "FandolHei-Regular", "FandolKai-Regular", "FandolSong-Regular", "LXGWWenKai-Light"],
            ignoreOrder: true);
        foreach (var (name, (font, descendant, descriptor)) in fonts)
        {
            name.ShouldMatch("^[A-Z]{6}\\+");
            pdf.Get(font, "ToUnicode").ShouldBeOfType<StreamToken>();
            var isCff = pdf.Name(descendant, "Subtype") == "CIDFontType0";
            var program = pdf.Get(descriptor, isCff ? "FontFile3" : "FontFile2").ShouldBeOfType<StreamToken>();
            program.Data.Length.ShouldBeLessThan(400_000);
        }
    }

    [Fact]
    public void The_file_is_tagged_and_says_so()
    {
        using var pdf = ReadBack.Of(SampleReport.Whole());
        pdf.Get(pdf.Dictionary(pdf.Catalog, "MarkInfo"), "Marked").ShouldBe(BooleanToken.True);
        (pdf.Get(pdf.Catalog, "Lang") as StringToken)!.Data.ShouldBe("zh-CN");
        pdf.Get(pdf.Dictionary(pdf.Catalog, "ViewerPreferences"), "DisplayDocTitle").ShouldBe(BooleanToken.True);
        var types = pdf.ElementTypes();
        types.Take(9).ShouldBe(["Document", "Title", "P", "H1", "P", "H2", "P", "H3", "P"]);
        types.Distinct().ShouldBe(["Document", "Title", "P", "H1", "H2", "H3", "Table", "Caption", "THead", "TR", "TH", "TBody", "TD", "Figure"], ignoreOrder: true);
    }

    [Fact]
    public void A_skipped_level_of_headings_is_closed_for_screen_readers()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(new HeadingBlock(1, "一、甲"), new HeadingBlock(3, "1. 乙"), new HeadingBlock(2, "（一）丙"), new ParagraphBlock("丁。")));
        pdf.ElementTypes().ShouldBe(["Document", "H1", "H2", "H2", "P"]);
    }

    [Fact]
    public void Every_mark_on_a_page_leads_to_its_element()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(SampleReport.ClassTable(60), new ParagraphBlock(new string('国', 900))));
        var numbers = (ArrayToken)pdf.Get(pdf.Dictionary(pdf.Dictionary(pdf.Catalog, "StructTreeRoot"), "ParentTree"), "Nums")!;
        foreach (var page in pdf.Document.GetPages())
        {
            var key = ((NumericToken)pdf.Get(page.Dictionary, "StructParents")!).Int;
            var elements = (ArrayToken)pdf.Resolve(numbers.Data[(2 * key) + 1]);
            var marks = page.GetMarkedContents().Where(m => !m.IsArtifact).ToList();
            marks.Select(m => m.MarkedContentIdentifier).ShouldBe(Enumerable.Range(0, elements.Length));
            for (var i = 0; i < marks.Count; i++) pdf.Name((DictionaryToken)pdf.Resolve(elements.Data[i]), "S").ShouldBe(marks[i].Tag);
            pdf.Name(page.Dictionary, "Tabs").ShouldBe("S");
        }
    }

    [Fact]
    public void Headings_are_bookmarks_on_their_pages()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(
            new HeadingBlock(1, "一、甲"), new HeadingBlock(2, "（一）乙"), new ParagraphBlock(new string('国', 900)), new HeadingBlock(1, "二、丙"), new ParagraphBlock("丁。")));
        pdf.Document.TryGetBookmarks(out var bookmarks).ShouldBeTrue();
        var nodes = bookmarks.GetNodes().OfType<DocumentBookmarkNode>().ToList();
        nodes.Select(n => (n.Level, n.Title, n.PageNumber)).ShouldBe([(0, "一、甲", 1), (1, "（一）乙", 1), (0, "二、丙", 2)]);
    }

    [Fact]
    public void Metadata_names_the_standards_and_agrees_with_the_document_information()
    {
        using var pdf = ReadBack.Of(SampleReport.Whole());
        pdf.Document.TryGetXmpMetadata(out var xmp).ShouldBeTrue();
        var packet = XDocument.Parse(Encoding.UTF8.GetString(xmp.GetXmlBytes()));
        string Value(string name) => packet.Descendants().Single(e => e.Name.LocalName == name && !e.Name.NamespaceName.Contains("extension", StringComparison.Ordinal)).Value.Trim();
        packet.Descendants(XName.Get("part", "http://www.aiim.org/pdfa/ns/id/")).Single().Value.ShouldBe("2");
        Value("conformance").ShouldBe("A");
        packet.Descendants(XName.Get("part", "http://www.aiim.org/pdfua/ns/id/")).Single().Value.ShouldBe("1");
        Value("title").ShouldBe(pdf.Document.Information.Title);
        Value("creator").ShouldBe("澄江镇人民政府");
        Value("CreateDate").ShouldBe("2026-01-23T00:00:00+08:00");
        pdf.Document.Information.CreationDate.ShouldBe("D:20260123000000+08'00'");
        pdf.Document.Information.Author.ShouldBe("澄江镇人民政府");
    }

    [Fact]
    public void The_output_intent_holds_an_sRGB_profile()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(new ParagraphBlock("甲。")));
        var intent = (DictionaryToken)pdf.Resolve(((ArrayToken)pdf.Get(pdf.Catalog, "OutputIntents")!).Data[0]);
        pdf.Name(intent, "S").ShouldBe("GTS_PDFA1");
        pdf.Get(intent, "DestOutputProfile").ShouldBeOfType<StreamToken>();
        var profile = SrgbProfile.Bytes;
        Encoding.ASCII.GetString(profile, 36, 4).ShouldBe("acsp");
        ((profile[0] << 24) | (profile[1] << 16) | (profile[2] << 8) | profile[3]).ShouldBe(profile.Length);
    }

    private static string[] Identifiers(ReadBack pdf)
    {
        var text = Encoding.Latin1.GetString(pdf.Bytes);
        var at = text.LastIndexOf("/ID [<", StringComparison.Ordinal) + 6;
        return text[at..text.IndexOf(">]", at, StringComparison.Ordinal)].Split("> <");
    }
}
