using Lianxin.Core.Handovers;

namespace Lianxin.Core.Tests.Handovers;

/// <summary>The same words are found however the county sets them; other words are not.</summary>
public class CountyTextTests
{
    private const string Title = "关于2026年第1季度资金拨付的公告";
    private const string Body = "第一笔：12.5万元。\n第二笔（渠道维修）：3万元。";

    [Fact]
    public void Blanks_marks_and_width_do_not_count() =>
        CountyText.MissingFrom("导航 关于２０２６年第１季度\n资金拨付的公告 发布 第一笔:12.5万元.  第二笔(渠道 维修):3万元 打印", Title, Body).ShouldBeEmpty();

    [Fact]
    public void What_stands_between_the_paragraphs_does_not_count() =>
        CountyText.MissingFrom($"{Title} 第一笔：12.5万元。 [插图] 第二笔（渠道维修）：3万元。", Title, Body).ShouldBeEmpty();

    [Fact]
    public void Another_number_is_another_text() =>
        CountyText.MissingFrom($"{Title} 第一笔：12.5万元。第二笔（渠道维修）：8万元。", Title, Body).ShouldBe(["第二笔（渠道维修）：3万元。"]);

    [Fact]
    public void A_missing_title_is_told_first_and_at_most_five_pieces_are() =>
        CountyText.MissingFrom("", Title, string.Join('\n', Enumerable.Range(1, 20).Select(n => $"第{n}段"))).ShouldBe([Title, "第1段", "第2段", "第3段", "第4段"]);

    [Fact]
    public void The_hash_is_that_of_the_words_and_parts_title_from_body()
    {
        CountyText.HashOf("甲 乙", "丙。").ShouldBe(CountyText.HashOf("甲乙", "丙"));
        CountyText.HashOf("甲", "乙丙").ShouldNotBe(CountyText.HashOf("甲乙", "丙"));
    }

    [Fact]
    public void Lone_surrogates_and_empty_texts_break_nothing()
    {
        CountyText.Normalise("\uD800甲\uDC00").ShouldBe("甲");
        CountyText.MissingFrom("", "", "").ShouldBeEmpty();
    }
}
