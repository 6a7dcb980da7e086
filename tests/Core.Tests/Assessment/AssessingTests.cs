using Lianxin.Core.Assessment;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Assessment;

public class AssessingTests
{
    private static readonly DateOnly Today = new(2026, 5, 6);
    private static readonly AssessmentScheme Scheme = AssessmentFile.Parse(ShippedData.Text("assessment.csv"), "assessment.csv").Scheme!;

    [Fact]
    public void S16_a_late_duty_and_one_that_is_still_missing_cost_their_shares_and_are_named_with_their_days()
    {
        var office = Assess(Tally("dangzheng", [Due(DutyState.Met), Due(DutyState.Met), Due(DutyState.Late, "2026-04-25"), Due(DutyState.Overdue)], Items(5)));

        var onTime = Measure(office, MeasureKind.OnTime);
        (onTime.Proportion.Hits, onTime.Proportion.Sample, onTime.Score).ShouldBe((2, 4, 25m));
        office.Losses.Select(l => (l.Reason, l.Points)).ShouldBe(
            [("《年度重点工作及进展》（2026年第1季度）逾期16天仍未公开", 12.5m), ("《年度重点工作及进展》（2026年第1季度）逾期5天公开", 12.5m)]);
        office.Total.ShouldBe(75);
    }

    [Fact]
    public void S29_incomplete_corrected_and_complained_about_items_are_counted_once_each()
    {
        var items = Items(3).Concat(
        [
            new AssessedItem("a", "缺项", ["金额", "用途"], 1, 0),
            new AssessedItem("b", "改过", [], 3, 0),
            new AssessedItem("c", "有投诉", [], 1, 4),
        ]);
        var office = Assess(Tally("dangzheng", Met(4), items));

        office.Measures.Select(m => (m.Proportion.Hits, m.Proportion.Sample)).ShouldBe([(4, 4), (5, 6), (1, 6), (1, 6)]);
        office.Losses.Select(l => l.Reason).ShouldBe(
            ["“缺项”要素不全，缺少金额、用途", "“有投诉”收到投诉4件", "“改过”公开后更正，现为第3版"], "the heaviest first");
        office.Total!.Value.ShouldBe(100 - (50m / 6), 0.01m);
    }

    [Fact]
    public void Too_small_a_sample_gives_no_score_and_leaves_its_points_to_the_others()
    {
        var office = Assess(Tally("dangzheng", [Due(DutyState.Met), Due(DutyState.Met), Due(DutyState.Overdue)], Items(3)));

        Measure(office, MeasureKind.Corrections).Score.ShouldBeNull();
        Measure(office, MeasureKind.Complaints).Score.ShouldBeNull();
        office.Total.ShouldBe(Math.Round(100 * (50m * 2 / 3 + 25) / 75, 2));
        office.Losses.Sum(l => l.Points).ShouldBe(100 - office.Total);
    }

    [Fact]
    public void Without_enough_duties_there_is_no_total_and_no_rank_however_much_was_published()
    {
        var office = Assess(Tally("dangzheng", [Due(DutyState.Overdue), Due(DutyState.Met)], Items(40)));
        (office.Total, office.Rank).ShouldBe((null, null));
        office.Losses.ShouldHaveSingleItem().Points.ShouldBeNull();
    }

    [Fact]
    public void Equal_totals_share_a_place_and_villages_are_ranked_among_themselves()
    {
        IReadOnlyList<DutyStanding> half = [.. Met(2), Due(DutyState.Overdue), Due(DutyState.Overdue)];
        var all = Assessing.Of(
            Scheme,
            [Tally("dangzheng", Met(4), []), Tally("caizheng", half, []), Tally("minzheng", Met(4), []), Tally("cun-01", half, []), Tally("jiwei", [], [])],
            ShippedData.Catalogue,
            Today);
        all.Select(a => a.Rank is { } r ? $"{r.Position}/{r.Of}" : "-").ShouldBe(["1/3", "3/3", "1/3", "1/1", "-"]);
    }

    [Fact]
    public void A_duty_counts_from_the_day_after_its_due_day_and_a_waived_one_never()
    {
        DutyStanding[] duties = [Due(DutyState.Met), Due(DutyState.Waived), Due(DutyState.Pending)];
        int Counted(string today) => OfficeTally.Of(ShippedData.Catalogue, duties, [], new Dictionary<string, int>(), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))
            .Single(t => t.Office.Code == "dangzheng").Due.Count;
        Counted("2026-04-20").ShouldBe(0);
        Counted("2026-04-21").ShouldBe(1);
    }

    [Fact]
    public void S29_a_row_lacks_the_elements_that_its_entry_asks_for_and_a_nil_return_lacks_none()
    {
        var row = new PublicationRow(
            "a", "1", "标题", "01-01", "01", "概况类", "dangzheng", "public", "government", Today, default, Today, null, 2, Elements: "due_date;owner_office;task;year");
        AssessedItem.Of(row, ShippedData.Catalogue, new Dictionary<string, int>()).Missing!.Count.ShouldBe(ShippedData.Entry("01-01").RequiredElements.Count - 4);
        AssessedItem.Of(row with { Elements = null }, ShippedData.Catalogue, new Dictionary<string, int>()).Missing.ShouldBeNull();
        AssessedItem.Of(row, ShippedData.Catalogue, new Dictionary<string, int> { ["a"] = 2 }).Complaints.ShouldBe(2);
    }

    private static OfficeAssessment Assess(OfficeTally tally) => Assessing.Of(Scheme, [tally], ShippedData.Catalogue, Today).Single();

    private static OfficeMeasure Measure(OfficeAssessment office, MeasureKind kind) => office.Measures.Single(m => m.Rule.Kind == kind);

    private static OfficeTally Tally(string office, IEnumerable<DutyStanding> due, IEnumerable<AssessedItem> items) =>
        new(ShippedData.Catalogue.Office(office)!, [.. due], [.. items]);

    private static IEnumerable<AssessedItem> Items(int count) => Enumerable.Range(0, count).Select(i => new AssessedItem($"i{i}", "示例", [], 1, 0));

    private static IEnumerable<DutyStanding> Met(int count) => Enumerable.Range(0, count).Select(_ => Due(DutyState.Met));

    private static DutyStanding Due(DutyState state, string? metOn = null) => new(
        new Duty("ligang-2026-Q1.01-01.dangzheng", "01-01", "dangzheng", null, "2026-Q1", "2026-Q1", new(2026, 1, 1), new Deadline("publish", new(2026, 4, 20), "季后20日内")),
        state,
        null,
        metOn is null ? null : DateOnly.Parse(metOn, System.Globalization.CultureInfo.InvariantCulture),
        DutyReach.Missing,
        null);
}
