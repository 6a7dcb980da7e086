using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Tests.Catalogue;

/// <summary>The shipped catalogue has the shape that the domain's description states.</summary>
public class ShippedCatalogueTests
{
    private static readonly DisclosureCatalogue Catalogue = ShippedData.Catalogue;

    private static IEnumerable<CatalogueEntry> Entries => Catalogue.Categories.SelectMany(c => c.Entries);

    [Fact]
    public void S7_the_catalogue_has_16_categories_and_44_entries_under_one_version()
    {
        Catalogue.Categories.Count.ShouldBe(16);
        Entries.Count().ShouldBe(44);
        Catalogue.Version.ShouldBe("2026.1");
        Catalogue.Categories.Take(6).Select(c => c.Title).ShouldBe(["中心工作", "思想建设", "组织建设", "党风廉政建设", "制度建设", "作风建设"]);
        Entries.ShouldAllBe(e => Catalogue.CategoryOf(e).Entries.Contains(e) && Catalogue.Entry(e.Code) == e);
    }

    [Theory]
    [InlineData(Audience.Public, 23)]
    [InlineData(Audience.Village, 12)]
    [InlineData(Audience.PartyFirst, 7)]
    [InlineData(Audience.PartyOnly, 2)]
    public void Audiences_are_as_counted(Audience audience, int count) => Entries.Count(e => e.Audience == audience).ShouldBe(count);

    [Theory]
    [InlineData(Cadence.Quarterly, 15)]
    [InlineData(Cadence.WithinTwentyWorkingDays, 10)]
    [InlineData(Cadence.Immediate, 9)]
    [InlineData(Cadence.Annual, 7)]
    [InlineData(Cadence.Monthly, 3)]
    public void Cadences_are_as_counted(Cadence cadence, int count) => Entries.Count(e => e.Cadence == cadence).ShouldBe(count);

    [Theory]
    [InlineData("工作动态类", 21)]
    [InlineData("财政类", 13)]
    [InlineData("不计入", 4)]
    [InlineData("概况类", 3)]
    [InlineData("政策法规类", 3)]
    public void Statistic_classes_are_as_counted(string name, int count) => Entries.Count(e => e.StatisticClass == name).ShouldBe(count);

    [Theory]
    [InlineData("none", 21)]
    [InlineData("typical", 16)]
    [InlineData("sensitive", 7)]
    public void Personal_data_levels_are_as_counted(string level, int count) => Entries.Count(e => e.PersonalData == level).ShouldBe(count);

    [Fact]
    public void Every_entry_is_answered_by_an_office_or_by_the_villages()
    {
        foreach (var entry in Entries)
            Catalogue.Offices.ShouldContain(o => entry.AnsweredBy(o), entry.Code);

        Catalogue.Offices.Count(o => o.IsVillage).ShouldBe(12);
        Catalogue.Offices.Where(o => !o.IsVillage).ShouldAllBe(o => Entries.Any(e => e.Offices.Contains(o.Code)));
    }

    [Fact]
    public void Villages_answer_for_village_affairs_and_share_the_opinions_of_the_people()
    {
        var village = Catalogue.Office("cun-01").ShouldNotBeNull();
        village.Title.ShouldBe("示例一村");

        Entries.Where(e => e.AnsweredBy(village)).Select(e => e.Code).ShouldBe(["06-01", "16-01", "16-02", "16-03"]);
        ShippedData.Entry("16-03").Offices.ShouldBeEmpty();
        ShippedData.Entry("06-01").Offices[0].ShouldBe("dangzheng");
    }

    [Theory]
    [InlineData("dangzheng", "党政办")]
    [InlineData("caizheng", "财政所")]
    [InlineData("minzheng", "民政所")]
    [InlineData("fuwu", "民生服务中心")]
    [InlineData("jisheng", "计生办")]
    public void Offices_have_stable_codes_and_a_whole_chain_of_responsibility(string code, string title)
    {
        var office = Catalogue.Office(code).ShouldNotBeNull();

        office.Title.ShouldBe(title);
        Catalogue.Offices.ShouldAllBe(o => o.Leader.Length > 0 && o.Manager.Length > 0 && o.Clerk.Length > 0 && o.Telephone.StartsWith("0951-8000"));
    }

    [Theory]
    [InlineData("补贴")]
    [InlineData("农田水利")]
    [InlineData("承包地流转")]
    [InlineData("宅基地")]
    [InlineData("征收")]
    [InlineData("房屋")]
    [InlineData("筹资筹劳")]
    [InlineData("最低生活保障")]
    public void Each_matter_that_Article_21_asks_of_a_township_has_an_entry_that_cites_it(string matter) =>
        Entries.ShouldContain(e => e.Title.Contains(matter) && e.Basis.Contains("第二十一条"));

    [Theory]
    [InlineData("扶贫")]
    [InlineData("优抚")]
    [InlineData("招生考试")]
    [InlineData("教育")]
    [InlineData("劳动")]
    [InlineData("就业")]
    [InlineData("保障")]
    [InlineData("医疗")]
    [InlineData("食品安全")]
    [InlineData("办事")]
    public void S20_each_topic_of_the_founding_document_has_an_entry_that_people_outside_the_Party_see(string topic) =>
        Entries.ShouldContain(e => e.Title.Contains(topic) && (e.Audience == Audience.Public || e.Audience == Audience.Village));

    [Theory]
    [InlineData("设定依据")]
    [InlineData("办事程序")]
    [InlineData("申请条件")]
    [InlineData("申报材料")]
    [InlineData("收费依据")]
    [InlineData("收费标准")]
    [InlineData("投诉联系")]
    public void S24_a_service_guide_asks_for_each_field_that_the_founding_document_lists(string label) =>
        ShippedData.Entry("09-01").RequiredElements.ShouldContain(e => e.Label == label);

    [Fact]
    public void Every_due_rule_has_a_source_and_can_be_written_as_it_was_read()
    {
        foreach (var rule in Entries.SelectMany(e => e.DueRules))
        {
            rule.Source.ShouldNotBeNullOrWhiteSpace();
            DueRuleNotation.Parse(DueRuleNotation.Write(rule), out _).ShouldBe(rule);
        }
    }
}
