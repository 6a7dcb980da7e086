using Lianxin.Core.Proofreading;

namespace Lianxin.Core.Tests.Proofreading;

/// <summary>The seven defects of the founding text, in its own sentences (seed-analysis §4).</summary>
public class SeedDefectTests
{
    [Theory]
    [InlineData("2014年,立岗镇政府信息公开工作主要开展了一下四方面工作。", ProofreadingKinds.Confusion, "开展了一下", "“开展了以下”")]
    [InlineData("在民生服务中心的办事窗口,全面公开行政审批事项和社会服务服务事项信息,包括行政审批事项的设定依据等方面的信息。", ProofreadingKinds.Repeated, "服务服务", "“服务”")]
    [InlineData("通过政府门户网进行公开,将政府工作工作动态、民政、计生季度公示内容在门户网站上公开。", ProofreadingKinds.Repeated, "工作工作", "“工作”")]
    [InlineData("建立健全政府信息发布机制,及时澄清虚假或不完成信息;制定政府信息公开考核制度,细化考核内容。", ProofreadingKinds.Confusion, "虚假或不完成", "“虚假或者不完整”")]
    [InlineData("将一些能够办理的事项以“连心”工程预安销号事项予以公示。", ProofreadingKinds.Confusion, "预安", "请核对，是否应为“预案”或者“预约”")]
    [InlineData("二○一四年十一月十九日", ProofreadingKinds.DateStyle, "二○一四年十一月十九日", "“2014年11月19日”")]
    public void S43_a_defect_of_the_seed_is_found_with_what_was_meant(string sentence, string kind, string place, string suggestion)
    {
        var found = ShippedProofreader.Whole.Read("body", sentence).ShouldHaveSingleItem();

        (found.Kind, sentence.Substring(found.Start, found.Length), found.Suggestion).ShouldBe((kind, place, suggestion));
        found.Severity.ShouldBe(ProofreadingSeverity.Advice);
    }

    [Fact]
    public void S43_a_blank_before_a_mark_and_a_paragraph_without_an_end_are_found() =>
        ShippedProofreader.Read("民政、计生季度公示内容在门户网站上公开。通过公开栏进行公开 ,利用公示栏、宣传栏进行公开").ShouldBe(
            [(ProofreadingKinds.Punctuation, " ,"), (ProofreadingKinds.Punctuation, "开")]);

    [Fact]
    public void S43_half_width_marks_alone_are_no_defect_where_a_text_has_no_others() =>
        ShippedProofreader.Read("2014年,立岗镇坚持公开,接受监督;力求做到“四个必须”:全面(含细目)公开。").ShouldBeEmpty();
}
