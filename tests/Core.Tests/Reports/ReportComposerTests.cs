using System.Text.RegularExpressions;
using Lianxin.Core.Reports;

namespace Lianxin.Core.Tests.Reports;

public partial class ReportComposerTests
{
    private static readonly ReportContent Content = Compose(SampleYear.Narrative, "立岗镇人民政府");

    [Fact]
    public void Title_issuer_and_signature_are_those_of_the_founding_document()
    {
        Content.Title.ShouldBe(["立岗镇2014年信息公开工作年度报告"]);
        Content.DatedOn.ShouldBe(new DateOnly(2014, 11, 19));
        Content.Blocks.OfType<SignatureBlock>().ShouldHaveSingleItem().ShouldBe(new SignatureBlock("立岗镇人民政府", new DateOnly(2014, 11, 19)));
        Compose(SampleYear.Narrative, "立岗镇").Issuer.ShouldBe("立岗镇人民政府");
    }

    [Fact]
    public void The_three_parts_of_the_founding_document_stand_in_their_order()
    {
        Content.Blocks.OfType<HeadingBlock>().Where(h => h.Level < 3).Select(h => h.Text).Take(12).ShouldBe(
        [
            "一、概述", "（一）强化组织领导，营造良好氛围", "（二）在公开内容上，力求做到“四个必须”", "（三）在公开程序上，坚决执行“六字方针”",
            "（四）在公开时限上，做到“两个结合”", "二、主动公开政府信息情况", "（一）公开内容", "（二）公开形式",
            "三、存在的主要问题和改进措施", "（一）进一步拓宽公开渠道", "（二）规范工作流程", "（三）完善配套制度",
        ]);
    }

    [Fact]
    public void Every_typed_section_is_in_the_document()
    {
        foreach (var section in SampleYear.Narrative.Sections.Values)
            Text(Content).ShouldContain(section.Split('{', '\n')[0]);
    }

    [Fact]
    public void The_sentence_of_the_total_is_made_from_the_register() =>
        Text(Content).ShouldContain("2014年，截至11月19日累计公开政府信息549条，其中概况类2条，政策法规类2条，工作动态类467条，财政类78条。");

    [Fact]
    public void S18_the_benefit_figures_are_said_and_tabled_with_unit_kind_and_period()
    {
        Text(Content).ShouldContain("出生人口105人、少生快富新增2户、奖励扶助新增19人、特别扶助共0户、独生子女办证90户、农村低保新增57人");
        var table = Content.Blocks.OfType<TableBlock>().ElementAt(1);
        table.Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text))).ShouldContain("特别扶助|0|户|期末累计|截至11月19日");
    }

    [Fact]
    public void The_class_table_sums_to_549_with_shares_and_days()
    {
        var rows = Content.Blocks.OfType<TableBlock>().First().Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text))).ToList();
        rows[^1].ShouldStartWith("合计|549|100.0%|1月");
        rows[3].ShouldStartWith("工作动态类|467|85.1%|");
    }

    [Fact]
    public void The_chart_stacks_the_classes_over_twelve_months()
    {
        var chart = Content.Blocks.OfType<ChartBlock>().ShouldHaveSingleItem();
        chart.Kind.ShouldBe(ChartKind.StackedBars);
        chart.Categories.Count.ShouldBe(12);
        chart.Series.Sum(s => s.Values.Sum()).ShouldBe(549);
        chart.Description.ShouldContain("12月0条");
    }

    [Fact]
    public void S45_applications_fees_suits_and_contact_are_printed_as_zero_or_none_where_nothing_is_held()
    {
        var text = Text(Compose(ReportChecksTests.With("contact", ""), "立岗镇"));
        text.ShouldContain("收到政府信息公开申请0件，答复0件，结转下年度办理0件。");
        text.ShouldContain("收取费用0元，减免费用0元。");
        text.ShouldContain("被申请行政复议0件，被提起行政诉讼0件。");
        text.ShouldContain("联系方式：无。");
    }

    [Fact]
    public void D3_the_three_dates_are_printed_apart_and_the_findings_are_listed()
    {
        var text = Text(Content);
        text.ShouldContain("统计期自2014年1月1日起至11月19日止");
        text.ShouldContain("成文日期2014年11月19日，原报告公布日期2015年1月5日");
        text.ShouldContain("原报告公开信息总数为547条，按登记簿逐条统计为549条，相差2条。（提示：D1）");
        text.ShouldContain("出生人口：统计期内出生并在本镇登记的人口。来源：");
    }

    [Fact]
    public void Punctuation_is_full_width_and_no_placeholder_is_left()
    {
        var text = Text(Content);
        HalfWidth().Matches(text).ShouldBeEmpty();
        text.ShouldNotContain("{");
    }

    [Fact]
    public void The_same_input_gives_the_same_content()
    {
        Text(Compose(SampleYear.Narrative, "立岗镇人民政府")).ShouldBe(Text(Content));
        Content.Identity.ShouldBe("立岗镇/2014/ligang-2014/1");
    }

    [Fact]
    public void A_year_without_anything_still_composes_every_section()
    {
        var figures = ReportFigures.From(SampleYear.Format, 2016, [], [], null);
        var content = ReportComposer.Compose(SampleYear.Format, figures, null, [], "立岗镇", 2016);
        content.Blocks.OfType<HeadingBlock>().Count().ShouldBe(Content.Blocks.OfType<HeadingBlock>().Count());
        content.Blocks.OfType<SignatureBlock>().ShouldBeEmpty();
        Text(content).ShouldContain("累计公开政府信息0条");
    }

    private static ReportContent Compose(ReportNarrative narrative, string agency)
    {
        var figures = SampleYear.Computed(narrative);
        return ReportComposer.Compose(
            SampleYear.Format, figures, narrative, ReportChecks.Run(figures, narrative, SampleYear.Later), agency, 2014);
    }

    private static string Text(ReportContent content) => string.Join('\n', content.Blocks.Select(b => b switch
    {
        HeadingBlock heading => heading.Text,
        ParagraphBlock paragraph => paragraph.Text,
        NoteBlock note => note.Text,
        TableBlock table => table.Caption + string.Concat(table.Rows.SelectMany(r => r.Cells).Select(c => c.Text)),
        ChartBlock chart => chart.Caption + chart.Description,
        _ => "",
    }));

    [GeneratedRegex("[,;:!?()\"']")]
    private static partial Regex HalfWidth();
}
