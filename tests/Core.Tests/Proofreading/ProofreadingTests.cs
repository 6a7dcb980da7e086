using Lianxin.Core.Proofreading;

namespace Lianxin.Core.Tests.Proofreading;

public class ProofreadingTests
{
    [Theory]
    [InlineData("立岗镇人民攻府", "攻府")]
    [InlineData("中共人民共和国", "中共人民共和国")]
    [InlineData("中华人民共合国宪法", "中华人民共合国")]
    [InlineData("中华人民大和国", "中华人民大和国")]
    [InlineData("宁夏回自治区", "宁夏回自治区")]
    [InlineData("区人民检查院", "人民检查院")]
    public void A_wrong_name_of_the_state_or_of_an_organ_blocks(string text, string place)
    {
        var found = ShippedProofreader.Whole.Read("title", text).ShouldHaveSingleItem();

        (found.Severity, found.Place, text.Substring(found.Start, found.Length)).ShouldBe((ProofreadingSeverity.Hard, "title", place));
    }

    [Theory]
    [InlineData("扫黑险恶")]
    [InlineData("齐齐哈市")]
    [InlineData("秸杆禁烧")]
    [InlineData("截止2014年底")]
    [InlineData("信息工开")]
    public void Other_confusions_are_advice(string text) =>
        ShippedProofreader.Whole.Read("body", text).ShouldHaveSingleItem().Severity.ShouldBe(ProofreadingSeverity.Advice);

    [Theory]
    [InlineData("齐齐哈尔市")]
    [InlineData("敌军进攻府城")]
    [InlineData("请大家看一下，工作预安排已经下发")]
    [InlineData("一个一个村地走，二〇二〇年二〇二〇项")]
    [InlineData("村民小组小组长由村民推选，方案还要研究研究")]
    [InlineData("以此为目的的活动")]
    [InlineData("上报消防设施台账，予以经济补偿")]
    public void What_is_right_in_its_surroundings_is_left_alone(string text) => ShippedProofreader.Read(text).ShouldBeEmpty();

    [Theory]
    [InlineData("各村要进一步进一步落实", "进一步进一步")]
    [InlineData("信息公开信息公开工作", "信息公开信息公开")]
    public void Longer_words_that_stand_twice_are_found(string text, string place) => ShippedProofreader.Read(text).ShouldBe([(ProofreadingKinds.Repeated, place)]);

    [Theory]
    [InlineData("做到“四个必须，接受监督。", "“")]
    [InlineData("依据《政府信息公开条例第二十条。", "《")]
    [InlineData("依据政府信息公开条例》第二十条。", "》")]
    [InlineData("公开（不含附件)的内容。", ")")]
    [InlineData("公开（内容〔含附件）如下。", "〔")]
    [InlineData("称为\"连心工程。", "\"")]
    public void Marks_without_their_other_half_are_found(string text, string mark) => ShippedProofreader.Read(text).ShouldBe([(ProofreadingKinds.Unpaired, mark)]);

    [Theory]
    [InlineData("1)申报；2)审批；一）公开。")]
    [InlineData("他说：“第一段没有完。\n“第二段才完。”")]
    [InlineData("“外层‘里层《书名（节选）》’都成对”。")]
    [InlineData("the village’s list")]
    public void Enumerations_and_long_quotations_are_right(string text) => ShippedProofreader.Read(text).ShouldBeEmpty();

    [Fact]
    public void Half_width_marks_among_full_width_ones_are_told_once_with_their_number()
    {
        var found = ShippedProofreader.Whole.Read("body", "各村要公开,要真实，要具体,要合法。").ShouldHaveSingleItem();

        (found.Kind, found.Start, found.Suggestion).ShouldBe((ProofreadingKinds.Punctuation, 5, "“，”"));
        found.Rule.ShouldContain("共2处");
    }

    [Theory]
    [InlineData("2014年2月30日", "2014年2月30日")]
    [InlineData("2015年2月29日", "2015年2月29日")]
    [InlineData("2014年13月", "2014年13月")]
    [InlineData("4月31日前", "4月31日")]
    [InlineData("公示期自2026-11-31起", "2026-11-31")]
    [InlineData("2026.02.30", "2026.02.30")]
    public void Dates_that_no_calendar_has_are_found(string text, string date) => ShippedProofreader.Read(text).ShouldBe([(ProofreadingKinds.Date, date)]);

    [Theory]
    [InlineData("2016年2月29日，2月29日，2026-11-30，2014年12月，1-12月")]
    [InlineData("索引号640122/2014-00031，电话0951-8000-31，版本2014.13")]
    public void Dates_and_numbers_that_can_be_are_left_alone(string text) => ShippedProofreader.Read(text).ShouldBeEmpty();

    [Theory]
    [InlineData("立政发[2014]12号", "“〔2014〕12号”")]
    [InlineData("立政发（2014）12号", "“〔2014〕12号”")]
    [InlineData("立政发〔2014〕第12号", "“〔2014〕12号”")]
    [InlineData("立政发〔2014〕012号", "“〔2014〕12号”")]
    [InlineData("立政发【2014】第07号", "“〔2014〕7号”")]
    public void Document_numbers_are_held_to_their_form(string text, string suggestion) =>
        ShippedProofreader.Whole.Read("body", text).Select(f => (f.Kind, f.Suggestion)).ShouldBe([(ProofreadingKinds.DocumentNumber, suggestion)]);

    [Theory]
    [InlineData("立政发〔2014〕12号")]
    [InlineData("国办秘函〔2019〕19号，国务院令第492号")]
    [InlineData("居民住在示例苑（12）3号楼")]
    [InlineData("（2014）贺民初字第12号")]
    public void Right_document_numbers_and_other_numbers_are_left_alone(string text) => ShippedProofreader.Read(text).ShouldBeEmpty();

    [Theory]
    [InlineData("镇党委书记示例程二明讲话", ProofreadingKinds.Leader)]
    [InlineData("副镇长示例程二明讲话", ProofreadingKinds.Leader)]
    [InlineData("示例程四明镇长讲话", ProofreadingKinds.Leader)]
    [InlineData("镇长示例程二鸣讲话", ProofreadingKinds.Leader)]
    [InlineData("示例程二明、示例程一明出席", ProofreadingKinds.LeaderOrder)]
    [InlineData("镇长示例程二明、镇党委书记示例程一明出席", ProofreadingKinds.LeaderOrder)]
    public void Names_titles_and_order_are_held_against_the_townships_list(string text, string kind)
    {
        var found = ShippedProofreader.Whole.Read("body", text).ShouldHaveSingleItem();

        (found.Kind, found.Severity).ShouldBe((kind, ProofreadingSeverity.Advice));
    }

    [Theory]
    [InlineData("镇党委书记示例程一明、镇长示例程二明、镇纪委书记示例程三明出席")]
    [InlineData("立岗镇镇长示例程二明、副镇长示例程四明讲话；随后示例程一明总结")]
    [InlineData("镇长示例王大力任职期间")]
    public void Right_names_and_names_of_others_are_left_alone(string text) => ShippedProofreader.Read(text).ShouldBeEmpty();

    [Fact]
    public void A_slip_before_a_wrong_date_does_not_hide_it() =>
        ShippedProofreader.Read("截止2026年2月30日").ShouldBe([(ProofreadingKinds.Confusion, "截止2"), (ProofreadingKinds.Date, "2026年2月30日")]);

    [Fact]
    public void An_excerpt_covers_the_numbers_beside_the_place()
    {
        var found = ShippedProofreader.Whole.Read("body", "电话13800001111秸杆999999199003070012").ShouldHaveSingleItem();

        found.Excerpt.ShouldBe("…********秸杆********…");
    }

    [Fact]
    public void Advice_is_bounded_and_what_blocks_is_never_left_out()
    {
        var found = ShippedProofreader.Whole.Read("body", string.Concat(Enumerable.Repeat("秸杆。", 500)) + "攻府");

        found.Count.ShouldBe(Proofreader.MostAdvice + 1);
        found[^1].Severity.ShouldBe(ProofreadingSeverity.Hard);
    }
}
