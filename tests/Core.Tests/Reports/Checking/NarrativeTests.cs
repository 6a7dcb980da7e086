namespace Lianxin.Core.Tests.Reports.Checking;

/// <summary>
/// Running text against the tables of case 018 (2025): received 154, none carried over, answered 148, carried forward 6; granted 33, partly 38,
/// refused 11, cannot provide 53, not processed 2, other 11; reviews 36, lawsuits 6 + 3; documents made 58, repealed 45, in force 546.
/// </summary>
public class NarrativeTests
{
    [Theory]
    [InlineData("2025年，我区共收到政府信息公开申请154件。")]
    [InlineData("全年共收到公民、法人和其他组织提出的政府信息公开申请134件，同比增长10%。", "text-received")]
    [InlineData("本年新收政府信息公开申请数量为 1３4 件。", "text-received")]
    [InlineData("2025年，收到134件政府信息公开申请。", "text-received")]
    [InlineData("受理依申请公开一百三十四件。", "text-received")]
    [InlineData("全年未收到政府信息公开申请。", "text-received")]
    [InlineData("上年结转政府信息公开申请2件。", "text-carried-over")]
    [InlineData("上年度结转0件政府信息公开申请。")]
    [InlineData("政府信息公开申请中，5件结转下年度继续办理。", "text-carried-forward")]
    [InlineData("结转下年度继续办理的政府信息公开申请6件。")]
    [InlineData("依申请公开方面，结转至2026年办理7件。", "text-carried-forward")]
    [InlineData("政府信息公开申请已全部办结154件。", "text-answered")]
    [InlineData("全年答复政府信息公开申请137件。")]
    [InlineData("办理政府信息公开申请148件，其中予以公开33件、部分公开38件、不予公开11件、无法提供53件、不予处理2件、其他处理11件。")]
    [InlineData("办理政府信息公开申请148件，其中予以公开34件、部分公开38件。", "text-outcomes")]
    [InlineData("政府信息公开申请的办理结果为：33件予以公开，39件部分公开。", "text-outcomes")]
    [InlineData("收到依申请公开件154件，办结148件。其中，予以公开34件；部分公开39件。", "text-outcomes")]
    [InlineData("2025年全区共收到依申请公开件154件,共办结148件,结转到2026年办理7件。", "text-carried-forward")]
    [InlineData("在收到的依申请公开事项中，其中“予以公开”34件，占22%；“部分公开”38件。", "text-outcomes")]
    [InlineData("政府信息公开申请中，予以公开、部分公开71件，不予公开11件。")]
    [InlineData("政府信息公开申请中，予以公开和部分公开共72件。", "text-outcomes")]
    [InlineData("因政府信息公开被申请行政复议35件，被提起行政诉讼9件。", "text-review")]
    [InlineData("因政府信息公开引发行政复议案件36起，行政诉讼案件8起。", "text-litigation")]
    [InlineData("涉及政府信息公开的行政复议、行政诉讼共45件。")]
    [InlineData("涉及政府信息公开的行政复议、行政诉讼共44件。", "text-review")]
    [InlineData("全年未发生因政府信息公开引起的行政复议、行政诉讼案件。", "text-litigation text-review")]
    [InlineData("全年制发行政规范性文件59件，废止行政规范性文件45件，现行有效行政规范性文件546件。", "text-section2")]
    public void A_number_that_can_only_be_a_figure_of_the_tables_is_compared(string text, string rules = "") =>
        string.Join(' ', CaseFiles.RulesOf(CaseFiles.Load("018").With("narrative", text))).ShouldBe(rules);

    [Theory]
    [InlineData("2024年共收到政府信息公开申请218件。")]
    [InlineData("收到政府信息公开申请约150件。")]
    [InlineData("收到政府信息公开申请150余件。")]
    [InlineData("上半年收到政府信息公开申请70件。")]
    [InlineData("截至10月底，收到政府信息公开申请120件。")]
    [InlineData("第三季度未收到政府信息公开申请。")]
    [InlineData("通过网络收到政府信息公开申请90件，信函收到政府信息公开申请64件。")]
    [InlineData("区政府办公室共收到政府信息公开申请17件。")]
    [InlineData("自2019年以来，累计收到政府信息公开申请900件。")]
    [InlineData("政府信息公开方面，收到低保申请5件。")]
    [InlineData("受理12345热线咨询政府信息公开申请20件。")]
    [InlineData("全年收到政府信息公开申请154件，较上年减少64件，其中网上收到政府信息公开申请90件。")]
    [InlineData("未收到政府信息公开申请费用减免的请求。")]
    [InlineData("依申请公开信息中，属于国家秘密的，不予公开2件，属于内部事务的，不予公开3件。")]
    [InlineData("对政府信息公开申请予以公开71件（含部分公开38件）。")]
    [InlineData("政府信息公开申请中，71件予以公开、部分公开，64件不予公开、无法提供。")]
    [InlineData("政府信息公开申请中，不予公开、无法提供共64件。")]
    [InlineData("主动公开政府信息，予以公开的信息300条。")]
    [InlineData("没有因政府信息公开工作行政复议被纠错的情况。")]
    [InlineData("政府信息公开行政复议维持25件，纠正3件。")]
    [InlineData("司法局全年办理行政复议案件120件。")]
    [InlineData("学习宣传政府信息公开条例，化解行政诉讼、行政复议各2件。")]
    [InlineData("拟废止规范性文件10件，发布政策解读20件。")]
    [InlineData("政府信息公开申请答复率100%，答复网民留言20件。")]
    [InlineData("一是强化政府信息公开申请办理，做到件件有答复。")]
    public void A_number_about_something_else_is_left_in_peace(string text) =>
        CaseFiles.RulesOf(CaseFiles.Load("018").With("narrative", text)).ShouldBeEmpty();

    [Fact]
    public void The_words_in_question_are_quoted()
    {
        var finding = CaseFiles.Check(CaseFiles.Load("018").With("narrative", "本年共收到政府信息公开申请134件。")).ShouldHaveSingleItem();
        finding.ShouldSatisfyAllConditions(
            f => f.Where.ShouldBe("narrative"), f => f.Expected.ShouldBe("154"), f => f.Found.ShouldBe("134"), f => f.Message.ShouldContain("收到政府信息公开申请134件"));
    }

    [Theory]
    [InlineData("零", "0")]
    [InlineData("十二", "12")]
    [InlineData("一百零三", "103")]
    [InlineData("两千零五十", "2050")]
    [InlineData("三万二千", "32000")]
    [InlineData("1,234", "1234")]
    [InlineData("十百", null)]
    [InlineData("一二", null)]
    [InlineData("万", null)]
    public void Numbers_in_Chinese_are_read_or_left(string text, string? value) =>
        (CaseFiles.Check(CaseFiles.Load("018").With("narrative", $"共收到政府信息公开申请{text}件。")).SingleOrDefault()?.Found).ShouldBe(value);

    [Theory]
    [InlineData("收到公民、法人和其他组织提出的政府信息公开申请共计总数为零一二三四五六七八九，")]
    [InlineData("政府信息公开行政复议9件")]
    [InlineData("收到政府信息公开申请9件。")]
    [InlineData("政府信息公开申请，予以公开9件，予以公开9件，予以公开9件，予以公开9件。")]
    [InlineData("9")]
    public void The_longest_text_is_read_at_once(string phrase)
    {
        var text = string.Concat(Enumerable.Repeat(phrase, (200_000 / phrase.Length) + 1))[..200_000];
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        CaseFiles.Check(CaseFiles.Load("018").With("narrative", text));
        System.Diagnostics.Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30), "time grows with more than the length");
    }
}
