using Lianxin.Core.Reports;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Tests.Fonts;
using Lianxin.Documents.Tests.Typesetting;

namespace Lianxin.Documents.Tests.Pdf;

public sealed class ReportTextTests
{
    [Fact]
    public void The_text_comes_back_exactly()
    {
        var texts = Enumerable.Range(1, 45).Select(RandomText.Of).ToList();
        using var pdf = ReadBack.Of(SampleReport.Of(texts.Select(t => new ParagraphBlock(t))));
        pdf.BodyText.ShouldBe(string.Concat(texts));
    }

    [Fact]
    public void Title_headings_table_and_signature_come_back_in_reading_order()
    {
        using var pdf = ReadBack.Of(SampleReport.Whole());
        var text = pdf.BodyText;
        string[] pieces =
        [
            "澄江镇人民政府2025年政府信息公开工作年度报告", "一、总体情况", "（一）主动公开", "1. 健全公开目录", "表1　主动公开政府信息分类统计表",
            "序号类别上年本年1第1类信息37412第2类信息7482", "12第12类信息444492", "各月数量见图1。", "图1　2025年各月主动公开政府信息数量", "注：数据由镇党政办公室统计。",
            "澄江镇人民政府2026年1月23日",
        ];
        var at = 0;
        foreach (var piece in pieces)
        {
            at = text.IndexOf(piece, at, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, piece);
        }
    }

    [Fact]
    public void Rare_characters_are_set_from_the_fallback_font_and_come_back()
    {
        const string names = "堃珺旻昇喆玥翀𠮷";
        using var pdf = ReadBack.Of(SampleReport.Of(new ParagraphBlock(names)));
        pdf.BodyText.ShouldBe(names);
        ReadBack.BodyLetters(pdf.Document.GetPage(1)).ShouldAllBe(l => l.FontName!.Contains("LXGWWenKai-Light"));
    }

    [Fact]
    public void A_character_that_no_font_has_is_printed_as_a_geta_mark_reported_and_still_comes_back()
    {
        const string text = "甲𐎀乙〓丙";
        var rendering = FetchedFonts.Renderer.RenderDocument(SampleReport.Of(new ParagraphBlock(text)));
        rendering.MissingCharacters.ShouldBe(["𐎀"]);
        using var pdf = new ReadBack(rendering.Bytes);
        pdf.BodyText.ShouldBe(text);
        var letters = ReadBack.BodyLetters(pdf.Document.GetPage(1)).ToList();
        letters[1].BoundingBox.Width.ShouldBe(letters[3].BoundingBox.Width, 0.01);
        letters[1].BoundingBox.Width.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void A_private_code_point_is_reported_and_comes_back_as_the_mark_that_is_seen()
    {
        var rendering = FetchedFonts.Renderer.RenderDocument(SampleReport.Of(new ParagraphBlock("甲\uE123乙")));
        rendering.MissingCharacters.ShouldBe(["\uE123"]);
        using var pdf = new ReadBack(rendering.Bytes);
        pdf.BodyText.ShouldBe("甲〓乙");
    }

    [Fact]
    public void Two_characters_with_one_glyph_come_back_as_themselves()
    {
        var pair = OneGlyphTwoCharacters();
        using var pdf = ReadBack.Of(SampleReport.Of(new ParagraphBlock(pair + "国" + pair)));
        pdf.BodyText.ShouldBe(pair + "国" + pair);
    }

    [Fact]
    public void Control_characters_and_half_surrogates_do_no_harm()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(new ParagraphBlock("甲\u0001乙\u200B丙\uD800丁\uFFFE戊")));
        pdf.BodyText.Replace("\uFFFD", string.Empty, StringComparison.Ordinal).ShouldBe("甲乙丙丁戊");
    }

    [Fact]
    public void Lines_of_a_text_are_paragraphs_and_typed_indents_are_dropped()
    {
        using var pdf = ReadBack.Of(SampleReport.Of(new ParagraphBlock("　　甲。\r\n　　乙。\n")));
        pdf.BodyText.ShouldBe("甲。乙。");
        pdf.ElementTypes().ShouldBe(["Document", "P", "P"]);
    }

    [Fact]
    public void An_empty_report_is_a_page()
    {
        using var pdf = ReadBack.Of(SampleReport.Of());
        pdf.Document.NumberOfPages.ShouldBe(1);
    }

    private static string OneGlyphTwoCharacters()
    {
        var face = FetchedFonts.Library.Face(FontRole.Body);
        var seen = new Dictionary<ushort, int>();
        for (var point = 0x2E80; point < 0xFF00; point++)
        {
            if (face.Glyph(point) is not (var glyph and not 0)) continue;
            if (seen.TryGetValue(glyph, out var other)) return char.ConvertFromUtf32(other) + char.ConvertFromUtf32(point);
            seen[glyph] = point;
        }
        throw new InvalidOperationException("The font has no two characters with one glyph; choose another one.");
    }
}
