using Lianxin.Core.Reports.Yearly;
using Lianxin.Core.Tests.Reports.Records;

namespace Lianxin.Core.Tests.Reports.Yearly;

public class YearlyRulesTests
{
    private static readonly string[] Offices = ["dangzheng", "caizheng", "fuwu", "sifa", "zhifa"];

    private static YearlyRules Shipped => YearlyRulesReader.Read(ShippedData.Text("yearly.json"), Statutory.Kinds, Offices).Rules.ShouldNotBeNull();

    [Theory]
    [InlineData(2014, "2015-03-31")]
    [InlineData(2018, "2019-03-31")]
    [InlineData(2019, "2020-01-31")]
    [InlineData(2025, "2026-01-31")]
    public void Where_the_county_set_no_day_the_laws_own_counts(int year, string dueOn) =>
        YearlyDates.Of(Shipped, year, ShippedData.Calendar).DueOn.ShouldBe(DateOnly.Parse(dueOn, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_offices_day_lies_working_days_before_and_never_in_the_year_itself()
    {
        // January 31, 2026 is a Saturday; ten working days before it are January 19 (no holiday between).
        YearlyDates.Of(Shipped, 2025, ShippedData.Calendar).OfficesBy.ShouldBe(new DateOnly(2026, 1, 19));
        var early = Shipped with { County = [new CountyDay(2025, new DateOnly(2026, 1, 6), "县政府办通知")] };
        var dates = YearlyDates.Of(early, 2025, ShippedData.Calendar);
        (dates.DueOn, dates.OfficesBy, dates.Because).ShouldBe((new DateOnly(2026, 1, 6), new DateOnly(2026, 1, 1), "县政府办通知"));
    }

    [Fact]
    public void Every_kind_of_records_is_owed_by_somebody() =>
        Statutory.Kinds.Kinds.ShouldAllBe(k => Shipped.OfficesOf(k.Key).Count > 0);

    [Theory]
    [InlineData("\"compiles\": \"dangzheng\"", "\"compiles\": \"nobody\"", "没有代码为“nobody”的单位")]
    [InlineData("\"kind\": \"license\"", "\"kind\": \"licence\"", "没有“licence”这种登记")]
    [InlineData("\"kind\": \"license\"", "\"kind\": \"penalty\"", "“penalty”重复")]
    [InlineData("\"offices\": [\"fuwu\"]", "\"offices\": []", "至少要有一个单位")]
    [InlineData("\"dueOn\": \"01-31\"", "\"dueOn\": \"02-30\"", "应写作01-31的形式")]
    [InlineData("\"county\": []", "\"county\": [{\"year\": 2025, \"dueOn\": \"2025-12-31\", \"because\": \"通知\"}]", "应在2026年1月1日至3月31日之间")]
    [InlineData("\"officeWorkingDays\": 10", "\"officeWorkingDays\": -1", "应为0至20的整数")]
    public void A_broken_file_is_refused_with_its_place(string right, string wrong, string message)
    {
        var text = ShippedData.Text("yearly.json");
        text.ShouldContain(right);
        var reading = YearlyRulesReader.Read(text.Replace(right, wrong, StringComparison.Ordinal), Statutory.Kinds, Offices);
        reading.Rules.ShouldBeNull();
        reading.Problems.ShouldContain(p => p.Message.Contains(message, StringComparison.Ordinal));
    }
}
