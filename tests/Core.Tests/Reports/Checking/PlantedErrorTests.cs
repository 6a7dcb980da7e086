using System.Text.Json.Nodes;

namespace Lianxin.Core.Tests.Reports.Checking;

/// <summary>One fault at a time, planted in a published report that is otherwise as expected.</summary>
public class PlantedErrorTests
{
    [Theory]
    [InlineData("018", "section3.granted.natural_person", "34", "outcome-sum row-sum")]
    [InlineData("018", "section3.granted.total", "32", "outcome-sum row-sum")]
    [InlineData("018", "section3.new_received.business", "4", "balance row-sum")]
    [InlineData("018", "section3.total.total", "149", "balance outcome-sum row-sum text-answered")]
    [InlineData("018", "section3.carried_over.research", "1", "balance row-sum")]
    [InlineData("012", "section3.other_outcome.combined.other", "2", "category-sum outcome-sum row-sum")]
    [InlineData("018", "section4.litigation_after_review.pending", "1", "section4-sum")]
    [InlineData("018", "section4.review.total", "35", "section4-sum text-review")]
    [InlineData("018", "narrative_figures.applications_received", "134", "text-received")]
    [InlineData("015", "narrative_figures.applications_received", "74", "")]
    [InlineData("015", "narrative_figures.applications_received", "1", "text-received")]
    [InlineData("015", "narrative_figures.new_received", "75", "text-received")]
    [InlineData("015", "narrative_figures.received_incl_carried", "74", "text-received")]
    [InlineData("015", "narrative_figures.applications_natural", "70", "text-received")]
    [InlineData("015", "narrative_figures.applications_legal", "3", "")]
    [InlineData("018", "narrative_figures.answered", "154", "text-answered")]
    [InlineData("018", "narrative_figures.carried_forward", "5", "text-carried-forward")]
    [InlineData("009", "narrative_figures.carried_forward", "2", "row-total-missing text-carried-forward")]
    [InlineData("009", "narrative_figures.carried_over", "3", "row-total-missing text-carried-over")]
    [InlineData("009", "narrative_figures.cannot_provide", "11", "row-total-missing text-outcomes")]
    [InlineData("021", "narrative_figures.outcome_breakdown", "{\"granted\":2,\"cannot_provide.not_held\":3}", "text-outcomes")]
    [InlineData("018", "narrative_figures.review_total", "35", "text-review")]
    [InlineData("018", "narrative_figures.review", "{\"upheld\":25,\"corrected\":3,\"other\":9}", "text-review text-sum")]
    [InlineData("018", "narrative_figures.review_and_litigation_total", "44", "text-review")]
    [InlineData("018", "narrative_figures.litigation_total", "6", "text-litigation")]
    [InlineData("018", "narrative_figures.normative_made", "59", "text-section2")]
    [InlineData("018", "narrative_figures.normative_in_force", "545", "text-section2")]
    [InlineData("018", "narrative_figures.normative_repealed", "54", "text-section2")]
    [InlineData("044", "narrative_figures.normative_made", "81", "plausibility text-section2")]
    [InlineData("002", "narrative_figures.rules_made", "3", "text-section2")]
    [InlineData("002", "narrative_figures.fee_cases", "24", "text-sum")]
    [InlineData("002", "narrative_figures.fee_collected_yuan", "2950.5", "text-sum")]
    [InlineData("018", "narrative_figures.percentages", "{\"granted\":22.3,\"partly_granted\":25.68}", "")]
    [InlineData("018", "narrative_figures.percentages", "{\"granted\":22.4}", "percentage")]
    [InlineData("018", "narrative_figures.percentages", "{\"granted\":22,\"granted_and_partly\":48}", "")]
    [InlineData("059", "narrative_figures.channels_applications", "[[\"网上\",8],[\"书面\",1]]", "category-sum text-sum")]
    [InlineData("059", "narrative_figures.categories", "[[\"概况和政务动态\",1495],[\"信息公开栏\",\"2500多\"]]", "")]
    [InlineData("033", "narrative_figures.channels", "[[\"区政府门户网站\",9],[\"微信\",137]]", "channel-sum")]
    [InlineData("012", "narrative_figures.finance_items", "381", "category-sum text-sum")]
    [InlineData("039", "narrative_figures.consultations", "\"370多\"", "")]
    [InlineData("091", "old.by_body", "[[\"区直\",2275],[\"乡镇\",675]]", "body-sum")]
    [InlineData("091", "old.channels", "[[\"网站\",2948],[\"公报\",0]]", "channel-sum")]
    [InlineData("091", "old.items_published", "null", "total-missing")]
    [InlineData("091", "old.categories_partial", "true", "")]
    [InlineData("090", "old.replies.granted", "2", "category-sum replies-sum")]
    [InlineData("090", "old.replies", "{\"total\":2,\"granted\":1,\"partly_granted\":0,\"refused\":0,\"other\":1}", "category-sum replies-received")]
    [InlineData("090", "old.replies", "{\"granted\":2,\"partly_granted\":0,\"refused\":0,\"other\":0}", "category-sum replies-received")]
    [InlineData("090", "old.replies", "{\"total\":1,\"granted\":0,\"not_held\":1}", "category-sum")]
    [InlineData("087", "old.produced_total", "1874", "category-sum percentage produced-sum")]
    [InlineData("023", "section2.rules.in_force", "0", "")]
    [InlineData("009", "section2.rules.repealed", "1", "competence row-total-missing")]
    [InlineData("018", "section2.rules.in_force", "3", "")]
    [InlineData("026", "year", "2020", "")]
    [InlineData("012", "year", "2021", "category-sum obsolete-form")]
    [InlineData("018", "format", "\"2019\"", "obsolete-form")]
    [InlineData("018", "section2.normative_documents.in_force", "57", "plausibility")]
    [InlineData("012", "section2.normative_documents.total_public", "88", "category-sum plausibility")]
    [InlineData("044", "section2.normative_documents", "{\"new_made\":82,\"new_public\":82,\"total_public\":82}", "")]
    public void A_planted_fault_is_reported_by_its_own_rules_only(string number, string path, string value, string rules) =>
        CaseFiles.RulesOf(CaseFiles.Load(number).With(path, JsonNode.Parse(value))).Except(["heading"])
            .ShouldBe(rules.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("国家某某部", "")]
    [InlineData("某某部", "")]
    [InlineData("某某县民政局", "competence")]
    [InlineData("中共某某县委宣传部", "competence")]
    [InlineData("", "competence")]
    public void A_department_may_make_rules_only_if_it_is_one_of_the_State_Council(string agency, string rules) =>
        string.Join(' ', CaseFiles.RulesOf(CaseFiles.Load("044").With("agency", agency).With("section2.rules.new_made", 1)
            .With("section2.rules.new_public", 1).With("section2.rules.total_public", 1).With("section2.normative_documents.new_made", 0)
            .With("narrative_figures.normative_made", 0))).ShouldBe(rules);

    [Fact]
    public void Where_every_total_is_empty_sums_are_taken_over_the_parts()
    {
        var report = CaseFiles.Load("018");
        foreach (var row in CaseFiles.Forms.Section3.Select(r => r.Key).Where(r => r != "other_outcome.combined"))
            report.Blank($"section3.{row}.total");
        foreach (var column in CaseFiles.Forms.Columns.Select(c => c.Key).Where(c => c != "total"))
            report.Blank($"section3.total.{column}");
        CaseFiles.RulesOf(report).ShouldBe(["row-total-missing"]);
    }

    [Theory]
    [InlineData(1, "二、主动公开情况", "heading")]
    [InlineData(1, "三、主动公开政府信息情况", "heading")]
    [InlineData(1, "二、 主动公开政府信息情况", "")]
    [InlineData(1, "附：主动公开政府信息情况", "heading")]
    [InlineData(5, "六、其他事项", "heading")]
    public void A_heading_of_another_wording_or_number_is_reported(int index, string heading, string rules)
    {
        var report = CaseFiles.Load("018");
        report["narrative_headings"]![index] = heading;
        string.Join(' ', CaseFiles.RulesOf(report)).ShouldBe(rules);
    }

    [Fact]
    public void Headings_that_were_not_seen_are_not_missed()
    {
        var report = CaseFiles.Load("018");
        report["narrative_headings"] = new JsonArray("一、总体情况", "四、政府信息公开行政复议、行政诉讼情况");
        CaseFiles.RulesOf(report).ShouldBe(["heading"]);
        CaseFiles.RulesOf(report.With("completeness", "partial")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("section2.normative_documents.in_force", 453, "")]
    [InlineData("section3.carried_over.natural_person", 1, "balance carry-chain in-force-chain row-sum")]
    public void A_chain_is_held_against_the_year_before(string path, int value, string rules) =>
        string.Join(' ', CaseFiles.RulesOf(CaseFiles.Load("018").With(path, value), CaseFiles.Load("017"))).ShouldBe(rules);

    [Theory]
    [InlineData(81917, "cumulative-chain")]
    [InlineData(2949, "")]
    public void A_counter_must_run_on_or_begin_again(int counter, string rules) =>
        string.Join(' ', CaseFiles.RulesOf(CaseFiles.Load("091").With("old.cumulative.items_published", counter), CaseFiles.Load("090"))).ShouldBe(rules);

    [Fact]
    public void Another_year_than_the_one_before_is_left_aside() =>
        CaseFiles.RulesOf(CaseFiles.Load("018"), CaseFiles.Load("015")).ShouldBeEmpty();
}
